import Foundation
import NewsModel
import NewsStore
import ReportBuilding
import Reporting
import Trends

/// Makes the files of reports from a database. Several weeks are worked on at the same time.
struct ReportFiles {
  let store: NewsStore
  let definition: PipelineDefinition
  /// The path of the database as the pages name it; nil to omit it.
  let database: String?
  private let analysis: TrendAnalysis
  private let jobs: Int
  private let cancellation: Cancellation
  private let storesTrends: Bool

  /// The number of trends that are stored in one transaction; they take about 15 MB until then.
  private static let trendsInTransaction = 50_000

  /// - Parameters:
  ///   - jobs: the number of weeks that are worked on at the same time; nil for the number of cores.
  ///   - cancellation: ends the work between two weeks; files that were taken stay.
  ///   - storesTrends: true to store the trends of each week in the database, which must be open for writing.
  init(
    store: NewsStore, definition: PipelineDefinition, database: String?, jobs: Int? = nil,
    cancellation: Cancellation = Cancellation(), storesTrends: Bool = false
  ) throws {
    self.store = store
    self.definition = definition
    self.database = database
    self.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    self.cancellation = cancellation
    self.storesTrends = storesTrends
    analysis = try TrendAnalysis(of: store, parameters: definition.trends)
  }

  /// Makes the files and passes them to `take` one by one, in order of week.
  ///
  /// - Parameters:
  ///   - wanted: nil for all weeks, which also makes the index and the tables.
  ///   - includingOthers: true to make all weeks if at least one of the wanted ones has documents.
  /// - Returns: the last complete week among the wanted ones, or else the last of them with documents; nil if none of
  ///   them has documents.
  func make(
    weeks wanted: ClosedRange<Week>?, includingOthers: Bool = false, take: (ReportFile) throws -> Void
  ) throws -> (week: Week, isComplete: Bool)? {
    let builder = try ReportBuilder(
      store: store, archive: definition.name, rows: definition.report.rows, database: database, analysis: analysis)
    let isWanted: @Sendable (Week) -> Bool = { wanted?.contains($0) ?? true }
    if wanted != nil, !builder.weeks.contains(where: isWanted) { return nil }
    let makesAll = wanted == nil || includingOthers
    var index = WeekIndex(archive: definition.name, undated: builder.undated, database: database)
    var tables = Dictionary(uniqueKeysWithValues: ReportTables.headers.map { ($0.path, $0.bytes) })
    var latest: (complete: Week?, any: Week?)
    try eachWeek(of: builder, where: { makesAll || isWanted($0) }) { files in
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
    }
    if makesAll {
      try index.files.forEach(take)
      for (path, bytes) in tables.sorted(by: { $0.key < $1.key }) { try take(ReportFile(path: path, bytes: bytes)) }
      try take(ReportTables.description(archive: definition.name))
    }
    return latest.complete.map { ($0, true) } ?? latest.any.map { ($0, false) }
  }

  /// Makes the files of each week, and passes them to `body` in order of week. The trends of a week are computed once,
  /// for the database and for its page.
  private func eachWeek(
    of builder: ReportBuilder, where isWanted: @escaping @Sendable (Week) -> Bool,
    body: (WeekFiles) throws -> Void
  ) throws {
    var map = OrderedParallelMap(lanes: jobs)
    // A waiting week holds all its documents, so only one waits for each lane.
    map.window = map.lanes * 2
    let (store, baselineWeeks, cancellation) = (store, definition.trends.baselineWeeks, cancellation)
    let storesTrends = storesTrends
    var waiting: [WeekTrends] = []
    var trendsWaiting = 0
    func storeWaiting() throws {
      try store.replaceTrends(of: waiting)
      waiting.removeAll()
      trendsWaiting = 0
    }
    try map.run(
      produce: { emit in
        let cache = WeekDocumentCache(store: store, capacity: baselineWeeks + 1)
        for week in builder.weeks where isWanted(week) {
          try cancellation.check()
          if let documents = try builder.documents(of: week, cache), !emit(documents, 0) { return }
        }
      },
      transform: { documents in
        Result {
          let trends = builder.trends(in: documents.week)
          let files = WeekFiles(of: try builder.report(of: documents, trends: trends))
          return (files, trends: storesTrends ? trends : [])
        }
      },
      consume: { made in
        try cancellation.check()
        let (files, trends) = try made.get()
        if storesTrends {
          waiting.append(WeekTrends(week: files.week, status: files.status, trends: trends))
          trendsWaiting += trends.count
          if trendsWaiting >= Self.trendsInTransaction { try storeWaiting() }
        }
        try body(files)
      })
    if !waiting.isEmpty { try storeWaiting() }
  }
}

/// The files of a week. The report from which they are made is too large to be kept until all weeks are done.
private struct WeekFiles: Sendable {
  let week: Week
  let status: WeekStatus
  let pages: [ReportFile]
  /// The rows of the week in the tables of all weeks.
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
