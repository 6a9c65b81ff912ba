import NewsModel
import NewsStore
import Trends

/// Joins what the store counted and `Trends` computed into the values that reports are rendered from.
struct ReportBuilder: Sendable {
  let analysis: TrendAnalysis
  private let archive: String
  private let rows: Int
  private let provenance: [WeeklyReport.Fact]
  private let problems: [WeeklyReport.ProblemTally]
  let undated: Int
  private let names: SeriesNames
  private let reasons: MovementReasons
  private let store: NewsStore

  /// The tables of a report, in the order of printing.
  private static let dimensions: [SeriesKey.Dimension] = [
    .topic, .country, .organisation, .facility, .place, .person, .source,
  ]
  /// Weeks that charts have room for.
  private static let historyWeeks = 26
  /// Movements that are explained, and how many of them may be less than sure.
  private static let mostExplained = 6
  private static let unsureExplained = 3
  /// Stories that explain one.
  private static let storiesExplained = 3
  /// Stories that are listed.
  private static let storyRows = 10

  /// - Parameters:
  ///   - database: what the pages say of their database; nil for nothing.
  ///   - analysis: of this store, by this definition.
  init(store: NewsStore, definition: PipelineDefinition, database: String?, analysis: TrendAnalysis) throws {
    self.store = store
    self.analysis = analysis
    archive = definition.name
    rows = definition.report.rows
    names = SeriesNames(try store.seriesNames(), unlisted: try store.unlistedSeries())
    reasons = MovementReasons(names: names, words: WordCounting(store: store))
    problems = try store.problemTallies()
    undated = try store.counts().undated
    let run = try store.runDescription()
    provenance = [
      (ReportedDatabase.key, database), ("archive", run?.archive), ("dictionaries", run?.dictionaries),
      ("rules", run?.rules), ("program", run?.program),
    ].compactMap { name, value in value.map { WeeklyReport.Fact(name: name, value: $0) } }
  }

  /// Reads the weekly counts of the whole archive.
  static func analysis(of store: NewsStore, definition: PipelineDefinition) throws -> TrendAnalysis {
    var counts: [SeriesKey: [WeeklyCount]] = [:]
    for dimension in dimensions {
      counts.merge(try store.weeklyCounts(dimension), uniquingKeysWith: { first, _ in first })
    }
    return TrendAnalysis(totals: try store.weeklyTotals(), series: counts, parameters: definition.trends)
  }

  /// Those with documents, in order.
  var weeks: [Week] { analysis.weeks.totals.map(\.week) }

  /// Nil for a week without documents.
  func documents(of week: Week, _ window: WeekWindow) throws -> ReportDocuments? {
    guard let index = analysis.weeks.index(of: week) else { return nil }
    return ReportDocuments(
      index: index, documents: try window.documents(in: week),
      before: try analysis.weeks.baseline(of: index, weeks: analysis.parameters.baselineWeeks)
        .map { try window.documents(in: analysis.weeks.totals[$0].week) })
  }

  /// What the tables over all weeks say of the empty weeks before one, where there are few enough to be listed.
  func emptyWeeks(before week: Week) -> [WeeklyReport] {
    guard let index = analysis.weeks.index(of: week), index > 0 else { return [] }
    return analysis.weeks.totals[index - 1].week.listedWeeks(before: week).map { week in
      WeeklyReport(
        archive: archive, week: week, status: .empty, totals: WeekTotals(emptyWeek: week), previous: nil, next: nil,
        parameters: analysis.parameters, provenance: provenance, history: [], problems: problems)
    }
  }

