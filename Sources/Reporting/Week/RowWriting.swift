import NewsModel

/// What all tables of a page write in the same way.
struct RowWriting {
  let report: WeeklyReport

  var unit: String {
    switch report.parameters.unit {
    case .documents: "documents"
    case .stories: "stories"
    }
  }

  func count(of trend: Trend) -> Int {
    switch report.parameters.unit {
    case .documents: trend.documents
    case .stories: trend.stories
    }
  }

  /// The number, which leads to the list of a row's documents.
  ///
  /// - Parameter list: names the list: the table and the row's number.
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

  /// The word with a mark that the eye finds, and a burst's beginning.
  func label(_ trend: Trend) -> [Page.Inline] {
    guard let label = trend.label else { return ["–"] }
    var words: String =
      switch label {
      case .rising: "▲ rising"
      case .falling: "▼ falling"
      case .steady: "steady"
      case .new: "● new"
      case .back: "↻ back after \(trend.backAfter ?? 0) weeks"
      case .quiet: "○ quiet for \(trend.quietFor ?? 0) weeks"
      case .tooFew: "too few"
      }
    if let burst = trend.burst, label != .quiet {
      words += burst.first == trend.week ? ", burst" : ", burst since \(burst.first)"
    }
    return [.text(words)]
  }

  static func kind(_ dimension: SeriesKey.Dimension) -> String {
    switch dimension {
    case .topic, .organisation, .country, .facility, .place, .person, .source: dimension.rawValue
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
    case .source: "Sources"
    }
  }
}
