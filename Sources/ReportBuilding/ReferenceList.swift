import NewsModel
import NewsStore

/// The documents that the rows of a report name.
///
/// At first, rows hold positions in the list of all documents of the week. `finish` drops the documents that no row
/// names and adapts the positions.
struct ReferenceList {
  private let documents: [WeekDocument]
  private let numbering: SeriesNumbering
  private let positionsOfSeries: [Int32: [Int]]

  /// The most documents that a row names; a number in the row says how many there are.
  private static let limit = 10

  init(_ documents: [WeekDocument], _ numbering: SeriesNumbering) {
    self.documents = documents
    self.numbering = numbering
    var positions: [Int32: [Int]] = [:]
    for (position, document) in documents.enumerated() {
      for number in document.series where positions[number, default: []].count < Self.limit {
        positions[number, default: []].append(position)
      }
    }
    positionsOfSeries = positions
  }

  func positions(ofSeries key: SeriesKey) -> [Int] { numbering[key].flatMap { positionsOfSeries[$0] } ?? [] }

  func positions(ofSeries first: SeriesKey, and second: SeriesKey) -> [Int] {
    guard let first = numbering[first], let second = numbering[second] else { return [] }
    return positions { $0.counts(for: first) && $0.counts(for: second) }
  }

  func positions(where isNamed: (WeekDocument) -> Bool) -> [Int] {
    Array(documents.indices.filter { isNamed(documents[$0]) }.prefix(Self.limit))
  }

  /// Returns the documents that rows of the report name, in order of day and source, and changes the positions in the
  /// rows to positions in this list.
  func finish(_ report: inout WeeklyReport) -> [DocumentReference] {
    var isUsed = [Bool](repeating: false, count: documents.count)
    report.eachDocumentList { list in for position in list { isUsed[position] = true } }
    var newPositions = [Int](repeating: 0, count: documents.count)
    var kept: [DocumentReference] = []
    for position in documents.indices where isUsed[position] {
      newPositions[position] = kept.count
      kept.append(documents[position].reference)
    }
    report.eachDocumentList { list in list = list.map { newPositions[$0] } }
    return kept
  }
}

extension WeeklyReport {
  /// Passes the list of documents of every row to `body`.
  fileprivate mutating func eachDocumentList(_ body: (inout [Int]) -> Void) {
    for table in tables.indices { for row in tables[table].rows.indices { body(&tables[table].rows[row].documents) } }
    for row in changes.indices { body(&changes[row].documents) }
    for row in unusual.indices { body(&unusual[row].documents) }
    for row in presenceChanges.indices { body(&presenceChanges[row].documents) }
    for row in pairs.indices { body(&pairs[row].documents) }
    for row in stories.indices { body(&stories[row].documents) }
    for movement in movements.indices {
      for row in movements[movement].stories.indices { body(&movements[movement].stories[row].documents) }
    }
  }
}