  func report(of found: ReportDocuments) throws -> WeeklyReport {
    let (index, documents) = (found.index, found.documents)
    let week = analysis.weeks.totals[index].week
    let history = analysis.weeks.history(to: week, weeks: Self.historyWeeks)
    let historyWeeks = history.map(\.totals.week)
    let trends = analysis.trends(in: week)
    let selection = WeekSelection(trends, limit: rows, isKnown: names.isListed)
    var references = ReferenceList(documents)

    func row(_ trend: Trend, isPrinted: Bool = true) -> SeriesRow {
      guard isPrinted else { return SeriesRow(name: names[trend.key], trend: trend) }
      return SeriesRow(
        name: names[trend.key], trend: trend, shares: analysis.shares(of: trend.key, in: historyWeeks),
        documents: references.positions(ofSeries: trend.key))
    }

    var report = WeeklyReport(
      archive: archive, week: week, status: analysis.weeks.statuses[index], totals: analysis.weeks.totals[index],
      previous: neighbour(of: index, by: -1), next: neighbour(of: index, by: 1),
      parameters: analysis.parameters, provenance: provenance,
      history: history.map { .init(totals: $0.totals, status: $0.status) },
      problems: problems)
    report.tables = Self.dimensions.compactMap { dimension in
      guard let trends = selection.tables[dimension], !trends.isEmpty else { return nil }
      let shown = min(rows, trends.count)
      return SeriesTable(
        dimension: dimension, rows: trends.enumerated().map { row($1, isPrinted: $0 < shown) }, shown: shown)
    }
    report.changes = selection.changes.map { row($0) }
    report.unusual = selection.unusual.map { row($0) }
    report.compared = trends.count { analysis.canBe($0, unusualBelow: WeekSelection.unusualBelow) }
    report.comings = selection.comings.map { row($0) }
    let explained = explained(selection)
    let before = explained.isEmpty ? [] : found.before.flatMap(\.self)
    report.movements = try together(explained, in: documents).map { changes in
      var movement = try reasons.movement(of: changes[0], now: documents, before: before)
      movement.name = changes.map { names[$0.key] }.joined(separator: "; ")
      movement.stories = mainStories(
        of: documents.filter { $0.series.contains(changes[0].key) }, limit: Self.storiesExplained, &references)
      return movement
    }
    report.pairs = analysis.pairs(in: week, try store.pairs(in: week), total: documents.count).prefix(rows).map {
      pair in
      PairRow(
        firstName: names[pair.first], secondName: names[pair.second], pair: pair,
        documents: references.positions { $0.series.contains(pair.first) && $0.series.contains(pair.second) })
    }
    report.stories = mainStories(of: documents, limit: Self.storyRows, &references)
    report.leftOut = try leftOut(in: week, documents: documents)
    report.documents = references.finish(&report)
    return report
  }

  /// The strongest changes; where they are few, the least likely of what is unusual too.
  private func explained(_ selection: WeekSelection) -> [Trend] {
    let changes = Array(selection.changes.prefix(Self.mostExplained))
    let unsure = selection.unusual.filter { names.isListed($0.key) && $0.documents >= analysis.parameters.minimumCount }
      .sorted { a, b in (a.comparison?.p ?? 1, a.key) < (b.comparison?.p ?? 1, b.key) }
      .prefix(min(Self.unsureExplained, Self.mostExplained - changes.count))
    return changes + unsure
  }

  /// Changes that are in the very same documents have the very same reasons.
  private func together(_ changes: [Trend], in documents: [WeekDocument]) -> [[Trend]] {
    var groups: [(documents: [Int64], changes: [Trend])] = []
    for change in changes {
      let having = documents.filter { $0.series.contains(change.key) }.map(\.id)
      if let known = groups.firstIndex(where: { $0.documents == having && !having.isEmpty }) {
        groups[known].changes.append(change)
      } else {
        groups.append((having, [change]))
      }
    }
    return groups.map(\.changes)
  }

  /// The nearest week in a direction that has documents.
  private func neighbour(of index: Int, by step: Int) -> Week? {
    let totals = analysis.weeks.totals
    return totals.indices.contains(index + step) ? totals[index + step].week : nil
  }

  /// The stories of most documents, then of most sources, then the earliest.
  private func mainStories(of documents: [WeekDocument], limit: Int, _ references: inout ReferenceList) -> [StoryRow] {
    let groups = Dictionary(grouping: documents, by: \.story).values.map { group in
      (group: group, sources: Set(group.map(\.publisher)).count)
    }
    let order = groups.sorted { a, b in
      (-a.group.count, -a.sources, a.group[0].reference.day!, a.group[0].reference.source)
        < (-b.group.count, -b.sources, b.group[0].reference.day!, b.group[0].reference.source)
    }
    return order.prefix(limit).compactMap { group, sources in
      guard let headline = Headlines.representative(of: group.map(\.reference))?.title else { return nil }
      return StoryRow(
        headline: headline, documentCount: group.count, sourceCount: sources, firstDay: group[0].reference.day,
        documents: references.positions { $0.story == group[0].story })
    }
  }

  private func leftOut(in week: Week, documents: [WeekDocument]) throws -> [WeeklyReport.LeftOut] {
    let repeated = documents.count - Set(documents.map(\.story)).count
    return [
      WeeklyReport.LeftOut(
        what: "\(undated == 1 ? "document" : "documents") without a date, in the whole archive", count: undated),
      WeeklyReport.LeftOut(
        what: repeated == 1
          ? "near-duplicate, which counts as a document but not as a story"
          : "near-duplicates, which count as documents but not as stories", count: repeated),
    ]
      + (try store.uncountedMentions(in: week)).map {
        .init(what: "\($0.count == 1 ? "mention" : "mentions") in zone \($0.zone.rawValue)", count: $0.count)
      }
  }
}
