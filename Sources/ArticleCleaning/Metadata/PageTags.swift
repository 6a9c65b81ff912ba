/// The tags that the site gave to an article, in the order of the page, from the first source that has any.
enum PageTags {
  /// More tags than this describe the site, not the article.
  private static let most = 30

  static func tags(
    _ tree: PageTree, _ meta: MetaTags, _ data: LinkedData, _ vocabulary: PageVocabulary
  ) -> [String] {
    func declared(_ meaning: MetaNames.Meaning) -> [() -> [String]] {
      vocabulary.metaNames.named(meaning).map { name in { meta.values(name).flatMap(split) } }
    }
    let inPage = [{ data.article?.keywords.flatMap(split) ?? [] }, { linked(tree) }]
    for source in declared(.tags) + inPage + declared(.keywords) {
      var tags: [String] = []
      var seen: Set<String> = []
      for tag in source() where tags.count < most && seen.insert(tag).inserted { tags.append(tag) }
      if !tags.isEmpty { return tags }
    }
    return []
  }

  private static func split(_ text: String) -> [String] {
    PlainText.of(markup: text).split(whereSeparator: { ",;|،、".contains($0) }).map { MetaTags.folded(String($0)) }
      .filter { !$0.isEmpty && $0.utf8.count <= 100 }
  }

  /// Returns the tags in `<a rel="tag">`, a microformat.
  private static func linked(_ tree: PageTree) -> [String] {
    var tags: [String] = []
    for node in 0..<tree.count where tree.tag(node) == .a && tags.count < most {
      guard let rel = tree.value(node, .rel), rel.split(separator: " ").contains("tag") else { continue }
      let text = MetaTags.folded(tree.text(of: node))
      if !text.isEmpty, text.utf8.count <= 100 { tags.append(text) }
    }
    return tags
  }
}
