import ArticleCleaning
import NewsModel
import Testing

/// Pages with many items become one document an item; other pages stay one document.
@Suite struct DocumentItemsTests {
  /// What a document of a page is.
  private struct Item: Equatable, CustomStringConvertible {
    var source: String
    var title: String?
    var day: String?
    var text: String

    var description: String { "\(source) | \(title ?? "-") | \(day ?? "-")\n\(text)" }
  }

  private func items(_ html: String, rules: [ItemRule] = []) -> [Item] {
    ArticleCleaner(.shipped, options: .init(items: rules)).documents(
      of: RawDocument(source: "a/page.html", content: .page(.init(bytes: Array(html.utf8))))
    ).map { Item(source: $0.source, title: $0.title, day: $0.published?.day.description, text: $0.text) }
  }

  private static func page(_ body: String) -> String {
    "<html lang=en><head><title>Harbour log of 5 May 2014</title></head><body><h1>Harbour log of 5 May 2014</h1>\(body)</body></html>"
  }

  private static func form(_ number: String, ship: String, day: String, above: String = "") -> String {
    """
    <a name=n\(number)></a><table>\(above)<tr><td>Incident report</td><td>Report Number: \(number)</td></tr>
    <tr><td>Ship: \(ship)<br>City: Westport&nbsp;State: MA<br>Officer on Duty: ANN FIELDER</td>
    <td>Report Date: \(day)<br>Report Time: 14:05</td></tr></table><p><b>Report Text</b></p>
    """
  }

  private static let first =
    "<p>TUG AGROUND ON THE BAR</p><p>The tug ran aground on the bar at low water and was refloated by the tide.</p>"
  private static let second =
    "<p>OIL SEEN NEAR THE PIER</p><p>A film of oil was seen near the pier, and a boom was laid around it at noon.</p>"

  private static func text(_ number: String, ship: String, day: String, _ sentence: String, above: String = "")
    -> String
  {
    """
    \(above)Incident report
    Report Number: \(number)
    Ship: \(ship)
    City: Westport
    State: MA
    Officer on Duty: ANN FIELDER
    Report Date: \(day)
    Report Time: 14:05
    Report Text
    \(sentence)
    """
  }

  private static let refloated = "The tug ran aground on the bar at low water and was refloated by the tide."
  private static let boom = "A film of oil was seen near the pier, and a boom was laid around it at noon."

