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
    var authors: [Author] = []
    var publisher: String?
    var url: String?
    var language: String?
    var keywords: [String] = []
  }

  /// A person or an organisation that wrote an article.
  struct Author: Equatable {
    /// Empty if the page has no object with this id.
    var name: String
    var isOrganisation: Bool
    /// The `@id` of the object that describes the author.
    var id: String?
    /// Whether the name was taken from that object.
    var isReferred = false
  }

  private(set) var items: [Item] = []
  /// Names of `Organization` and `WebSite` objects, in page order.
  private(set) var siteNames: [String] = []

  /// The objects with a name, by their `@id`.
  private var people: [String: Author] = [:]

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
    for index in items.indices { items[index].authors = items[index].authors.compactMap(described) }
  }

  /// The authors of the article, or else of the first item that has any.
  var authors: [Author] {
    guard let article, article.authors.isEmpty else { return article?.authors ?? [] }
    return items.first { !$0.authors.isEmpty }?.authors ?? []
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
    if let id = object["@id"]?.text, people.count < Self.most, let author = Self.authors(object).first,
      type != "WebSite"
    {
      people[id] = author
    }
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
        modified: modified, created: created, authors: Self.authors(object["author"] ?? object["creator"]),
        publisher: Self.authors(object["publisher"]).first?.name,
        url: object["url"]?.text ?? object["mainEntityOfPage"]?.text ?? object["mainEntityOfPage"]?["@id"]?.text,
        language: object["inLanguage"]?.text ?? object["inLanguage"]?["name"]?.text,
        keywords: Self.keywords(object["keywords"])))
  }

  /// Returns the names of persons and organisations, or the ids of the objects that have them.
  private static func authors(_ value: JSONValue?) -> [Author] {
    (value?.elements ?? []).flatMap { element -> [Author] in
      let isOrganisation = element["@type"]?.text?.hasSuffix("Organization") ?? false
      let id = element["@id"]?.text
      var names = element["name"]?.elements.compactMap(\.text) ?? [element.text].compactMap { $0 }
      if names.isEmpty, let family = element["familyName"]?.text {
        names = [[element["givenName"]?.text, family].compactMap { $0 }.joined(separator: " ")]
      }
      if names.isEmpty, id != nil { names = [""] }
      return names.map { Author(name: $0, isOrganisation: isOrganisation, id: id) }
    }
  }

  /// Returns the author with the name that another object has; nil if there is none.
  private func described(_ author: Author) -> Author? {
    guard author.name.isEmpty else { return author }
    guard var found = author.id.flatMap({ people[$0] }), !found.name.isEmpty else { return nil }
    found.isReferred = true
    return found
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
