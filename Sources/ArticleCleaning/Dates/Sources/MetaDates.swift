import NewsModel

/// Reads the days that `<meta>` elements declare. Their names and trust are data (`meta-names.tsv`).
extension DateCandidates {
  mutating func read(_ meta: MetaTags, in tree: PageTree) {
    for entry in meta.entries {
      guard let kind = scanner.vocabulary.metaNames.dates[entry.name] else { continue }
      add(declared: tree.arena, entry.value, .meta(entry.name), DateTrust(kind.trust), isChange: kind.isChange)
    }
  }
}