  @Test func aFormThatRepeatsBeginsAnItem() {
    let banner = "<tr><td colspan=2>!!! THIS REPORT WAS WITHDRAWN. THIS REPORT WAS WITHDRAWN !!!</td></tr>"
    let page = Self.page(
      "<p>The log of the harbour</p>" + Self.form("7001", ship: "HELGA", day: "05/04/2014") + Self.first
        + Self.form("7002", ship: "NORMA", day: "05/05/2014", above: banner) + Self.second)
    #expect(
      items(page) == [
        Item(
          source: "a/page.html#7001", title: "TUG AGROUND ON THE BAR", day: "2014-05-04",
          text: Self.text("7001", ship: "HELGA", day: "05/04/2014", Self.refloated)),
        Item(
          source: "a/page.html#7002", title: "OIL SEEN NEAR THE PIER", day: "2014-05-05",
          text: Self.text(
            "7002", ship: "NORMA", day: "05/05/2014", Self.boom,
            above: "!!! THIS REPORT WAS WITHDRAWN. THIS REPORT WAS WITHDRAWN !!!\n")),
      ])
  }

  @Test func anItemHasAnAddressOfItsOwn() {
    let page =
      "<link rel=canonical href='https://port.example/log#top'>" + Self.form("7001", ship: "HELGA", day: "05/04/2014")
      + Self.first + Self.form("7002", ship: "NORMA", day: "05/05/2014") + Self.second
    let documents = ArticleCleaner(.shipped).documents(
      of: RawDocument(source: "page.html", content: .page(.init(bytes: Array(page.utf8)))))
    #expect(documents.map(\.url) == ["https://port.example/log#7001", "https://port.example/log#7002"])
  }

  @Test("A page that was saved as text has items too")
  func textFile() {
    func item(_ number: Int, _ title: String, _ sentence: String) -> String {
      "Report Number: \(number)\n\nShip: HELGA\n\nReport Date: 05/04/2014\n\nPlace: WESTPORT\n\nPhone: 555\n\n\(title)\n\n\(sentence)\n\n"
    }
    let text =
      "Harbour log of 5 May 2014\n\n" + item(7001, "TUG AGROUND ON THE BAR", Self.refloated)
      + item(7002, "OIL SEEN NEAR THE PIER", Self.boom)
    let documents = ArticleCleaner(.shipped).documents(
      of: RawDocument(source: "log.txt", content: .plainText(Array(text.utf8))))
    #expect(documents.map(\.source) == ["log.txt#7001", "log.txt#7002"])
    #expect(documents.map(\.title) == ["TUG AGROUND ON THE BAR", "OIL SEEN NEAR THE PIER"])
  }

  @Test func nothingOfAPageIsLost() {
    let intro = String(
      repeating: "The port office writes down what happens in the harbour, and prints it every day. ", count: 4)
    let page = Self.page(
      "<p>\(intro)</p>" + Self.form("7001", ship: "HELGA", day: "05/04/2014") + Self.first
        + Self.form("7002", ship: "NORMA", day: "05/05/2014") + Self.second)
    let found = items(page)
    #expect(found.map(\.source) == ["a/page.html", "a/page.html#7001", "a/page.html#7002"])
    #expect(found.first?.title == "Harbour log of 5 May 2014")
    #expect(found.first?.text == String(intro.dropLast()))
  }

  @Test("The form of an older page is drawn with characters")
  func preformatted() {
    func item(_ number: Int, _ ship: String, _ title: String, _ sentence: String) -> String {
      """
      +--------------------------------------------------------------+
      |Incident report                  |Report Number:  \(number)        |
      +--------------------------------------------------------------+
      | SHIP: \(ship)       CITY: WESTPORT |REPORT DATE: 05/04/2014    |
      +---------------------------------+REPORT TIME: 14:05         |
      | OFFICER ON DUTY: ANN FIELDER    |                           |
      +--------------------------------------------------------------+
                               REPORT TEXT
      +--------------------------------------------------------------+
      | \(title)                               |
      |                                                              |
      | \(sentence)                 |
      | was laid around it.                                          |
      +--------------------------------------------------------------+

      """
    }
    let page = Self.page(
      "<pre>" + item(7001, "HELGA", "OIL SEEN NEAR THE PIER", "A film of oil was seen there, and a boom")
        + item(7002, "NORMA", "OIL SEEN BELOW THE BRIDGE", "Some oil was seen there, and a long boom") + "</pre>")
    func text(_ number: Int, _ ship: String, _ sentence: String) -> String {
      """
      Incident report
      Report Number: \(number)
      SHIP: \(ship)
      CITY: WESTPORT
      REPORT DATE: 05/04/2014
      REPORT TIME: 14:05
      OFFICER ON DUTY: ANN FIELDER
      REPORT TEXT
      \(sentence) was laid around it.
      """
    }
    #expect(
      items(page) == [
        Item(
          source: "a/page.html#7001", title: "OIL SEEN NEAR THE PIER", day: "2014-05-04",
          text: text(7001, "HELGA", "A film of oil was seen there, and a boom")),
        Item(
          source: "a/page.html#7002", title: "OIL SEEN BELOW THE BRIDGE", day: "2014-05-04",
          text: text(7002, "NORMA", "Some oil was seen there, and a long boom")),
      ])
  }

  @Test func anItemListedLongAfterItsDayHasTheDayOfThePage() {
    let page = Self.page(
      Self.form("7001", ship: "HELGA", day: "01/04/2014") + Self.first
        + Self.form("7002", ship: "NORMA", day: "05/06/2014") + Self.second)
    #expect(items(page).map(\.day) == ["2014-05-05", "2014-05-05"])
  }

  private static let paragraphs = (1...3).map { number in
    "<p>The ferry of line \(number) was late in the morning, and its passengers waited for more than an hour at the pier.</p>"
  }

  @Test("Headings that differ in a number begin items")
  func numberedHeadings() {
    let page = Self.page(
      zip(["Notice 1432", "Notice 1433", "Notice 1434"], Self.paragraphs).map { "<h2>\($0)</h2>\($1)" }.joined())
    #expect(items(page).map(\.source) == ["a/page.html#1432", "a/page.html#1433", "a/page.html#1434"])
    #expect(items(page).map(\.title) == ["Notice 1432", "Notice 1433", "Notice 1434"])
  }

  @Test(
    "Other pages are one document",
    arguments: [
      ["The night", "The morning", "The evening"], ["Step 1", "Step 2", "Step 3"],
      ["Results 2011", "Results 2012", "Results 2013"],
      ["1/44", "2/44", "3/44"],
    ])
  func subheadings(headings: [String]) {
    let page = Self.page(zip(headings, Self.paragraphs).map { "<h2>\($0)</h2>\($1)" }.joined())
    #expect(items(page).map(\.source) == ["a/page.html"])
  }

  @Test("A page with a single form is one document, unless a rule describes its items")
  func rules() {
    let page = Self.page(Self.form("7001", ship: "HELGA", day: "05/04/2014") + Self.first)
    #expect(items(page).map(\.source) == ["a/page.html"])
    let rule = ItemRule(pages: "a/*.html", start: .label("report number"))
    #expect(items(page, rules: [rule]).map(\.source) == ["a/page.html#7001"])
    #expect(
      items(page, rules: [ItemRule(pages: "b/*", start: .label("report number"))]).map(\.source) == ["a/page.html"])
    let news = Self.page(zip(["Late ferry", "Later ferry"], Self.paragraphs).map { "<h2>\($0)</h2>\($1)" }.joined())
    let found = items(news, rules: [ItemRule(pages: "*", start: .heading(2))])
    #expect(found.map(\.source) == ["a/page.html#1", "a/page.html#2"])
    #expect(found.map(\.title) == ["Late ferry", "Later ferry"])
  }

  @Test("Text above each form, and no text behind the last one, is not divided")
  func formBelow() {
    let page = Self.page(
      Self.first + Self.form("7001", ship: "HELGA", day: "05/04/2014") + Self.second
        + Self.form("7002", ship: "NORMA", day: "05/05/2014"))
    #expect(items(page).map(\.source) == ["a/page.html"])
  }
}
