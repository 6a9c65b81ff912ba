import NewsModel

/// Reads the days that JSON-LD declares.
extension DateCandidates {
  mutating func read(_ data: LinkedData) {
    let headline = data.article?.headline
    for (index, item) in data.items.enumerated() {
      // The object of the page's own article is usually the first object or the first article. A copy of it has the
      // same headline.
      let isMain =
        item.isArticle
        && (index == 0 || item.headline != nil && item.headline == headline
          || !data.items[..<index].contains { $0.isArticle })
      add(
        declared: item.published, .linkedData("datePublished"),
        isMain ? .publishedOfArticle : item.isArticle ? .publishedOfOtherArticle : .publishedOfThing)
      add(declared: item.created, .linkedData("dateCreated"), isMain ? .createdOfArticle : .createdOfOther)
      add(
        declared: item.modified, .linkedData("dateModified"), isMain ? .modifiedOfArticle : .modifiedOfOther,
        isChange: true)
    }
  }
}
