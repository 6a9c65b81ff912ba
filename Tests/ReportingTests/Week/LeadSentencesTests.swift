import Foundation
import NewsModel
import Reporting
import Testing

/// The sentences with which a report opens say what the numbers hold, and no more.
@Suite struct LeadSentencesTests {
  private static let week = Week(iso: "2013-W05")!

  /// A row of 60 stories. Without an expected number the week is not compared.
  private static func row(
    _ dimension: SeriesKey.Dimension, _ name: String, _ stories: Int, expected: Double? = nil,
    isSignificant: Bool = false, label: Trend.Label? = nil, backAfter: Int? = nil, quietFor: Int? = nil
  ) -> SeriesRow {
    var trend = Trend(
      key: SeriesKey(dimension, name), week: week, documents: stories, stories: stories, share: Double(stories) / 60,
      label: label, backAfter: backAfter, quietFor: quietFor)
    if let expected {
      let change = (Double(stories) - expected) / 60
      trend.comparison = Trend.Comparison(
        baselineWeeks: 8, baselineCount: Int(expected * 8), baselineTotal: 480, expected: expected, change: change,
        low: change - 0.05, high: change + 0.05, p: 0.001, smallestPossibleP: 1e-9, q: isSignificant ? 0.01 : nil,
        isSignificant: isSignificant)
    }
    return SeriesRow(name: name, trend: trend)
  }

  private static func story(_ headline: String, documents: Int = 1, sources: Int = 1) -> StoryRow {
    StoryRow(headline: headline, documentCount: documents, sourceCount: sources, firstDay: week.monday)
  }

  private static func movement(
    _ row: SeriesRow, shared: [(SeriesKey.Dimension, String, Int)] = [], words: [String] = [], stories: [StoryRow] = []
  ) -> Movement {
    Movement(
      key: row.trend.key, name: row.name + "; others", shift: SourceShift(continuing: 0, came: 0, went: 0, sources: []),
      documents: row.trend.documents, against: .all(480), companions: [],
      words: words.map { Distinction(name: $0, documents: 5, documentsBefore: 0, strength: 20) }, stories: stories,
      shared: shared.map { Movement.SharedSeries(key: SeriesKey($0.0, $0.1), name: $0.1, count: $0.2) })
  }

  private static func report(
    status: WeekStatus = .complete, stories count: Int = 60, _ change: (inout WeeklyReport) -> Void
  ) -> WeeklyReport {
    var report = WeeklyReport(
      archive: "harbour", week: week, status: status,
      totals: WeekTotals(week: week, documents: count, stories: count, sources: 3, daily: [count, 0, 0, 0, 0, 0, 0]),
      parameters: TrendParameters())
    change(&report)
    return report
  }

  private static func table(_ rows: [SeriesRow]) -> SeriesTable {
    SeriesTable(dimension: rows[0].trend.key.dimension, rows: rows, shown: rows.count)
  }

  /// Returns what a page has between its title and the links to other weeks.
  private static func lead(_ report: WeeklyReport) throws -> [String] {
    let page = try #require(ReportPages.files(for: report).first { $0.path.hasSuffix(".md") })
    let text = String(decoding: page.bytes, as: UTF8.self)
    let lines = text.components(separatedBy: "\n# ")[1].split(separator: "\n").dropFirst()
    return lines.prefix { !$0.contains("(index.md)") }.map(String.init)
  }

