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
    expected.cleaning = .init(pageLimit: 8 << 20, latestDay: Day(iso: "2013-12-31"), templates: false)
    expected.trends.baselineWeeks = 8
    expected.trends.falseDiscoveryRate = 0.1
    expected.trends.unit = .documents
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
      trends: {baseline_weeks: 8, false_discovery_rate: 0.1, unit: documents}
      report: {rows: 5}
      """, file: "work/energy.yaml")
    #expect(read == expected)
  }

  @Test(arguments: [
    ("archve: pages", ["p.yaml:1:1: unknown key"]),
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
