package import NewsModel
package import NewsStore

/// The documents from which the report of a week is made.
package struct ReportDocuments: Sendable {
  package let week: Week
  let documents: [WeekDocument]
  /// The documents of each baseline week.
  let baseline: [[WeekDocument]]
}

/// Reads the documents of weeks. While reports are made in order of week, each week is read once.
package final class WeekDocumentCache {
  private let reader: WeekDocumentReader
  private let capacity: Int
  private var held: [Week: [WeekDocument]] = [:]

  /// - Parameter capacity: the number of weeks that are kept; the oldest is dropped first.
  package init(store: NewsStore, numbering: SeriesNumbering, capacity: Int) {
    reader = WeekDocumentReader(store, numbering: numbering)
    self.capacity = capacity
  }

  func documents(in week: Week) throws -> [WeekDocument] {
    if let documents = held[week] { return documents }
    if held.count >= capacity, let oldest = held.keys.min() { held[oldest] = nil }
    let documents = try reader.documents(in: week)
    held[week] = documents
    return documents
  }
}
