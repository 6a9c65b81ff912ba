import NewsModel

/// The cells that all tables of a page write in the same way.
struct RowWriting {
  let report: WeeklyReport

  var unit: String {
    switch report.parameters.unit {
    case .documents: "documents"
    case .stories: "stories"
    }
  }

  /// The tables to print. The table of sources is omitted if it has only one row, which would carry no information.
  var printedTables: [SeriesTable] { report.tables.filter { $0.dimension != .source || $0.rows.count > 1 } }

  func count(of trend: Trend) -> Int {
    switch report.parameters.unit {
    case .documents: trend.documents
    case .stories: trend.stories
    }
  }

  /// `1 story`, `14 stories`; or documents, if the parameters say so.
  func counted(_ count: Int) -> String {
    switch report.parameters.unit {
    case .documents: Numbers.counted(count, "document")
    case .stories: count == 1 ? "1 story" : "\(Numbers.count(count)) stories"
    }
  }

  /// Whether the week is compared with others.
  var isCompared: Bool { report.tables.contains { $0.rows.contains { $0.trend.comparison != nil } } }

  /// Returns a number that links to the list of the row's documents.
  ///
  /// - Parameter list: the name of that list: the table and the number of the row.
  func documents(_ count: Int, listed documents: [Int], list: String) -> [Page.Inline] {
    documents.isEmpty ? [.text(Numbers.count(count))] : [.link(Numbers.count(count), target: "#\(list)")]
  }

  func share(_ trend: Trend) -> [Page.Inline] { [.text(trend.share.map(Numbers.percent) ?? "–")] }

  func expected(_ trend: Trend) -> [Page.Inline] {
    [.text(trend.comparison.map { Numbers.fixed($0.expected, 1) } ?? "–")]
  }

  func change(_ trend: Trend) -> [Page.Inline] {
    [.text(trend.comparison.map { Numbers.points($0.change) } ?? "–")]
  }

  func interval(_ trend: Trend) -> [Page.Inline] {
    [.text(trend.comparison.map { Numbers.interval(($0.low, $0.high)) } ?? "–")]
  }

  /// Returns the last weeks as blocks, followed by an arrow if they have a tendency.
  func course(_ row: SeriesRow) -> [Page.Inline] {
    let shares = Array(row.shares.suffix(RowWriting.courseWeeks))
    let statuses = report.history.suffix(shares.count).map(\.status)
    var text = Sparkline.text(shares, highest: ChartScale.highest(shares, statuses))
    if let slope = row.trend.slope, slope.p <= RowWriting.tendencyBelow { text += slope.tau > 0 ? " ↗" : " ↘" }
    return [.text(text)]
  }

  static let courseWeeks = 12
  static let tendencyBelow = 0.01

  /// Returns the label with a symbol that is easy to find, and the beginning of a burst.
  func label(_ trend: Trend) -> [Page.Inline] {
    guard let label = trend.label else { return ["–"] }
    var words: String =
      switch label {
      case .rising: "▲ rising"
      case .falling: "▼ falling"
      case .steady: "steady"
      case .new: (isRise(trend) ? "▲ rising, new" : "● new")
      case .back: (isRise(trend) ? "▲ rising, back" : "↻ back") + " after \(trend.backAfter ?? 0) weeks"
      case .quiet: "○ quiet for \(trend.quietFor ?? 0) weeks"
      case .tooFew: "too few"
      }
    if let burst = trend.burst, label != .quiet {
      words += burst.first == trend.week ? ", burst" : ", burst since \(burst.first)"
    }
    return [.text(words)]
  }

  private func isRise(_ trend: Trend) -> Bool { trend.comparison.map { $0.isSignificant && $0.change > 0 } ?? false }

  static func kind(_ dimension: SeriesKey.Dimension) -> String {
    switch dimension {
    case .topic, .organisation, .country, .facility, .place, .person, .group, .vessel, .source: dimension.rawValue
    }
  }

  static func plural(_ dimension: SeriesKey.Dimension) -> String {
    switch dimension {
    case .topic: "Topics"
    case .organisation: "Organisations"
    case .country: "Countries"
    case .facility: "Facilities"
    case .place: "Places"
    case .person: "Persons"
    case .group: "Groups"
    case .vessel: "Vessels"
    case .source: "Sources"
    }
  }
}
