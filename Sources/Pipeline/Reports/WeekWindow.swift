import NewsModel
import NewsStore

/// What a report is made from besides the counts of all weeks.
struct ReportDocuments: Sendable {
  /// The week's position among those of the archive.
  let index: Int
  let documents: [WeekDocument]
  /// Those of each of the baseline weeks.
  let before: [[WeekDocument]]
}

/// The documents of the weeks that a report looks at, each week read once while reports go forward in time.
final class WeekWindow {
  private let store: NewsStore
  private let weeks: Int
  private var held: [Week: [WeekDocument]] = [:]

  /// - Parameter weeks: so many weeks are held.
  init(store: NewsStore, weeks: Int) {
    self.store = store
    self.weeks = weeks
  }

  func documents(in week: Week) throws -> [WeekDocument] {
    if let documents = held[week] { return documents }
    if held.count >= weeks, let oldest = held.keys.min() { held[oldest] = nil }
    let documents = try store.documents(in: week)
    held[week] = documents
    return documents
  }
}
