import ArticleCleaning
import NewsModel
import Pipeline
import Testing

@Suite struct PipelineFileTests {
  @Test func everyKeyIsRead() throws {
    var expected = PipelineDefinition(name: "energy")
    expected.file = "work/energy.yaml"
    expected.archive = ["work/pages", "/data/wire.jsonl"]
    expected.database = "energy.sqlite"
    expected.reports = "work/Reports"
    expected.dictionaries = ["Dictionaries", "work/mine"]
    expected.topics = ["Dictionaries/topics/nuclear.yaml"]
    expected.cleaning = .init(
      pageLimit: 8 << 20, latestDay: Day(iso: "2013-12-31"), templates: false,
      items: [
        ItemRule(pages: "pages/log/*", start: .label("report number")), ItemRule(pages: "*", start: .heading(2)),
      ])
    expected.trends.baselineWeeks = 8
    expected.trends.falseDiscoveryRate = 0.1
    expected.trends.unit = .documents
    expected.trends.missingShare = 0.1
    expected.trends.missingChance = 0.001
    expected.report.rows = 5
    let read = try PipelineFile.parse(
      """
      name: energy
      archive: [pages, /data/wire.jsonl]
      database: ../energy.sqlite
      reports: ./Reports
      dictionaries:
        - ../Dictionaries
        - mine
      topics: ../Dictionaries/topics/nuclear.yaml
      cleaning: {page_limit_mib: 8, latest_day: 2013-12-31, templates: false}
      items:
        - {pages: pages/log/*, label: "Report Number:"}
        - {pages: "*", heading: 2}
      trends: {baseline_weeks: 8, false_discovery_rate: 0.1, unit: documents, missing_share: 0.1, missing_chance: 0.001}
      report: {rows: 5}
      """, file: "work/energy.yaml", exists: { _ in true })
    #expect(read == expected)
  }

  @Test(
    "A file that is missing next to the pipeline is replaced by the shipped one",
    arguments: [
      ("name: x", ["Dictionaries"], ["Dictionaries/topics"], false),
      (
        "dictionaries: ../Dictionaries\ntopics: [../Dictionaries/topics]", ["Dictionaries"], ["Dictionaries/topics"],
        false
      ),
      ("topics: ../Dictionaries/topics-reuters", ["Dictionaries"], ["Dictionaries/topics-reuters"], false),
      ("dictionaries: [../Dictionaries]", ["Dictionaries"], [], true),
      ("dictionaries: []\ntopics: []", [], [], false),
    ])
  func shippedFolders(text: String, dictionaries: [String], topics: [String], lacksTopics: Bool) throws {
    let home = try #require(Installation.home)
    let read = try PipelineFile.parse(text, file: "/nowhere/at/all/p.yaml")
    #expect(read.dictionaries == dictionaries.map { "\(home)/\($0)" })
    #expect(read.topics == topics.map { "\(home)/\($0)" })
    #expect(read.lacksTopics == lacksTopics)
  }

  @Test(arguments: [
    ("name: x\ndictionaries:\n  - ../Dictionaries\n  - myne", ["p.yaml:4:5: no such file or folder: myne"]),
    ("archve: pages", ["p.yaml:1:1: unknown key"]),
    (
      "items:\n  - {label: Report}\n  - {pages: x}\n  - {pages: x, label: Report, heading: 2}\n  - {pages: x, heading: 7}\n"
        + "  - {pages: x, starts: 2}\nname: x",
      [
        "p.yaml:2:5: names no pages", "p.yaml:3:5: needs the first line of an item",
        "p.yaml:4:5: needs the first line of an item", "p.yaml:5:25: expected a whole number from 1 to 6",
        "p.yaml:6:16: unknown key",
      ]
    ),
    (
      "name: x\ntrends:\n  baseline_weeks: many\nreport: {rows: 0}",
      ["p.yaml:3:19: expected a whole number", "p.yaml:4:16:"]
    ),
    ("archive: &a [x]\ntopics: *a", ["anchors and aliases are not allowed"]),
    ("name: [", ["p.yaml:2:1:"]),
    ("", ["p.yaml: is empty"]),
    ("cleaning: yes", ["p.yaml:1:11: expected keys and values"]),
  ])
  func whatIsWrongIsToldWithItsPlace(text: String, messages: [String]) throws {
    let errors = try #require(throws: DefinitionErrors.self) { try PipelineFile.parse(text, file: "p.yaml") }
    for message in messages { #expect(errors.description.contains(message), "\(errors.description)") }
  }
}
