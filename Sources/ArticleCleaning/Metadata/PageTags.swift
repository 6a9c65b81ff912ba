/// The site's own tags of an article, in page order: from the first place that has any.
enum PageTags {
  /// Tags past this number describe the site, not the article.
  private static let most = 30

  static func tags(_ tree: PageTree, _ meta: MetaTags, _ data: LinkedData) -> [String] {
    let sources: [() -> [String]] = [
      { meta.values("article:tag").flatMap(split) }, { data.article?.keywords.flatMap(split) ?? [] },
      { meta.values("news_keywords").flatMap(split) },
      { meta.values("parsely-tags").flatMap(split) }, { meta.values("sailthru.tags").flatMap(split) }, { linked(tree) },
      { meta.values("keywords").flatMap(split) },
    ]
    for source in sources {
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

  /// The microformats' `<a rel="tag">`.
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
