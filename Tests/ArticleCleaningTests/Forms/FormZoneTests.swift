import ArticleCleaning
import NewsModel
import Testing

/// Runs of lines "Label: value" are forms. The values of listed labels count, and other values do not.
@Suite struct FormZoneTests {
  private static let paragraph =
    "<p>The harbour of the island was closed before dawn on Monday, the port office said, because of a storm.</p>"

  /// The blocks of main text between two paragraphs, each with its zone.
  private func blocks(_ html: String) -> [String] {
    let page = "<article>\(Self.paragraph)\(html)\(Self.paragraph)</article>"
    return ArticleCleaner(.shipped).clean(
      RawDocument(source: "page.html", content: .page(.init(bytes: Array(page.utf8))))
    ).blocks.filter(\.zone.isMainText).dropFirst().dropLast().map { "\($0.zone.rawValue) \($0.text)" }
  }

  @Test(arguments: [
    (
      "<p>Ship: HELGA<br>Captain: ANN FIELDER<br>City: Westport&nbsp;State: MA<br>Length: 20 m</p>",
      ["body Ship: HELGA", "form Captain: ANN FIELDER", "body City: Westport", "form State: MA", "form Length: 20 m"]
    ),
    // A value stands in a cell of its own, or continues on the next line.
    (
      "<table><tr><td>Operator:<td>Westport Ferries<tr><td>Phone:<td>123 45<tr><td>Crew:<td>Ann Fielder<br>Bea Fielder</table>",
      [
        "table Operator:", "table Westport Ferries", "form Phone:", "form 123 45", "form Crew:",
        "table Ann Fielder Bea Fielder",
      ]
    ),
    (
      "<p>Crew on duty:<br>ANN FIELDER<br>BEA FIELDER<br>Date: 5 May<br>Phone: 123 45</p>",
      ["form Crew on duty: ANN FIELDER BEA FIELDER", "form Date: 5 May", "form Phone: 123 45"]
    ),
    // A list of names with numbers is no form, and neither are sentences behind the names of speakers.
    (
      "<p>Norway: 12 ships<br>Sweden: 7 ships<br>Denmark: 5 ships</p>",
      ["body Norway: 12 ships Sweden: 7 ships Denmark: 5 ships"]
    ),
    (
      "<p>Fielder: We saw the storm coming.<br>Reporter: And what did you do?<br>Date: We waited for the morning.</p>",
      ["body Fielder: We saw the storm coming. Reporter: And what did you do? Date: We waited for the morning."]
    ),
    ("<p>Phone: 123 45<br>Fax: 123 46</p>", ["body Phone: 123 45 Fax: 123 46"]),
  ])
  func fields(html: String, expected: [String]) { #expect(blocks(html) == expected) }
}
