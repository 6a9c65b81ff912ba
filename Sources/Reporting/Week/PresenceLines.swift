import NewsModel

/// A line on what is new in the week, and a line on what is gone.
struct PresenceLines {
  let report: WeeklyReport
  let rows: RowWriting

  private static let mostNames = 4
  /// The kinds of series that are named before others.
  private static let mainDimensions: [SeriesKey.Dimension] = [.topic, .country, .organisation, .facility]

  /// Nothing for a week whose numbers are too few to show what is gone.
  var elements: [Page.Element] {
    guard rows.isCompared, report.compared > 0 else { return [] }
    let new = labelled(.new)
    let back = labelled(.back)
    let quiet = labelled(.quiet)
    var news = new.isEmpty ? "nothing." : names(new) { rows.counted(rows.count(of: $0)) } + "."
    if !back.isEmpty {
      news += " Back: " + names(back) { "\(rows.counted(rows.count(of: $0))), after \($0.backAfter ?? 0) weeks" } + "."
    }
    let gone = quiet.isEmpty ? "nothing." : names(quiet) { "silent for \($0.quietFor ?? 0) weeks" } + "."
    return [.list([[.strong("New:"), .text(" " + news)], [.strong("Gone:"), .text(" " + gone)]])]
  }

  private func labelled(_ label: Trend.Label) -> [SeriesRow] {
    let rows = report.presenceChanges.filter { $0.trend.label == label }
    func isMain(_ row: SeriesRow) -> Bool { Self.mainDimensions.contains(row.trend.key.dimension) }
    return rows.filter(isMain) + rows.filter { !isMain($0) }
  }

  private func names(_ rows: [SeriesRow], _ numbers: (Trend) -> String) -> String {
    let shown = rows.prefix(Self.mostNames).map { "\($0.name) (\(numbers($0.trend)))" }
    let more = rows.count - shown.count
    return EnglishList.text(shown + (more > 0 ? ["\(Numbers.count(more)) more"] : []))
  }
}
