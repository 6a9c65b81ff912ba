import ExtractionTestSupport
import NewsModel
import Pipeline
import Testing

/// Names in zones that do not count, such as teasers, change nothing in the zones that do.
@Suite struct UncountedZoneTests {
  /// The entities of the accepted names in the body of a document with a teaser.
  private func bodyNames(teaser: String, body: String) throws -> [String] {
    var document = Document(source: "test")
    document.blocks = [
      Block(zone: .body, text: body, reason: "test"), Block(zone: .teaser, text: teaser, reason: "test"),
    ]
    return try Shipped.extractor.get().analyse(document).mentions
      .filter { $0.rejection == nil && $0.zone == .body }.map(\.entity)
  }

  @Test(arguments: [
    ("A house burned in Flint, Mich.", "The mayor spoke of Flint again."),
    ("Mr Zorblax spoke in town.", "A fire broke out near Sydney Zorblax Works said."),
    ("The Nigerian Army advanced.", "The Army said that it rained."),
  ])
  func aTeaserChangesNothing(teaser: String, body: String) throws {
    #expect(try bodyNames(teaser: teaser, body: body) == bodyNames(teaser: "Rain fell.", body: body))
  }
}
