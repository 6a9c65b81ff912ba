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
  /// Whether the trends of each week are stored in the database, which must then be open for writing.
  let storesTrends: Bool
  private let jobs: Int
  private let cancellation: Cancellation

  /// The number of trends that are stored in one transaction; they take about 15 MB until then.
  private static let trendsInTransaction = 50_000

  /// - Parameters:
  ///   - jobs: the number of weeks that are worked on at the same time; nil for the number of cores.
  ///   - cancellation: ends the work between two weeks; files that were taken stay.
  init(
    store: NewsStore, definition: PipelineDefinition, database: String?, jobs: Int? = nil,
    cancellation: Cancellation = Cancellation(), storesTrends: Bool = false
  ) {
    self.store = store
    self.definition = definition
    self.database = database
    self.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    self.cancellation = cancellation
    self.storesTrends = storesTrends
  }

  /// Reads the numbers of all weeks.
  func builder() throws -> ReportBuilder {
    try ReportBuilder(
      store: store, archive: definition.name, rows: definition.report.rows, database: database,
      analysis: TrendAnalysis(of: store, parameters: definition.trends))
  }

  /// Makes the pages of some weeks, or all files, and passes them to `take` one by one, in order of week.
  ///
  /// - Parameter wanted: nil for all weeks, which also makes the index and the tables.
  /// - Returns: the last complete week among the wanted ones, or else the last of them with documents; nil if none of
  ///   them has documents.
  func make(weeks wanted: ClosedRange<Week>?, take: (ReportFile) throws -> Void) throws -> (
    week: Week, isComplete: Bool
  )? {
    let builder = try builder()
    var index = WeekIndex(builder.facts)
    var tables = Dictionary(uniqueKeysWithValues: ReportTables.headers.map { ($0.path, $0.bytes) })
    var latest: (complete: Week?, any: Week?)
    try eachWeek(of: builder, where: { wanted?.contains($0) ?? true }) { files in
      try files.pages.forEach(take)
      if wanted == nil {
        index.add(files.line)
        for piece in files.tables { tables[piece.path, default: []] += piece.bytes }
      }
      if files.line.isComplete { latest.complete = files.week }
      latest.any = files.week
    }
    if wanted == nil {
      try index.files.forEach(take)
      for (path, bytes) in tables.sorted(by: { $0.key < $1.key }) { try take(ReportFile(path: path, bytes: bytes)) }
      try take(ReportTables.description(archive: definition.name))
    }
    return latest.complete.map { ($0, true) } ?? latest.any.map { ($0, false) }
  }

  /// Makes the files of each week, and passes them to `body` in order of week. The trends of a week are computed once,
  /// for the database and for its page.
  func eachWeek(
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
        let cache = WeekDocumentCache(store: store, numbering: builder.numbering, capacity: baselineWeeks + 1)
        for week in builder.weeks where isWanted(week) {
          try cancellation.check()
          if let documents = try builder.documents(of: week, cache), !emit(documents, 0) { return }
        }
      },
      transform: { documents in
        Result {
          let trends = builder.trends(in: documents.week)
          let report = try builder.report(of: documents, trends: trends)
          let files = WeekFiles(of: report, emptyWeeks: builder.emptyWeeks(before: documents.week))
          return (files, status: report.status, trends: storesTrends ? trends : [])
        }
      },
      consume: { made in
        try cancellation.check()
        let (files, status, trends) = try made.get()
        if storesTrends {
          let inputs = builder.inputs[files.week] ?? 0
          waiting.append(WeekTrends(week: files.week, status: status, trends: trends, inputs: inputs))
          trendsWaiting += trends.count
          if trendsWaiting >= Self.trendsInTransaction { try storeWaiting() }
        }
        try body(files)
      })
    if !waiting.isEmpty { try storeWaiting() }
  }
}

/// The files of a week. The report from which they are made is too large to be kept until all weeks are done.
struct WeekFiles: Sendable {
  let week: Week
  let pages: [ReportFile]
  /// The rows of the week, and of the empty weeks before it, in the tables of all weeks.
  let tables: [ReportFile]
  let line: WeekIndex.Line

  fileprivate init(of report: WeeklyReport, emptyWeeks: [WeeklyReport]) {
    week = report.week
    pages = ReportPages.files(for: report)
    tables = (emptyWeeks + [report]).flatMap(ReportTables.rows)
    line = WeekIndex.Line(report)
  }
}
