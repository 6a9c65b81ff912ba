import ExtractionTestSupport
import Foundation
import NewsModel
import ScannedText
import TestSupport
import Testing
import Topics

/// GRAMMAR.md is correct: its pack, its queries and its examples are run.
@Suite("The grammar document")
struct GrammarDocumentTests {
  private let document: String

  init() throws {
    document = try String(contentsOfFile: Repository.path + "/Dictionaries/topics/GRAMMAR.md", encoding: .utf8)
  }

  private static let entities = [
    Entity(id: "org.nato", type: .organisation, kind: "alliance", name: "NATO"),
    Entity(id: "org.nrc", type: .organisation, kind: "regulator", name: "NRC"),
    Entity(id: "country.ru", type: .country, kind: "country", name: "Russia", country: "RU"),
  ]

  /// The rows of the table under a heading, as cells.
  private func rows(under heading: String) throws -> [[String]] {
    let start = try #require(document.range(of: "\n## \(heading)\n")?.upperBound)
    let section = document[start...].components(separatedBy: "\n## ")[0]
    return section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { row in
      row.components(separatedBy: " | ").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "| ")) }
    }
  }

  /// The texts between backticks.
  private func queries(in cell: String) -> [String] {
    cell.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  /// The texts in double quotes.
  private func texts(in cell: some StringProtocol) -> [String] {
    cell.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  private func set(_ query: String) throws -> TopicSet {
    try topicSet(
      "rules: |\n  \(query)\n  another", terms: "terms:\n  plant: nuclear plant\n  gases: mustard gas\n",
      entities: Self.entities)
  }

  @Test func thePackIsReadAndItsSentencesAreRight() throws {
    let yaml = try #require(document.components(separatedBy: "```yaml\n").dropFirst().first)
      .components(separatedBy: "```")[0]
    let set = try TopicSet(
      texts: [
        ("GRAMMAR.md", yaml), ("parent.yaml", "topics:\n  - id: nuclear\n    rules: nuclear\n"),
      ], entities: EntityKinds([]))
    #expect(set.topics.map(\.id) == ["nuclear", "reactor-construction"])
    #expect(set.testCount == 3)
    let faults = set.failedTests { document in
      AnalysedDocument(
        document: document, mentions: [], countries: [],
        topics: set.assign(ScannedDocument(document), mentions: []))
    }
    #expect(faults.map(\.description) == [])
  }

  @Test func everyTermIsReadAndFindsItsExamples() throws {
    let rows = try rows(under: "Terms")
    #expect(rows.count >= 11)
    for row in rows {
      for query in queries(in: row[0]) {
        if query.hasPrefix("#") { continue }
        let set = try set(query)
        guard row.count > 2, !query.hasPrefix("@") else { continue }
        // The query must not match the texts after "not".
        let halves = row[2].components(separatedBy: ", not ")
        for text in texts(in: halves[0]) { #expect(set.holds(text), "\(query) does not find \(text)") }
        for text in halves.dropFirst().flatMap({ texts(in: $0) }) {
          #expect(!set.holds(text), "\(query) finds \(text)")
        }
      }
    }
  }

  @Test func everyOperatorHasAnExampleThatIsRead() throws {
    let rows = try rows(under: "Operators")
    for row in rows {
      let examples = queries(in: row[2])
      #expect(!examples.isEmpty, "\(row[0]) has no example")
      for query in queries(in: row[0]) + examples where !query.hasPrefix("^") {
        _ = try set(query.replacing("...", with: "a"))
      }
    }
    // The table lists everything that the parser knows; an error message of the parser lists it too.
    var known: [String] = []
    do { _ = try set("oil NAER/3 gas, header:oil") } catch let errors as DefinitionErrors {
      for fault in errors.faults {
        known += fault.reason.components(separatedBy: "known: ")[1].replacing(",", with: "").replacing("/n", with: "/")
          .components(separatedBy: " ")
      }
    }
    #expect(known.count == 10 + 5)
    for name in known { #expect(rows.contains { $0[2].contains(name) }, "\(name) has no example") }
  }
}
