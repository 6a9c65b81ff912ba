import NewsModel
import NewsStore
import ReportBuilding
import Testing
import Trends

/// The report of a week is the expected value, in every part.
@Suite struct ReportBuilderTests {
  private let week = Week(iso: "2013-W05")!
  private let dutch = SeriesKey(.country, "NL")
  private let mill = SeriesKey(.facility, "fac.mill")
  private let council = SeriesKey(.organisation, "org.council")

  /// The row of a series that occurs in the week for the first time and cannot be compared.
  private func row(
    _ name: String, _ key: SeriesKey, documents: [Int], stories: Int, sources: Int, share: Double
  ) -> SeriesRow {
    SeriesRow(
      name: name,
      trend: Trend(
        key: key, week: week, documents: documents.count, stories: stories, sources: sources, share: share,
        firstSeen: week),
      shares: [share], documents: documents)
  }

  /// Two copies of one text, another document, and a document without a day.
  @Test func aWeekWithoutABaselineHasOnlyItsOwnNumbers() throws {
    let archive = try BuiltArchive([
      StoredDocument(
        "a.html", day: "2013-01-28", publisher: "a.example", title: "Gate opens",
        mentions: [(.organisation, "org.council", .body), (.facility, "fac.mill", .body)], countries: ["NL"],
        topics: ["tidal-power"], story: 1),
      StoredDocument(
        "b.html", day: "2013-01-30", publisher: "b.example", title: "Gate opens",
        mentions: [(.organisation, "org.council", .body)], countries: ["NL"], story: 1),
      StoredDocument(
        "c.html", day: "2013-02-01", publisher: "a.example", title: "Rain",
        mentions: [(.organisation, "org.council", .teaser)],
        problem: Problem(source: "c.html", kind: .encoding, reason: "not UTF-8")),
      StoredDocument("d.html", day: nil, publisher: "a.example", title: "Old news"),
    ])
    var report = try archive.report(of: week, parameters: TrendParameters(minimumPairCount: 1))
    // A hash says nothing to a reader of this test.
    report.totals.content = 0
    report.history[0].totals.content = 0

    let totals = WeekTotals(week: week, documents: 3, stories: 2, sources: 2, daily: [1, 0, 1, 0, 1, 0, 0])
    func reference(_ source: String, _ title: String, _ publisher: String, _ day: String) -> DocumentReference {
      DocumentReference(source: source, title: title, publisher: publisher, day: Day(iso: day), url: nil)
    }
    func pair(
      _ first: (String, SeriesKey), _ second: (String, SeriesKey), documents: [Int], npmi: Double
    ) -> PairRow {
      PairRow(
        firstName: first.0, secondName: second.0,
        pair: PairTrend(first: first.1, second: second.1, week: week, documents: documents.count, npmi: npmi),
        documents: documents)
    }
    let common = Association.npmi(both: 2, first: 2, second: 2, total: 3)
    let rare = Association.npmi(both: 1, first: 1, second: 2, total: 3)
    #expect(
      report
        == WeeklyReport(
          archive: "harbour", week: week, status: .complete, totals: totals,
          parameters: TrendParameters(minimumPairCount: 1),
          provenance: [
            .init(name: "database", value: "../news.sqlite"),
            .init(name: "dictionaries", value: "d1"), .init(name: "rules", value: "r1"),
            .init(name: "program", value: "dateline 0"),
          ],
          history: [.init(totals: totals, status: .complete)],
          tables: [
            SeriesTable(
              dimension: .topic,
              rows: [
                row("Energy", SeriesKey(.topic, "energy"), documents: [0], stories: 1, sources: 1, share: 0.5),
                row("Tides", SeriesKey(.topic, "tidal-power"), documents: [0], stories: 1, sources: 1, share: 0.5),
              ], shown: 2),
            SeriesTable(
              dimension: .country,
              rows: [row("Netherlands", dutch, documents: [0, 1], stories: 1, sources: 2, share: 0.5)], shown: 1),
            SeriesTable(
              dimension: .organisation,
              rows: [row("Harbour Council", council, documents: [0, 1], stories: 1, sources: 2, share: 0.5)], shown: 1
            ),
            SeriesTable(
              dimension: .facility,
              rows: [row("Tide Mill", mill, documents: [0], stories: 1, sources: 1, share: 0.5)], shown: 1),
            SeriesTable(
              dimension: .source,
              rows: [
                row(
                  "a.example", SeriesKey(.source, "a.example"), documents: [0, 2], stories: 2, sources: 1, share: 1),
                row("b.example", SeriesKey(.source, "b.example"), documents: [1], stories: 1, sources: 1, share: 0.5),
              ], shown: 2),
          ],
          pairs: [
            pair(("Netherlands", dutch), ("Harbour Council", council), documents: [0, 1], npmi: common),
            pair(("Netherlands", dutch), ("Tide Mill", mill), documents: [0], npmi: rare),
            pair(("Tide Mill", mill), ("Harbour Council", council), documents: [0], npmi: rare),
          ],
          stories: [
            StoryRow(
              headline: "Gate opens", documentCount: 2, sourceCount: 2, firstDay: Day(iso: "2013-01-28"),
              documents: [0, 1]),
            StoryRow(
              headline: "Rain", documentCount: 1, sourceCount: 1, firstDay: Day(iso: "2013-02-01"), documents: [2]),
          ],
          leftOut: [
            .init(what: "near-duplicate, which counts as a document but not as a story", count: 1),
            .init(what: "mention in zone teaser", count: 1),
          ],
          documents: [
            reference("a.html", "Gate opens", "a.example", "2013-01-28"),
            reference("b.html", "Gate opens", "b.example", "2013-01-30"),
            reference("c.html", "Rain", "a.example", "2013-02-01"),
          ]))
    #expect(
      try archive.builder().facts
        == ArchiveFacts(
          archive: "harbour", undated: 1, problems: [.init(kind: .encoding, count: 1, example: "c.html")],
          provenance: [
            .init(name: "database", value: "../news.sqlite"), .init(name: "archive", value: "a1"),
            .init(name: "dictionaries", value: "d1"), .init(name: "rules", value: "r1"),
            .init(name: "program", value: "dateline 0"),
          ]))
  }

  /// Ten documents a week; those of the last week are all about a strike.
  private func strike() -> [StoredDocument] {
    (0..<50).map { number in
      let isLast = number >= 40
      let day = Day(ordinal: Week(iso: "2013-W01")!.monday.ordinal + number / 10 * 7 + number % 10 / 2)
      return StoredDocument(
        "\(number + 100).html", day: day.description, publisher: "a.example", title: "Title \(number)",
        text: isLast ? "The workers of the Harbour strike." : "The weather was calm.",
        mentions: isLast ? [(.organisation, "org.council", .body)] : [], topics: isLast ? ["tidal-power"] : [])
    }
  }

  @Test func seriesInTheSameDocumentsAreExplainedTogether() throws {
    let report = try BuiltArchive(strike()).report(of: week)
    let strength = Association.logLikelihood(count: 10, total: 10, otherCount: 0, otherTotal: 40)
    func distinction(_ name: String) -> Distinction {
      Distinction(name: name, documents: 10, documentsBefore: 0, strength: strength)
    }
    #expect(report.changes.map(\.name) == ["Harbour Council", "Energy", "Tides"])
    #expect(report.changes.map(\.documents) == [Array(0..<10), Array(0..<10), Array(0..<10)])
    #expect(
      report.movements == [
        Movement(
          key: SeriesKey(.topic, "energy"), name: "Energy; Tides; Harbour Council",
          shift: SourceShift(
            continuing: 0, came: 10, went: 0, sources: [.init(source: "a.example", documents: 10, expected: 0)]),
          documents: 10, against: .all(40), companions: [distinction("Harbour Council"), distinction("Tides")],
          words: [distinction("strike"), distinction("workers")],
          stories: (0..<3).map { number in
            StoryRow(
              headline: "Title \(40 + number)", documentCount: 1, sourceCount: 1,
              firstDay: Day(ordinal: week.monday.ordinal + number / 2), documents: [number])
          },
          shared: [
            .init(key: SeriesKey(.topic, "tidal-power"), name: "Tides", count: 10),
            .init(key: council, name: "Harbour Council", count: 10),
          ])
      ])
    #expect((report.previous, report.next) == (Week(iso: "2013-W04"), nil))
    #expect(report.documents.map(\.source) == (140..<150).map { "\($0).html" })
  }

  /// A country in 24 of 40 documents that rises to 36 gains more percentage points than a mill that rises from 1 to 8,
  /// but the mill is the surprise.
  @Test func whatDoubledLeadsBeforeWhatGrewALittle() throws {
    let documents = (0..<160).map { number in
      let (week, place) = (number / 40, number % 40)
      let isLast = week == 3
      return StoredDocument(
        "\(number + 100).html", day: Day(ordinal: self.week.monday.ordinal + 7 * (week - 3) + place % 7).description,
        publisher: "a.example", title: "Title \(number)",
        mentions: place < (isLast ? 8 : 1) ? [(.facility, "fac.mill", .body)] : [],
        countries: place < (isLast ? 36 : 24) ? ["NL"] : [])
    }
    let report = try BuiltArchive(documents).report(of: week)
    #expect(report.changes.map(\.name) == ["Netherlands", "Tide Mill"])
    #expect(report.movements.map(\.key) == [mill, dutch])
  }

  /// Among stories with equally many documents and sources, those that carry what rose come first; a story that two
  /// sources carry comes before a story that one source repeats.
  @Test func mainStoriesAreThoseThatDocumentsAndSourcesCarry() throws {
    let copies = [
      (3, "a.example", "Repeated"), (3, "a.example", "Repeated"), (4, "a.example", "Carried"),
      (4, "b.example", "Carried"),
    ]
    let more = copies.enumerated().map { number, copy in
      StoredDocument(
        "0\(number).html", day: week.monday.description, publisher: copy.1, title: copy.2, story: UInt64(copy.0))
    }
    let quiet = StoredDocument("000.html", day: week.monday.description, publisher: "a.example", title: "Calm")
    let report = try BuiltArchive(strike() + more + [quiet]).report(of: week)
    #expect(report.stories.prefix(3).map(\.headline) == ["Carried", "Repeated", "Title 40"])
    #expect(!report.stories.map(\.headline).contains("Calm"))
  }

  /// A row that no page prints names no documents and has no course; a report lists only documents that rows name.
  @Test func rowsBeyondTheLimitNameNoDocuments() throws {
    let documents = (0..<6).map { number in
      StoredDocument(
        "\(number).html", day: Day(ordinal: week.monday.ordinal + number % 5).description,
        publisher: "s\(number).example", title: nil)
    }
    let report = try BuiltArchive(documents).report(of: week, rows: 2)
    let table = try #require(report.tables.first)
    #expect((report.tables.count, table.dimension, table.rows.count, table.shown) == (1, .source, 6, 2))
    #expect(table.rows.map(\.documents) == [[0], [1], [], [], [], []])
    #expect(table.rows.map(\.shares.count) == [1, 1, 0, 0, 0, 0])
    #expect(report.documents.map(\.source) == ["0.html", "5.html", "1.html"].sorted().prefix(2).map { $0 })
    #expect(report.stories == [], "no document has a title")
  }

  @Test func emptyWeeksBeforeAWeekAreListed() throws {
    let archive = try BuiltArchive([
      StoredDocument("a.html", day: "2013-01-14", publisher: "a.example", title: "One"),
      StoredDocument("b.html", day: "2013-02-01", publisher: "a.example", title: "Two"),
    ])
    let builder = try archive.builder()
    #expect(builder.weeks == [Week(iso: "2013-W03")!, week])
    #expect(builder.emptyWeeks(before: week).map { ($0.week.description + " \($0.status)") } == ["2013-W04 empty"])
    #expect(builder.emptyWeeks(before: builder.weeks[0]) == [])
  }
}
