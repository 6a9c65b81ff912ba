import NewsModel
import NewsStore
import Trends

/// Joins what the store counted and `Trends` computed into the values that reports are rendered from.
struct ReportBuilder {
  let analysis: TrendAnalysis
  private let archive: String
  private let rows: Int
  private let provenance: [WeeklyReport.Fact]
  private let problems: [WeeklyReport.ProblemTally]
  private let undated: Int
  private let counts: [SeriesKey: [WeeklyCount]]
  private let names: SeriesNames
  private let window: WeekWindow
  private let store: NewsStore

  /// The tables of a report, in the order of printing.
  private static let dimensions: [SeriesKey.Dimension] = [.topic, .country, .organisation, .facility, .source]
  /// Weeks that charts have room for.
  private static let historyWeeks = 26
  /// Movements that are explained.
  private static let explained = 6
  /// Stories that are listed.
  private static let storyRows = 10

  /// Reads the weekly counts of the whole archive.
  init(store: NewsStore, definition: PipelineDefinition) throws {
    self.store = store
    archive = definition.name
    rows = definition.report.rows
    var counts: [SeriesKey: [WeeklyCount]] = [:]
    for dimension in Self.dimensions {
      counts.merge(try store.weeklyCounts(dimension), uniquingKeysWith: { first, _ in first })
    }
    self.counts = counts
    analysis = TrendAnalysis(totals: try store.weeklyTotals(), series: counts, parameters: definition.trends)
    names = SeriesNames(try store.seriesNames())
    window = WeekWindow(store: store, weeks: definition.trends.baselineWeeks + 1)
    problems = try store.problemTallies()
    undated = try store.counts().undated
    let run = try store.runDescription()
    provenance = [
      ("archive", run?.archive), ("dictionaries", run?.dictionaries), ("rules", run?.rules), ("program", run?.program),
    ].compactMap { name, value in value.map { WeeklyReport.Fact(name: name, value: $0) } }
  }

  /// Every week from the first with a document to the last.
  var weeks: [Week] { analysis.weeks.totals.map(\.week) }

  /// Nil for a week outside the archive.
  func report(of week: Week) throws -> WeeklyReport? {
    guard let index = analysis.weeks.index(of: week) else { return nil }
    let history = max(0, index - Self.historyWeeks + 1)...index
    let documents = try window.documents(in: week)
    let trends = analysis.trends(in: week)
    let selection = WeekSelection(trends, limit: rows)
    var references = ReferenceList(documents)

    func row(_ trend: Trend, isPrinted: Bool = true) -> SeriesRow {
      guard isPrinted else { return SeriesRow(name: names[trend.key], trend: trend) }
      return SeriesRow(
        name: names[trend.key], trend: trend, shares: shares(of: trend.key, history),
        documents: references.positions(ofSeries: trend.key))
    }

    var report = WeeklyReport(
      archive: archive, week: week, status: analysis.weeks.statuses[index], totals: analysis.weeks.totals[index],
      previous: neighbour(of: index, by: -1), next: neighbour(of: index, by: 1),
      parameters: analysis.parameters, provenance: provenance,
      history: history.map { .init(totals: analysis.weeks.totals[$0], status: analysis.weeks.statuses[$0]) },
      problems: problems)
    report.tables = Self.dimensions.compactMap { dimension in
      guard let trends = selection.tables[dimension], !trends.isEmpty else { return nil }
      let shown = min(rows, trends.count)
      return SeriesTable(
        dimension: dimension, rows: trends.enumerated().map { row($1, isPrinted: $0 < shown) }, shown: shown)
    }
    report.changes = selection.changes.map { row($0) }
    report.comings = selection.comings.map { row($0) }
    report.movements = try selection.changes.prefix(Self.explained).map { change in
      try movement(of: change, at: index, &references)
    }
    report.pairs = analysis.pairs(in: week, PairCounting.count(documents)).prefix(rows).map { pair in
      PairRow(
        firstName: names[pair.first], secondName: names[pair.second], pair: pair,
        documents: references.positions { $0.series.contains(pair.first) && $0.series.contains(pair.second) })
    }
    report.stories = mainStories(of: documents, limit: Self.storyRows, &references)
    report.leftOut = try leftOut(in: week, documents: documents)
    report.documents = references.finish(&report)
    return report
  }

  /// The nearest week in a direction that has documents.
  private func neighbour(of index: Int, by step: Int) -> Week? {
    var index = index + step
    while analysis.weeks.totals.indices.contains(index) {
      if analysis.weeks.totals[index].documents > 0 { return analysis.weeks.totals[index].week }
      index += step
    }
    return nil
  }

  private func shares(of key: SeriesKey, _ history: ClosedRange<Int>) -> [Double?] {
    let unit = analysis.parameters.unit
    let byWeek = Dictionary(uniqueKeysWithValues: (counts[key] ?? []).map { ($0.week, $0.count(in: unit)) })
    return history.map { index in
      let totals = analysis.weeks.totals[index]
      let whole = totals.total(in: unit)
      return whole == 0 ? nil : Double(byWeek[totals.week] ?? 0) / Double(whole)
    }
  }

  private func movement(of trend: Trend, at index: Int, _ references: inout ReferenceList) throws -> Movement {
    let baseline = analysis.weeks.baseline(of: index, weeks: analysis.parameters.baselineWeeks)
    let now = try window.documents(in: trend.week)
    let before = try baseline.flatMap { try window.documents(in: analysis.weeks.totals[$0].week) }
    let withNow = now.filter { $0.series.contains(trend.key) }
    let withBefore = before.filter { $0.series.contains(trend.key) }
    return Movement(
      key: trend.key, name: names[trend.key],
      shift: SourceShift(
        sourceCounts(withNow, withBefore), total: now.count, totalBefore: before.count),
      apart: Distinctions.strongest(
        companionCounts(of: trend.key, withNow, withBefore), total: withNow.count, totalBefore: withBefore.count),
      stories: mainStories(of: withNow, limit: 3, &references))
  }

  private func sourceCounts(_ now: [WeekDocument], _ before: [WeekDocument]) -> [SourceCount] {
    tally(now, before) { [$0.publisher] }.map { SourceCount(source: $0, documents: $1, documentsBefore: $2) }
  }

  private func companionCounts(of key: SeriesKey, _ now: [WeekDocument], _ before: [WeekDocument]) -> [CompanionCount] {
    tally(now, before) { document in
      document.series.filter { $0 != key && $0.dimension != .source }.map { names[$0] }
    }
    .map { CompanionCount(name: $0, documents: $1, documentsBefore: $2) }
  }

  /// How many documents of both times have each label, in order of label.
  private func tally(
    _ now: [WeekDocument], _ before: [WeekDocument], labels: (WeekDocument) -> [String]
  ) -> [(String, Int, Int)] {
    var counts: [String: (now: Int, before: Int)] = [:]
    for document in now { for label in Set(labels(document)) { counts[label, default: (0, 0)].now += 1 } }
    for document in before { for label in Set(labels(document)) { counts[label, default: (0, 0)].before += 1 } }
    return counts.sorted { $0.key < $1.key }.map { ($0, $1.now, $1.before) }
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
      WeeklyReport.LeftOut(what: "documents without a date, in the whole archive", count: undated),
      WeeklyReport.LeftOut(what: "near-duplicates, which count as documents but not as stories", count: repeated),
    ]
      + (try store.uncountedMentions(in: week).map {
        .init(what: "mentions in zone \($0.zone.rawValue)", count: $0.count)
      })
  }
}
