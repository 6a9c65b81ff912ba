import Foundation
package import NewsModel
package import NewsStore
import Reporting
package import Trends

/// Writes the reports of a database into a folder.
package struct ReportFolder {
  private let path: String

  package init(path: String) { self.path = path }

  /// All that files are written into.
  private static let folders = ["", "/charts", "/csv"]

  /// Where a reader begins.
  package struct Latest: Sendable {
    package var path: String
    /// False where no complete week is among them.
    package var isComplete: Bool
  }

  /// Writes the weeks' pages, and with all of them the index and the tables. A file whose bytes are the same already is
  /// left as it is. Into a folder without an index all weeks are written, so that no link of a page leads nowhere.
  ///
  /// - Parameters:
  ///   - weeks: nil for all.
  ///   - analysis: of this store, by this definition; made when nobody has it yet.
  ///   - jobs: weeks that are worked on at once; as many as cores unless told.
  ///   - cancellation: ends the writing between two weeks; what was written stays.
  /// - Returns: the page of the last complete week among them, or of the last with documents; nil where none has any.
  package func write(
    from store: NewsStore, definition: PipelineDefinition, weeks wanted: ClosedRange<Week>? = nil,
    analysis: TrendAnalysis? = nil, jobs: Int? = nil, cancellation: Cancellation = Cancellation()
  ) throws -> Latest? {
    for folder in Self.folders { ReplacedFile.removeLeftovers(in: path + folder) }
    let hasIndex = FileManager.default.fileExists(atPath: path + "/index.md")
    let latest = try Self.make(
      from: store, definition: definition, database: ReportedDatabase.seen(store.path, from: path), weeks: wanted,
      onlyThese: hasIndex, analysis: analysis, jobs: jobs, cancellation: cancellation, take: save)
    return latest.map { Latest(path: "\(path)/\($0.week).md", isComplete: $0.isComplete) }
  }

  /// Makes the files that `write` saves, and gives them one by one and in order to `take`.
  ///
  /// - Parameters:
  ///   - database: what the pages say of their database; nil for nothing.
  ///   - onlyThese: false to make all weeks, though others are wanted; nothing where there is none of these.
  /// - Returns: the last complete week among the wanted ones, or the last with documents.
  static func make(
    from store: NewsStore, definition: PipelineDefinition, database: String?, weeks wanted: ClosedRange<Week>?,
    onlyThese: Bool = true, analysis: TrendAnalysis? = nil, jobs: Int? = nil,
    cancellation: Cancellation = Cancellation(), take: (ReportFile) throws -> Void
  ) throws -> (week: Week, isComplete: Bool)? {
    let builder = try ReportBuilder(
      store: store, definition: definition, database: database,
      analysis: analysis ?? ReportBuilder.analysis(of: store, definition: definition))
    let isWanted: @Sendable (Week) -> Bool = { wanted?.contains($0) ?? true }
    if !builder.weeks.contains(where: isWanted), wanted != nil { return nil }
    let makesAll = wanted == nil || !onlyThese
    var index = WeekIndex(archive: definition.name, undated: builder.undated, database: database)
    var tables = Dictionary(uniqueKeysWithValues: ReportTables.headers.map { ($0.path, $0.bytes) })
    var latest: (complete: Week?, any: Week?)
    var map = OrderedParallelMap(lanes: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    // A week holds all its documents: one that waits for each that is worked on is enough.
    map.window = map.lanes * 2
    try map.run(
      produce: { emit in
        let window = WeekWindow(store: store, weeks: definition.trends.baselineWeeks + 1)
        for week in builder.weeks where makesAll || isWanted(week) {
          try cancellation.check()
          if let documents = try builder.documents(of: week, window), !emit(documents, 0) { return }
        }
      },
      transform: { documents in Result { try WeekFiles(of: builder.report(of: documents)) } },
      consume: { made in
        try cancellation.check()
        let files = try made.get()
        if makesAll {
          for empty in builder.emptyWeeks(before: files.week) {
            for piece in ReportTables.rows(of: empty) { tables[piece.path, default: []] += piece.bytes }
          }
        }
        try files.pages.forEach(take)
        index.add(files.line)
        for piece in files.tables { tables[piece.path, default: []] += piece.bytes }
        if !isWanted(files.week) { return }
        if files.status == .complete { latest.complete = files.week }
        latest.any = files.week
      })
    if makesAll {
      try index.files.forEach(take)
      for (path, bytes) in tables.sorted(by: { $0.key < $1.key }) { try take(ReportFile(path: path, bytes: bytes)) }
      try take(ReportTables.description(archive: definition.name))
    }
    return latest.complete.map { ($0, true) } ?? latest.any.map { ($0, false) }
  }

  private func save(_ file: ReportFile) throws {
    let place = path + "/" + file.path
    if FileManager.default.contents(atPath: place) == Data(file.bytes) { return }
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try ReplacedFile.write(file.bytes, to: place)
  }
}

/// What a folder takes over from a week's report, which itself is too large to be kept while earlier weeks are written.
private struct WeekFiles: Sendable {
  let week: Week
  let status: WeekStatus
  let pages: [ReportFile]
  /// Pieces of the tables over all weeks.
  let tables: [ReportFile]
  let line: WeekIndex.Line

  init(of report: WeeklyReport) {
    week = report.week
    status = report.status
    pages = ReportPages.files(for: report)
    tables = ReportTables.rows(of: report)
    line = WeekIndex.Line(report)
  }
}
