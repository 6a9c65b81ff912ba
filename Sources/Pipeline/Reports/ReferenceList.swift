import NewsModel
import NewsStore

/// The documents that a report's rows point at.
///
/// Rows first hold positions in the week's own list; `finish` drops the documents that no row points at and moves the
/// positions.
struct ReferenceList {
  private let documents: [WeekDocument]
  private let ofSeries: [SeriesKey: [Int]]

  /// A row names so many of its documents; its number tells how many there are.
  private static let limit = 10

  init(_ documents: [WeekDocument]) {
    self.documents = documents
    var ofSeries: [SeriesKey: [Int]] = [:]
    for (position, document) in documents.enumerated() {
      for key in document.series where ofSeries[key, default: []].count < Self.limit {
        ofSeries[key, default: []].append(position)
      }
    }
    self.ofSeries = ofSeries
  }

  func positions(ofSeries key: SeriesKey) -> [Int] { ofSeries[key] ?? [] }

  func positions(where isMeant: (WeekDocument) -> Bool) -> [Int] {
    Array(documents.indices.filter { isMeant(documents[$0]) }.prefix(Self.limit))
  }

  /// The documents that rows of the report point at, in order of day and source; the rows' positions become those in
  /// this list.
  func finish(_ report: inout WeeklyReport) -> [DocumentReference] {
    var used = [Bool](repeating: false, count: documents.count)
    report.eachDocumentList { list in for position in list { used[position] = true } }
    var moved = [Int](repeating: 0, count: documents.count)
    var kept: [DocumentReference] = []
    for position in documents.indices where used[position] {
      moved[position] = kept.count
      kept.append(documents[position].reference)
    }
    report.eachDocumentList { list in list = list.map { moved[$0] } }
    return kept
  }
}

extension WeeklyReport {
  /// Every row's list of documents.
  fileprivate mutating func eachDocumentList(_ body: (inout [Int]) -> Void) {
    for table in tables.indices { for row in tables[table].rows.indices { body(&tables[table].rows[row].documents) } }
    for row in changes.indices { body(&changes[row].documents) }
    for row in unusual.indices { body(&unusual[row].documents) }
    for row in comings.indices { body(&comings[row].documents) }
    for row in pairs.indices { body(&pairs[row].documents) }
    for row in stories.indices { body(&stories[row].documents) }
    for movement in movements.indices {
      for row in movements[movement].stories.indices { body(&movements[movement].stories[row].documents) }
    }
  }
}
