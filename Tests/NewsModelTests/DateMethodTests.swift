import NewsModel
import Testing

@Suite struct DateMethodTests {
  /// The texts that databases and `publishedBy` have.
  static let texts: [(DateMethod, String)] = [
    (.meta("article:published_time"), "meta article:published_time"),
    (.linkedData("datePublished"), "json-ld datePublished"),
    (.itemprop("datepublished"), "itemprop datepublished"), (.itemprop(""), "itemprop "),
    (.itemprop("dc:date datepublished"), "itemprop dc:date datepublished"),
    (.itemprop("\u{301}x"), "itemprop \u{301}x"),
    (.time, "time"), (.abbr, "abbr"), (.hatom, "hatom"), (.attribute("data-published"), "attribute data-published"),
    (.script("publishedAt"), "script publishedAt"), (.scriptCall, "script call"), (.byline, "byline"),
    (.textPublished, "text published"), (.textUpdated, "text updated"), (.text, "text"), (.title, "title"),
    (.dateline, "dateline"), (.url, "url"), (.path, "path"), (.recordField, "record field"),
    (.sgml("DATE"), "sgml DATE"), (.formField("report date"), "field report date"),
  ]

  @Test("A method is stored as its text and read again", arguments: texts)
  func roundTrip(method: DateMethod, text: String) {
    #expect(method.text == text)
    #expect(DateMethod(text: text) == method)
  }

  @Test("Other texts are no methods", arguments: ["", "meta", "guess", "guess by name", "Byline", " byline"])
  func unknown(text: String) {
    #expect(DateMethod(text: text) == nil)
  }

  @Test("Doubts are stored as their texts")
  func doubts() {
    #expect(
      DateDoubt.allCases.map(\.rawValue) == ["epoch", "too early", "future", "day/month ambiguous", "disagreement"])
  }
}
