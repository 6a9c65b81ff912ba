import NewsModel

/// The sentence of a report's opening that names its main story.
struct HeadlineSentence {
  let report: WeeklyReport

  /// Names the story that several sources carried, or else a story of what led the week and the most repeated one.
  var inlines: [Page.Inline]? {
    if let story = report.stories.first, story.sourceCount > 1 {
      return [
        "The main story is “", .strong(story.headline),
        .text(
          "”, in \(Numbers.counted(story.documentCount, "document")) from \(Numbers.counted(story.sourceCount, "source"))."
        ),
      ]
    }
    let leading = report.movements.first?.stories.first ?? report.stories.first
    let stories = [leading].compactMap(\.self) + report.stories.filter { $0.documentCount > 1 }
    var headlines: [String] = []
    for story in stories where isDistinct(story.headline) && !headlines.contains(story.headline) {
      headlines.append(story.headline)
    }
    guard let first = headlines.first else { return nil }
    if headlines.count > 2 {
      return [
        "Its main headlines are “", .strong(first), "”, “", .strong(headlines[1]), "” and “", .strong(headlines[2]),
        "”.",
      ]
    }
    if headlines.count > 1 {
      return ["Two headlines are “", .strong(first), "” and “", .strong(headlines[1]), "”."]
    }
    return [.text(report.totals.stories == 1 ? "Its headline is “" : "One headline is “"), .strong(first), "”."]
  }

  /// Whether no other headline of the week differs only in its numbers, as the titles of daily pages do.
  private func isDistinct(_ headline: String) -> Bool {
    func pattern(_ text: String) -> String { text.filter { !$0.isNumber } }
    guard headline.contains(where: \.isNumber) else { return true }
    return report.stories.count { pattern($0.headline) == pattern(headline) } <= 1
  }
}
