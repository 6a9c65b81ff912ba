package import NewsModel
package import NewsStore
package import Trends

/// Joins the stored counts and the trends computed from them into the values from which reports are rendered.
package struct ReportBuilder: Sendable {
  private let store: NewsStore
  private let analysis: TrendAnalysis
  private let archive: String
  private let rows: Int
  package let provenance: [WeeklyReport.Fact]
  /// The hash of everything that the trends and the report of each week depend on.
  package let inputs: WeekInputs
  /// What the page over all weeks says of the archive.
  package let facts: ArchiveFacts
  private let names: SeriesNames
  /// The series of all weeks.
  package let numbering: SeriesNumbering
  private let reasons: MovementReasons

  /// The tables of a report, in the order of printing.
  private static let dimensions: [SeriesKey.Dimension] = [
    .topic, .country, .organisation, .facility, .place, .person, .group, .vessel, .source,
  ]
  /// The most weeks that charts show.
  private static let historyWeeks = 26
  /// The most movements that are explained, and the most other series that are named with each.
  private static let mostExplained = 6
  private static let mostShared = 5
  /// The most stories of a movement, and in the list of the week's main stories.
  private static let storiesOfMovement = 3
  private static let mainStories = 10

  /// - Parameters:
  ///   - archive: the name of the archive.
  ///   - rows: the most rows of each table that pages print.
  ///   - database: the path of the database as the pages name it; nil to omit it.
  ///   - analysis: the analysis of this store's counts.
  package init(store: NewsStore, archive: String, rows: Int, database: String?, analysis: TrendAnalysis) throws {
    self.store = store
    self.analysis = analysis
    self.archive = archive
    self.rows = rows
    names = SeriesNames(try store.seriesNames(), unlisted: try store.unlistedSeries())
    let names = names
    numbering = SeriesNumbering(analysis.keys)
    inputs = WeekInputs(analysis, historyWeeks: Self.historyWeeks, name: names.hash)
    reasons = MovementReasons(names: names, numbering: numbering, words: WordCounting(store: store))
    let run = try store.runDescription()
    func facts(_ facts: [(String, String?)]) -> [WeeklyReport.Fact] {
      facts.compactMap { name, value in value.map { WeeklyReport.Fact(name: name, value: $0) } }
    }
    let place = [(WeeklyReport.Fact.database, database)]
    let recipe = [("dictionaries", run?.dictionaries), ("rules", run?.rules), ("program", run?.program)]
    provenance = facts(place + recipe)
    self.facts = ArchiveFacts(
      archive: archive, undated: try store.undatedDocuments(), problems: try store.problemTallies(),
      provenance: facts(place + [("archive", run?.archive)] + recipe))
  }

  /// The weeks with documents, in order.
  package var weeks: [Week] { analysis.weeks.totals.map(\.week) }

  /// The bursts of all series.
  package var bursts: [(key: SeriesKey, burst: Trend.Burst)] { analysis.bursts }

  /// Returns the documents from which the report of a week is made; nil for a week without documents.
  package func documents(of week: Week, _ cache: WeekDocumentCache) throws -> ReportDocuments? {
    guard let index = analysis.weeks.index(of: week) else { return nil }
    return ReportDocuments(
      week: week, documents: try cache.documents(in: week),
      baseline: try analysis.weeks.baseline(of: index, weeks: analysis.parameters.baselineWeeks)
        .map { try cache.documents(in: analysis.weeks.totals[$0].week) })
  }

  /// Returns the trends of all series of a week, from which its report is made.
  package func trends(in week: Week) -> [Trend] { analysis.trends(in: week) }

  /// Returns the reports of the empty weeks before a week, for the tables over all weeks; none if they are too many to
  /// be listed.
  package func emptyWeeks(before week: Week) -> [WeeklyReport] {
    guard let index = analysis.weeks.index(of: week), index > 0 else { return [] }
    return analysis.weeks.totals[index - 1].week.listedWeeks(before: week).map { week in
      WeeklyReport(
        archive: archive, week: week, status: .empty, totals: WeekTotals(emptyWeek: week), previous: nil, next: nil,
        parameters: analysis.parameters, provenance: provenance, history: [])
    }
  }

  /// Returns the report of a week.
  ///
  /// - Parameter trends: those that `trends(in:)` returns for the week.
  package func report(of source: ReportDocuments, trends: [Trend]) throws -> WeeklyReport {
    let (week, documents) = (source.week, source.documents)
    let history = analysis.weeks.history(to: week, weeks: Self.historyWeeks)
    let historyWeeks = history.map(\.totals.week)
    let totals = history.last?.totals ?? WeekTotals(emptyWeek: week)
    let selection = WeekSelection(trends, limit: rows, isKnown: names.isListed)
    let references = ReferenceList(documents, numbering)

    func row(_ trend: Trend, isPrinted: Bool = true) -> SeriesRow {
      guard isPrinted else { return SeriesRow(name: names[trend.key], trend: trend) }
      return SeriesRow(
        name: names[trend.key], trend: trend, shares: analysis.shares(of: trend.key, in: historyWeeks),
        documents: references.positions(ofSeries: trend.key))
    }

    var report = WeeklyReport(
      archive: archive, week: week, status: analysis.weeks.status(of: week), totals: totals,
      previous: neighbour(of: week, by: -1), next: neighbour(of: week, by: 1),
      parameters: analysis.parameters, provenance: provenance,
      history: history.map { .init(totals: $0.totals, status: $0.status) })
    report.tables = Self.dimensions.compactMap { dimension in
      guard let trends = selection.tables[dimension], !trends.isEmpty else { return nil }
      let shown = min(rows, trends.count)
      return SeriesTable(
        dimension: dimension, rows: trends.enumerated().map { row($1, isPrinted: $0 < shown) }, shown: shown)
    }
    report.changes = selection.changes.map { row($0) }
    report.unusual = selection.unusual.map { row($0) }
    report.compared = trends.count { trend in
      trend.comparison.map { $0.smallestPossibleP <= Trend.unusualBelow } ?? false
    }
    report.presenceChanges = selection.presenceChanges.map { row($0) }
    let findings = Findings(
      selection, documents: documents, numbering: numbering, parameters: analysis.parameters, isListed: names.isListed)
    let baseline = findings.groups.isEmpty ? [] : source.baseline.flatMap(\.self)
    let weighted = zip(documents, findings.weights).map { (document: $0, weight: $1) }
    report.movements = try findings.groups.prefix(Self.mostExplained).map { group in
      let key = group.leader.key
      var movement = try reasons.movement(of: key, in: documents, baseline: baseline)
      movement.name = ([key] + group.keysInSameDocuments).map { names[$0] }.joined(separator: "; ")
      movement.shared = group.others.prefix(Self.mostShared).map {
        Movement.SharedSeries(key: $0.trend.key, name: names[$0.trend.key], count: $0.count)
      }
      movement.stories = stories(
        of: weighted.filter { pair in numbering[key].map { pair.document.counts(for: $0) } ?? false },
        limit: Self.storiesOfMovement, references)
      return movement
    }
    report.pairs = analysis.pairs(in: week, try store.pairs(in: week), total: totals.documents).prefix(rows).map {
      pair in
      PairRow(
        firstName: names[pair.first], secondName: names[pair.second], pair: pair,
        documents: references.positions(ofSeries: pair.first, and: pair.second))
    }
    report.stories = stories(of: weighted, limit: Self.mainStories, references)
    report.leftOut = try leftOut(in: totals)
    report.documents = references.finish(&report)
    return report
  }

  /// Returns the nearest earlier (-1) or later (1) week that has documents.
  private func neighbour(of week: Week, by step: Int) -> Week? {
    let totals = analysis.weeks.totals
    guard let index = analysis.weeks.index(of: week), totals.indices.contains(index + step) else { return nil }
    return totals[index + step].week
  }

  /// Returns the stories that most documents and sources carry, by the product of both numbers. Among equals, those with
  /// the largest weight of a document come first, then the earliest.
  private func stories(
    of documents: [(document: WeekDocument, weight: Double)], limit: Int, _ references: ReferenceList
  ) -> [StoryRow] {
    let groups = Dictionary(grouping: documents, by: \.document.story).values.map { group in
      (
        group: group.map(\.document), sources: Set(group.map(\.document.publisher)).count,
        weight: group.map(\.weight).max() ?? 0
      )
    }
    let order = groups.sorted { a, b in
      (
        -a.group.count * a.sources, -a.group.count, -a.weight, a.group[0].reference.day!, a.group[0].reference.source
      ) < (
        -b.group.count * b.sources, -b.group.count, -b.weight, b.group[0].reference.day!, b.group[0].reference.source
      )
    }
    return order.prefix(limit).compactMap { group, sources, _ in
      guard let headline = Headlines.representative(of: group.map(\.reference))?.title else { return nil }
      return StoryRow(
        headline: headline, documentCount: group.count, sourceCount: sources, firstDay: group[0].reference.day,
        documents: references.positions { $0.story == group[0].story })
    }
  }

  private func leftOut(in week: WeekTotals) throws -> [WeeklyReport.LeftOut] {
    let duplicates = week.documents - week.stories
    return [
      WeeklyReport.LeftOut(
        what: duplicates == 1
          ? "near-duplicate, which counts as a document but not as a story"
          : "near-duplicates, which count as documents but not as stories", count: duplicates)
    ]
      + (try store.uncountedMentions(in: week.week)).map {
        .init(what: "\($0.count == 1 ? "mention" : "mentions") in zone \($0.zone.rawValue)", count: $0.count)
      }
  }
}
