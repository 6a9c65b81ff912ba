import ArticleCleaning
import NewsModel
import Testing

/// Preformatted text is read in paragraphs, and the tables that are drawn in it without their frames.
@Suite struct PreformattedTextTests {
  private static let drawn = """
    Harbour log of 5 May 2014

    The port office writes down what happens in the harbour.

    +------------------------------------------------------------------+
    | Ship: HELGA         Length: 20 m   |Date: 5 May 2014             |
    +------------------------------------+Phone: 555 01 02             |
    | Captain: ANN FIELDER               |                             |
    +------------------------------------------------------------------+
    | The tug ran aground on the bar at low water, and it was refloated |
    | by the tide.                                                      |
    |                                                                   |
    | Nobody was hurt when the tug ran aground, said the port office.   |
    +------------------------------------------------------------------+
    """

  private static let blocks = [
    "body The port office writes down what happens in the harbour.", "body Ship: HELGA", "form Length: 20 m",
    "form Date: 5 May 2014", "form Phone: 555 01 02", "form Captain: ANN FIELDER",
    "body The tug ran aground on the bar at low water, and it was refloated by the tide.",
    "body Nobody was hurt when the tug ran aground, said the port office.",
  ]

  private func blocks(_ content: RawDocument.Content) -> [String] {
    ArticleCleaner(.shipped).clean(RawDocument(source: "log", content: content)).blocks.filter(\.zone.isMainText)
      .map { "\($0.zone == .form ? "form" : "body") \($0.text)" }
  }

  @Test func page() {
    let page = "<h1>Harbour log of 5 May 2014</h1><article><pre>\(Self.drawn.dropFirst(25))</pre></article>"
    #expect(blocks(.page(.init(bytes: Array(page.utf8)))) == Self.blocks)
  }

  @Test func textFile() { #expect(blocks(.plainText(Array(Self.drawn.utf8))) == Self.blocks) }

  @Test("Code keeps its rows of dashes and its bars")
  func code() {
    let page = "<article><pre>a | b --- c\n---------\n| no frame</pre></article>"
    #expect(blocks(.page(.init(bytes: Array(page.utf8)))) == ["body a | b --- c --------- no frame"])
  }
}
