import Foundation
import Reporting

/// The tables over all weeks while they are written anew: the rows of a week are new, or copied from the old file.
///
/// The drafts replace the old files when all are complete. Memory holds the rows of one week.
struct TableDrafts {
  private let folder: String
  private var tables: [Table]

  private struct Table {
    let path: String
    let draft: ReplacedFile.Draft
    let old: FileHandle?
    /// Where the rows of the next week begin in the old file.
    var position: Int
  }

  /// - Parameter copies: whether rows are copied from old files.
  init(folder: String, copies: Bool) throws {
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder + "/csv", withIntermediateDirectories: true)
    tables = try ReportTables.headers.map { header in
      let place = "\(folder)/\(header.path)"
      let draft = try ReplacedFile.Draft(of: place)
      try draft.append(header.bytes)
      return Table(
        path: header.path, draft: draft, old: copies ? FileHandle(forReadingAtPath: place) : nil,
        position: header.bytes.count)
    }
  }

  /// Whether the old files have the lengths that a manifest says.
  static func matchOld(_ manifest: ReportManifest, in folder: String) -> Bool {
    ReportTables.headers.enumerated().allSatisfy { number, header in
      FileSize.of("\(folder)/\(header.path)")
        == manifest.weeks.reduce(header.bytes.count) { $0 + $1.tables[number] }
    }
  }

  /// Adds the rows of a week, and returns their lengths.
  func add(_ pieces: [ReportFile]) throws -> [Int] {
    try tables.map { table in
      var length = 0
      for piece in pieces where piece.path == table.path {
        try table.draft.append(piece.bytes)
        length += piece.bytes.count
      }
      return length
    }
  }

  /// Copies the rows of a week from the old files.
  mutating func copy(_ week: ReportManifest.Entry) throws {
    for number in tables.indices where week.tables[number] > 0 {
      try tables[number].old?.seek(toOffset: UInt64(tables[number].position))
      let rows = try tables[number].old?.read(upToCount: week.tables[number]) ?? Data()
      try tables[number].draft.append(Array(rows))
    }
    skip(week)
  }

  /// Leaves out the rows of a week in the old files.
  mutating func skip(_ week: ReportManifest.Entry) {
    for number in tables.indices { tables[number].position += week.tables[number] }
  }

  func replaceOld() throws { for table in tables { try table.draft.commit() } }
}
