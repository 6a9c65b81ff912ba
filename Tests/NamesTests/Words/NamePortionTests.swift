import ExtractionTestSupport
import NewsModel
import Pipeline
import Testing

/// A text with very many names is searched up to the memory limit, which is reported. Its own text is kept in full.
@Suite struct NamePortionTests {
  private func analysed(_ text: String) throws -> AnalysedDocument {
    let fixture = try Fixture(Fixture.files())
    defer { fixture.remove() }
    let extractor = try Extractor(folders: [fixture.folder], packs: [])
    return extractor.analyse(
      Document(source: "names", blocks: [Block(zone: .body, text: text, reason: "test")]))
  }

  @Test func aTextWithTooManyNamesIsSearchedInPart() throws {
    let text = String(repeating: "IAEA, ", count: DocumentLimits.names)
    let found = try analysed(text)
    #expect(found.document.text == text)
    #expect(!found.mentions.isEmpty && found.mentions.count <= DocumentLimits.names)
    #expect(found.document.problems.map(\.kind) == [.tooLarge])
    #expect(found.document.problems[0].reason.contains("bytes of its text not searched"))
  }

  @Test func aLongTextWithFewNamesIsSearchedToItsEnd() throws {
    let found = try analysed(String(repeating: "a long walk by the sea, ", count: 80_000) + "said the IAEA.")
    #expect(found.document.problems.isEmpty)
    #expect(found.mentions.map(\.surface) == ["IAEA"])
  }
}
