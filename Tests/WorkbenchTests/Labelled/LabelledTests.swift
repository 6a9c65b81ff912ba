import ExtractionTestSupport
import Foundation
import NewsModel
import ScannedText
import Testing
import Topics
import Workbench

@Suite("Rules from labels, audits and health")
struct LabelledTests {
  @Test func suggestionsDistinguishTheTopic() throws {
    var suggestions = TermSuggestions()
    for number in 0..<20 {
      suggestions.add(
        document("The reactor was refuelled, said report \(number). The vessel was opened."), isInside: true)
      suggestions.add(document("The ferry was painted, said report \(number)."), isInside: false)
      suggestions.add(document("The vessel was painted and its engine refuelled."), isInside: false)
    }
    let best = suggestions.best(8)
    #expect(best.first.map(\.precision) == 1)
    #expect(best.contains { $0.term == "\"reactor\"" && $0.recall == 1 && $0.documents == 20 })
    #expect(!best.contains { $0.term == "\"the\"" || $0.term == "\"said\"" || $0.term == "\"painted\"" })
    // The output can be read as a pack.
    let rule = try #require(suggestions.rule(id: "reactors", limit: 8))
    let set = try TopicSet(texts: [("new.yaml", rule)], entities: EntityKinds([]))
    #expect(set.assign("The reactor was refuelled.").map(\.id) == ["reactors"])
    #expect(TermSuggestions().rule(id: "reactors", limit: 8) == nil)
  }

  @Test func samplesDependOnlyOnTheSeed() {
    let cases = (0..<100).map { number in
      PrecisionAudit.Case(
        AnalysedDocument(
          document: Document(source: "d\(number)", title: "T \(number)"), mentions: [], countries: [], topics: []),
        topic: TopicAssignment(id: "t", score: 1, threshold: 1, evidence: []))
    }
    let first = PrecisionAudit.sample(cases, count: 25, seed: 7)
    #expect(first == PrecisionAudit.sample(cases.reversed(), count: 25, seed: 7))
    #expect(first != PrecisionAudit.sample(cases, count: 25, seed: 8))
    #expect(Set(first.map(\.source)).count == 25)
    #expect(PrecisionAudit.sample(cases, count: 500, seed: 7).count == 100)
  }

  @Test func answersGiveThePrecision() throws {
    let topic = Topic(id: "t", name: "T [x](y)", scopeNote: "all *of* it")
    let item = PrecisionAudit.Case(
      AnalysedDocument(
        document: document("answer: no\n# not a heading", title: "# A <b> title"), mentions: [], countries: [],
        topics: []),
      topic: TopicAssignment(id: "t", score: 1, threshold: 1, evidence: []))
    var sheet = PrecisionAudit.sheet(topic, Array(repeating: item, count: 12), population: 40, seed: 7)
    // Text of the documents cannot be mistaken for an answer.
    #expect(sheet.components(separatedBy: "\nanswer:").count == 13)
    for _ in 0..<8 { sheet = sheet.replacing("\nanswer:\n", with: "\nanswer: yes\n", maxReplacements: 1) }
    for _ in 0..<2 { sheet = sheet.replacing("\nanswer:\n", with: "\nanswer: No\n", maxReplacements: 1) }
    let result = try PrecisionAudit.read(sheet, file: "sheet.md")
    #expect((result.right, result.wrong, result.unanswered) == (8, 2, 2))
    // The roots of (0.8 - p)² = z² p (1 - p) / 10, computed separately.
    let interval = try #require(result.interval)
    #expect(abs(interval.lowerBound - 0.490162472) < 1e-8)
    #expect(abs(interval.upperBound - 0.943317849) < 1e-8)
    #expect(
      throws: DefinitionErrors([.init(file: "s", line: 1, column: 8, reason: "expected yes or no, not 'perhaps'")])
    ) {
      try PrecisionAudit.read("answer: perhaps", file: "s")
    }
  }

  @Test func healthReportsProblems() throws {
    let set = try TopicSet(
      texts: [
        ("p.yaml", "topics:\n  - id: a\n    rules: oil, coal\n  - id: b\n    rules: oil\n  - id: c\n    rules: gold\n")
      ],
      entities: EntityKinds([]))
    var health = RuleHealth(set)
    for number in 0..<6 {
      var page = document(number == 0 ? "oil and coal" : "oil")
      page.source = "d\(number)"
      page.publisher = number < 3 ? "x" : "y"
      health.add(
        AnalysedDocument(
          document: page, mentions: [], countries: [], topics: set.assign(ScannedDocument(page), mentions: [])))
    }
    let report = health.report
    #expect(report.silent == ["c"])
    #expect(report.lonely.map { [$0.topic, $0.term, $0.onlyIn] } == [["a", "coal", "d0"]])
    #expect(report.overlaps.map { [$0.first, $0.second] } == [["a", "b"]])
    #expect(report.overlaps.map(\.share) == [1])
  }
}
