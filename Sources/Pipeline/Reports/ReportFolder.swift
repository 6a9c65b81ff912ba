import Foundation
package import NewsModel
package import NewsStore
import Reporting

/// Writes the reports of a database into a folder.
package struct ReportFolder {
  private let path: String

  package init(path: String) { self.path = path }

  /// Writes the weeks' pages, and with all of them the index and the tables. A file whose bytes are the same already is
  /// left as it is.
  ///
  /// - Parameter weeks: nil for all.
  /// - Returns: the page of the last complete week among them, or of the last with documents; nil where none has any.
  package func write(
    from store: NewsStore, definition: PipelineDefinition, weeks wanted: ClosedRange<Week>? = nil
  ) throws -> String? {
    let latest = try Self.make(from: store, definition: definition, weeks: wanted, take: save)
    return latest.map { "\(path)/\($0).md" }
  }

  /// Makes the files that `write` saves, and gives them one by one to `take`.
  ///
  /// - Returns: the last complete week among them, or the last with documents.
  static func make(
    from store: NewsStore, definition: PipelineDefinition, weeks wanted: ClosedRange<Week>?,
    take: (ReportFile) throws -> Void
  ) throws -> Week? {
    let builder = try ReportBuilder(store: store, definition: definition)
    var index = WeekIndex(archive: definition.name, undated: builder.undated)
    var tables = Dictionary(uniqueKeysWithValues: ReportTables.headers.map { ($0.path, $0.bytes) })
    var latest: (complete: Week?, any: Week?)
    for week in builder.weeks where wanted?.contains(week) ?? true {
      guard let report = try builder.report(of: week) else { continue }
      try ReportPages.files(for: report).forEach(take)
      index.add(report)
      for piece in ReportTables.rows(of: report) { tables[piece.path, default: []] += piece.bytes }
      if report.status == .complete { latest.complete = week }
      if report.status != .empty { latest.any = week }
    }
    if wanted == nil {
      try index.files.forEach(take)
      for (path, bytes) in tables.sorted(by: { $0.key < $1.key }) { try take(ReportFile(path: path, bytes: bytes)) }
      try take(ReportTables.description(archive: definition.name))
    }
    return latest.complete ?? latest.any
  }

  private func save(_ file: ReportFile) throws {
    let url = URL(fileURLWithPath: path + "/" + file.path)
    let data = Data(file.bytes)
    if FileManager.default.contents(atPath: url.path) == data { return }
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    // Atomic: a reader never sees half a page.
    try data.write(to: url, options: .atomic)
  }
}
