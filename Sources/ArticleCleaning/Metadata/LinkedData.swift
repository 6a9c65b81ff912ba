import TextScanning

/// The description of a page's article in JSON-LD, in the vocabulary of schema.org.
struct LinkedData {
  /// One object with a date or a headline, in page order.
  struct Item {
    var type: String
    var isArticle: Bool
    var headline: String?
    var published: String?
    var modified: String?
    var created: String?
    var authors: [String] = []
    var publisher: String?
    var url: String?
    var language: String?
    var keywords: [String] = []
  }

  private(set) var items: [Item] = []
  /// Names of `Organization` and `WebSite` objects, in page order.
  private(set) var siteNames: [String] = []

  /// In bytes. A larger script contains the data of the page, not a description of it.
  static let largestScript = 1 << 20

  /// A script with more objects is a list of other things: no page describes so many articles or sites as its own.
  private static let most = 500

  init(_ tree: PageTree, scripts: [PageTree.Node]) {
    for script in scripts {
      for node in tree.descendants(of: script) where tree.isText(node) {
        let range = tree.textRange(node)
        guard range.count <= Self.largestScript, let value = JSONValue.read(tree.arena, range) else { continue }
        walk(value, depth: 0)
      }
    }
  }

  /// The first item that is an article, or else the first item.
  var article: Item? { items.first { $0.isArticle } ?? items.first }

  /// The deepest nesting of objects and arrays that is read.
  private static let deepest = 12

  private mutating func walk(_ value: JSONValue, depth: Int) {
    guard depth < Self.deepest else { return }
    switch value {
    case .array(let elements):
      for element in elements { walk(element, depth: depth + 1) }
    case .object(let members):
      read(value)
      for (key, member) in members where !Self.others.contains(key) { walk(member, depth: depth + 1) }
    default: break
    }
  }

  private mutating func read(_ object: JSONValue) {
    let types = (object["@type"] ?? object["type"])?.elements.compactMap(\.text) ?? []
    guard let type = types.first(where: Self.isArticle) ?? types.first else { return }
    if type.hasSuffix("Organization") || type == "WebSite" || type == "NewsMediaOrganization",
      let name = object["name"]?.text, siteNames.count < Self.most
    {
      siteNames.append(name)
    }
    let published = object["datePublished"]?.text
    let modified = object["dateModified"]?.text
    let created = object["dateCreated"]?.text ?? object["uploadDate"]?.text
    let isArticle = Self.isArticle(type)
    guard items.count < Self.most, isArticle || published != nil || modified != nil || created != nil else { return }
    items.append(
      Item(
        type: type, isArticle: isArticle,
        headline: object["headline"]?.text ?? (isArticle ? object["name"]?.text : nil), published: published,
        modified: modified, created: created, authors: Self.names(object["author"] ?? object["creator"], persons: true),
        publisher: Self.names(object["publisher"], persons: false).first,
        url: object["url"]?.text ?? object["mainEntityOfPage"]?.text ?? object["mainEntityOfPage"]?["@id"]?.text,
        language: object["inLanguage"]?.text ?? object["inLanguage"]?["name"]?.text,
        keywords: Self.keywords(object["keywords"])))
  }

  private static func names(_ value: JSONValue?, persons: Bool) -> [String] {
    (value?.elements ?? []).compactMap { element in
      if persons, let type = element["@type"]?.text, type.hasSuffix("Organization") { return nil }
      return element["name"]?.elements.first?.text ?? element.text
    }
  }

  private static func keywords(_ value: JSONValue?) -> [String] {
    switch value {
    case .string(let text)?: text.split(separator: ",").map(String.init)
    case .array(let elements)?: elements.compactMap { $0.text ?? $0["name"]?.text }
    default: []
    }
  }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type == "Report" || type == "Review"
      || type == "Recipe" || type == "SocialMediaPosting"
  }

  /// Members that lead to other articles or to other things.
  private static let others: Set<String> = [
    "comment", "comments", "itemListElement", "hasPart", "mentions", "isRelatedTo", "relatedLink", "review", "reviews",
    "image", "logo", "author", "video", "associatedMedia", "blogPost", "liveBlogUpdate", "citation",
  ]
}