  @Test func aRichWeek() throws {
    let floods = Self.row(.topic, "Flooding", 14, expected: 2.04, isSignificant: true)
    let mill = Self.row(.facility, "Tide Mill", 9, expected: 0.03, isSignificant: true)
    let council = Self.row(.organisation, "Harbour Council", 7, expected: 1, isSignificant: true)
    let fish = Self.row(.topic, "Fishing", 0, expected: 12.4, isSignificant: true)
    let source = Self.row(.source, "a.example", 30, expected: 5, isSignificant: true)
    let report = Self.report {
      $0.changes = [floods, mill, council, source, fish]
      $0.movements = [
        Self.movement(
          floods, shared: [(.facility, "Tide Mill", 8), (.topic, "Rescue", 3)], words: ["embankment", "collapsed"],
          stories: [Self.story("Mill floods")])
      ]
      $0.tables = [Self.table([floods, fish])]
      $0.compared = 5
      $0.stories = [Self.story("Embankment gives way", documents: 14, sources: 9)]
      $0.presenceChanges = [
        Self.row(.person, "A. Keeper", 5, expected: 0, label: .new),
        Self.row(.facility, "North Sluice", 4, expected: 0, label: .new),
        Self.row(.place, "Fen End", 3, expected: 0, label: .back, backAfter: 11),
        Self.row(.topic, "Bridges", 0, expected: 3, label: .quiet, quietFor: 4),
      ]
    }
    #expect(
      try Self.lead(report) == [
        "**Flooding** led the week: 14 of 60 stories, against 2 expected. The same stories are also about Rescue (3) and name "
          + "Tide Mill (8). Words that set them apart are “embankment” and “collapsed”. Harbour Council (7 stories, 1 expected) "
          + "rose too; Fishing (none, 12 expected) fell. The main story is “**Embankment gives way**”, in 14 documents from 9 "
          + "sources.",
        "- **New:** North Sluice (4 stories) and A. Keeper (5 stories). Back: Fen End (3 stories, after 11 weeks).",
        "- **Gone:** Bridges (silent for 4 weeks).",
      ])
  }

  @Test func aWeekWithALeadThatIsNoFinding() throws {
    let mill = Self.row(.facility, "Tide Mill", 3, expected: 0.1)
    let report = Self.report {
      $0.unusual = [mill]
      $0.movements = [Self.movement(mill, stories: [Self.story("Report for 12 May")])]
      $0.tables = [Self.table([mill])]
      $0.compared = 5
      $0.stories = [Self.story("Report for 11 May"), Self.story("Report for 12 May")]
    }
    // The headlines differ only in their numbers, so none of them is named.
    #expect(
      try Self.lead(report) == [
        "**Tide Mill** stood out, though not beyond chance: 3 of 60 stories, against 0.1 expected.",
        "- **New:** nothing.",
        "- **Gone:** nothing.",
      ])
  }

  /// Leads beside findings, and two headlines in an archive of one source.
  @Test func whatIsNotBeyondChanceIsSaidSo() throws {
    let floods = Self.row(.topic, "Flooding", 14, expected: 2.04, isSignificant: true)
    let mill = Self.row(.facility, "Tide Mill", 3, expected: 0.1)
    let sluice = Self.row(.facility, "North Sluice", 3, expected: 0.2)
    let report = Self.report {
      $0.changes = [floods]
      $0.unusual = [mill, sluice]
      $0.movements = [
        Self.movement(floods, stories: [Self.story("Mill floods")]), Self.movement(mill), Self.movement(sluice),
      ]
      $0.tables = [Self.table([floods])]
      $0.compared = 0
      $0.stories = [Self.story("Embankment gives way", documents: 3)]
    }
    #expect(
      try Self.lead(report) == [
        "**Flooding** led the week: 14 of 60 stories, against 2 expected. Tide Mill (3 stories, 0.1 expected) and North Sluice (3 "
          + "stories, 0.2 expected) stood out, though not beyond chance. Two headlines are “**Mill floods**” and “**Embankment "
          + "gives way**”."
      ])
  }

  @Test func aWeekInWhichOnlySomethingFell() throws {
    let fish = Self.row(.topic, "Fishing", 1, expected: 12.4, isSignificant: true)
    let ferry = Self.row(.topic, "Ferries", 2, expected: 9, isSignificant: true)
    let report = Self.report {
      $0.changes = [fish, ferry]
      $0.movements = [Self.movement(fish), Self.movement(ferry)]
      $0.tables = [Self.table([fish, ferry])]
      $0.compared = 5
      $0.stories = [Self.story("Calm sea")]
    }
    #expect(
      try Self.lead(report).first
        == "**Fishing** fell the most: 1 of 60 stories, against 12 expected. Ferries (2 stories, 9 "
        + "expected) fell too. One headline is “**Calm sea**”.")
  }

  private static let composition =
    "Of its 60 stories, 20 are about Fishing and 8 about Ferries; all name Netherlands and 2 name Belgium."

  /// The same numbers in weeks of which more or less can be said.
  @Test(
    arguments: [
      (
        WeekStatus.complete, 6.0, 9,
        [composition + " No topic or name rose or fell beyond chance.", "- **New:** nothing.", "- **Gone:** nothing."]
      ),
      (.complete, 6.0, 0, [composition + " Its numbers are too small to show a change."]),
      (
        .complete, nil, 0,
        [composition + " It is among the first weeks of the archive, so it is not compared with others."]
      ),
      (
        .incomplete("no documents after Tuesday"), nil, 0,
        [
          "> **This week is incomplete:** no documents after Tuesday. Its numbers are not compared with those of other weeks, so a low number does not mean a fall.",
          composition,
        ]
      ),
    ] as [(WeekStatus, Double?, Int, [String])])
  func aWeekInWhichNothingStoodOut(status: WeekStatus, expected: Double?, compared: Int, lead: [String]) throws {
    let report = Self.report(status: status) {
      $0.tables = [
        Self.table([
          Self.row(.topic, "Fishing", 20, expected: expected), Self.row(.topic, "Ferries", 8, expected: expected),
          Self.row(.topic, "Law", 1, expected: expected),
        ]),
        Self.table([Self.row(.country, "Netherlands", 60), Self.row(.country, "Belgium", 2)]),
      ]
      $0.compared = compared
    }
    #expect(try Self.lead(report) == lead)
  }

  @Test func aWeekOfOneStory() throws {
    let report = Self.report(stories: 1) {
      $0.tables = [Self.table([Self.row(.topic, "Fishing", 1)])]
      $0.stories = [Self.story("Calm sea")]
    }
    #expect(
      try Self.lead(report) == [
        "It has 1 story. It is among the first weeks of the archive, so it is not compared with others. Its headline is “**Calm sea**”."
      ])
  }
}
