import TextScanning

/// The tags that the site gave to an article, in the order of the page, from the first source that has any.
enum PageTags {
  /// More tags than this describe the site, not the article.
  private static let most = 30
  /// In bytes.
  private static let longest = 100

  static func tags(_ main: MainText, _ meta: MetaTags, _ data: LinkedData, site: SiteName) -> [String] {
    let tree = main.tree
    func declared(_ meaning: MetaNames.Meaning) -> [() -> [String]] {
      main.vocabulary.metaNames.named(meaning).map { name in { meta.values(name).flatMap(split) } }
    }
    let inPage = [{ data.article?.keywords.flatMap(split) ?? [] }, { linked(tree) }]
    for source in declared(.tags) + inPage + declared(.keywords) + [{ listed(main) }] {
      var tags: [String] = []
      var seen: Set<String> = []
      for tag in source() where tags.count < most && isTag(tag, site) && seen.insert(tag).inserted { tags.append(tag) }
      // "Category: Travel", "Entities: Canada" are notes of a content system.
      let noted = tags.filter { $0.contains(": ") }
      if noted.count > 1 { tags.removeAll(where: noted.contains) }
      if !tags.isEmpty { return tags }
    }
    return []
  }

  /// Whether a tag is neither the name of the site nor a number or key of its content system.
  private static func isTag(_ tag: String, _ site: SiteName) -> Bool {
    let bytes = tag.utf8
    let isKey =
      bytes.count >= shortestKey && bytes.contains(where: \.isDigit)
      && bytes.allSatisfy {
        $0.isDigit || $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20)
      }
    return !isKey && !SiteName.isDomain(tag) && site.declared.first.map(SiteName.key) != SiteName.key(tag)
  }

  /// A shorter number may be a year.
  private static let shortestKey = 6

  private static func split(_ text: String) -> [String] {
    let text = PlainText.of(markup: text)
    // Scripts that write no spaces between words may separate tags with them.
    let isSpaced =
      text.utf8.count { $0 == 0x20 } > 1 && !text.contains(where: separators.contains)
      && text.unicodeScalars.contains { Scalars.isUnspaced($0.value) }
    return text.split { separators.contains($0) || isSpaced && $0 == " " }.map { MetaTags.folded(String($0)) }
      .filter { !$0.isEmpty && $0.utf8.count <= longest }
  }

  private static let separators = Set(",;|،、，")

  /// Returns the tags in `<a rel="tag">`, a microformat. `rel="category tag"` is a section of the site.
  private static func linked(_ tree: PageTree) -> [String] {
    links(tree) { node in
      guard let rel = tree.attribute(node, .rel), rel.count >= tag.count else { return false }
      let values = tree.arena[rel].split(separator: 0x20)
      return values.contains { $0.elementsEqual(tag) } && !values.contains { $0.elementsEqual(category) }
    }
  }

  private static let tag = Array("tag".utf8)
  private static let category = Array("category".utf8)

  /// Returns the links outside of prose and bars whose address has a folder for tags: `/topics/floods`.
  private static func listed(_ main: MainText) -> [String] {
    let tree = main.tree
    return links(tree) { node in
      guard let target = tree.attribute(node, .href), target.count <= longestAddress,
        folders.firstMatch(in: tree.arena, target) != nil
      else { return false }
      let block = Int(main.page.before[node])
      return !main.isAside(node, heading: nil) && block < main.isProse.count && !main.isProse[block]
    }
  }

  private static func links(_ tree: PageTree, where isTag: (PageTree.Node) -> Bool) -> [String] {
    var tags: [String] = []
    for node in 0..<tree.count where tree.tag(node) == .a && tags.count < most && isTag(node) {
      let text = MetaTags.folded(tree.text(of: node))
      if !text.isEmpty, text.utf8.count <= longest { tags.append(text) }
    }
    return tags
  }

  /// In bytes.
  private static let longestAddress = 300
  private static let folders = PhraseTrie(
    [
      "tag", "tags", "topic", "topics", "keyword", "keywords", "thema", "themen", "schlagwort", "etiqueta",
      "etiquetas", "temas",
    ]
    .map { "/\($0)/" })
}
