import ExtractionTestSupport
import NewsModel
import ScannedText
import TestSupport
import Testing
import Topics

@Suite("Tables of weighted terms")
struct WeightedTermsTests {
  private static let pack = """
    topics:
      - id: prices
        rules: |
          cost of living
        vetoes:
          - title: bread
      - id: ships
        rules: |
          shipyard
    """

  private static func set(_ rows: String) throws -> TopicSet {
    let folder = try TemporaryFolder()
    try folder.write("pack.yaml", pack)
    try folder.write("terms.tsv", "# made by hand\ntopic\tzone\tterm\tweight\n" + rows)
    do {
      return try TopicSet(packs: [folder.path], entities: EntityKinds([]))
    } catch var errors as DefinitionErrors {
      for index in errors.faults.indices {
        errors.faults[index].file = String(errors.faults[index].file.dropFirst(folder.path.count + 1))
      }
      throw errors
    }
  }

  private static let rows = """
    prices\ttext\tindex rose\t0.6
    prices\ttext\toffice\t0.4
    prices\ttitle\tmarch\t0.5
    prices\ttext\tshares\t-0.3
    ships\ttext\tstrike\t0.5

    """

  /// A text with its title, and the topics with scores.
  @Test(arguments: [
    ("The index rose.", nil, []),
    ("The index rose, the office said.", nil, ["prices 1.0 of 1.0: index rose 0.6, office 0.4"]),
    // A term counts once, and one against the topic is taken off.
    ("The index rose, and the index rose again.", nil, []),
    ("The index rose, the office said. Shares fell.", nil, []),
    // A term of the title counts there only.
    ("The index rose in March.", nil, []),
    ("The index rose.", "March figures", ["prices 1.1 of 1.0: march 0.5, index rose 0.6"]),
    // A veto on the topic holds, and the rules come first.
    ("The index rose, the office said.", "Bread", []),
    ("The index rose, the office said of the cost of living.", nil, ["prices 1.0 of 1.0: cost of living 1.0"]),
  ])
  func theSumOfTheWeightsAssignsATopic(_ text: String, _ title: String?, _ expected: [String]) throws {
    let found = try Self.set(Self.rows).assign(text, title: title).map { topic in
      let evidence = topic.evidence.map { "\($0.term) \($0.weight)" }.joined(separator: ", ")
      return "\(topic.id) \((topic.score * 10).rounded() / 10) of \(topic.threshold): \(evidence)"
    }
    #expect(found == expected)
  }

  @Test func anExplanationShowsTheTermsThatOccur() throws {
    let document = ScannedDocument(document("The index rose, the office said. Shares fell."))
    let tree = try #require(try Self.set(Self.rows).explain("prices", document, mentions: []))
    #expect(
      tree.weightedTerms.map { "\($0.text) \($0.points ?? 0)" } == ["index rose 0.6", "office 0.4", "shares -0.3"])
    #expect(!tree.isAssigned)
  }

  @Test func wrongRowsAreFaultsWithTheirLine() {
    let error = #expect(throws: DefinitionErrors.self) {
      try Self.set("tides\ttext\tmoon\t1\nprices\tlead\tmoon\t1\nprices\ttext\t,\t1\nprices\ttext\tmoon\theavy\n")
    }
    #expect(
      error?.faults.map(\.description) == [
        "terms.tsv:3: unknown topic 'tides'",
        "terms.tsv:4: the zone is 'title' or 'text', not 'lead'",
        "terms.tsv:5: expected words, not ','",
        "terms.tsv:6: expected a weight, not 'heavy'",
      ])
  }
}
