import Foundation
import GRDB
import NewsModel
import NewsStore

/// A folder for the database of a test, removed at the end.
final class StoreFolder {
  let url: URL
  var database: String { url.appendingPathComponent("news.sqlite").path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

extension NewsStore {
  /// Does the second sweep as a run does; documents with the same first hash are a story.
  func sweep() throws {
    var groups: [UInt64: [Int64]] = [:]
    try eachSignature { groups[$0.signature[0], default: []].append($0.id) }
    // Only one group in three becomes a story, so that some documents remain single.
    try replaceStories(groups.filter { $0.key % 3 == 0 }.sorted { $0.key < $1.key }.map(\.value))
    try settle(publishers: pendingPublishers())
    try countPendingWeeks(leastPairDocuments: TrendParameters().minimumPairCount)
    try indexPendingDocuments()
    try removeUnused()
    try describe(
      RunDescription(
        pipeline: "p.yaml", program: "dateline 0", recipe: "r1", dictionaries: "d", rules: "u", archive: "a"))
    try finish()
  }

  /// Does a whole run over documents in portions.
  static func make(at path: String, _ numbers: [Int], portion: Int) throws {
    let store = try NewsStore.forWriting(path: path)
    try store.replaceDefinitions(entities: SampleArchive.entities, topics: SampleArchive.topics)
    let batches = SampleArchive.batches(numbers)
    for start in stride(from: 0, to: batches.count, by: portion) {
      try store.write(Array(batches[start..<min(start + portion, batches.count)]))
    }
    try store.sweep()
    try store.close()
  }

  /// Every row of every table, and the schema, as `.dump` prints them.
  static func dump(_ path: String) throws -> String {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { db in
      var lines = try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY rowid")
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'
          ORDER BY name
          """)
      for table in tables {
        for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table)") {
          lines.append("\(table)|" + row.databaseValues.map(\.description).joined(separator: "|"))
        }
      }
      return lines.joined(separator: "\n")
    }
  }
}
