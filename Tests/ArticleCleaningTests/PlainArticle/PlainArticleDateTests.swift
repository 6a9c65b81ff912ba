import ArticleCleaning
import NewsModel
import Testing

/// The publication day of articles saved as plain text. All texts are invented.
@Suite struct PlainArticleDateTests {
  private static let title = "Dam holds as the river rises"
  private static let first =
    "The old dam above the valley held on Monday, although the river had risen by two metres, an engineer said."
  private static let second =
    "People were told to stay at home until Wednesday, and nobody was hurt, the fire brigade said."

  private func clean(_ paragraphs: [String], source: String = "a.txt", separator: String = "\n\n") -> Document {
    ArticleCleaner(.shipped).clean(
      RawDocument(source: source, content: .plainText(Array((paragraphs.joined(separator: separator) + "\n").utf8))))
  }

  private func published(_ document: Document) -> [String] {
    document.published.map { ["\($0.day)", $0.method.text] } ?? []
  }

  static let lines: [(line: String, method: String, author: String?, agency: String?)] = [
    ("12 March 2019", "byline", nil, nil), ("12 MARCH 2019", "byline", nil, nil), ("2019-03-12", "byline", nil, nil),
    ("12.03.2019", "byline", nil, nil), ("Tuesday, 12 March 2019", "byline", nil, nil),
    ("Tue 12 Mar 2019 07.00 GMT", "byline", nil, nil), ("March 12, 2019 10:45 AM EST", "byline", nil, nil),
    ("2019-03-12T10:45:00Z", "byline", nil, nil), ("(12 March 2019)", "byline", nil, nil),
    ("12 March 2019 | 5 min read", "byline", nil, nil), ("12 de marzo de 2019", "byline", nil, nil),
    ("2019年3月12日", "byline", nil, nil), ("From our correspondent in Nairobi, 12 March 2019", "byline", nil, nil),
    ("Published: 10:45, 12 March 2019 | Updated: 11:20, 13 March 2019", "text published", nil, nil),
    ("Middle East | 12 March 2019", "byline", nil, nil), ("By Jane Doe on March 12, 2019", "byline", "Jane Doe", nil),
    ("NAIROBI, 12 March 2019", "byline", nil, nil), ("New York, 12 March 2019", "byline", nil, nil),
    ("Published: March 12, 2019", "text published", nil, nil), ("Date: 12 March 2019", "text published", nil, nil),
    ("Posted on March 12, 2019", "text published", nil, nil),
    ("Published on Tuesday 12 March 2019 at 10:45", "text published", nil, nil),
    ("Published 12 March 2019, updated 14 March 2019", "text published", nil, nil),
    ("Updated 12 March 2019", "text updated", nil, nil),
    ("Last updated: 12 Mar 2019, 14:05 GMT", "text updated", nil, nil),
    ("Veröffentlicht am 12. März 2019", "text published", nil, nil), ("12 марта 2019 г.", "byline", nil, nil),
    ("By Jane Doe, 12 March 2019", "byline", "Jane Doe", nil),
    ("By JANE DOE, Energy Correspondent, 12 March 2019", "byline", "JANE DOE", nil),
    ("By Jane Doe | March 12, 2019 | Reuters", "byline", "Jane Doe", "Reuters"),
    ("By Jane Doe\nMarch 12, 2019", "byline", "Jane Doe", nil),
    ("Jane Doe, Reuters\n12 March 2019", "byline", "Jane Doe", "Reuters"),
  ]

  /// With or without blank lines, the line is the imprint and not part of the text.
  @Test(arguments: lines, ["\n\n", "\n"])
  func aLineUnderTheTitle(
    _ line: (line: String, method: String, author: String?, agency: String?), separator: String
  ) {
    let document = clean([Self.title, line.line, Self.first, Self.second], separator: separator)
    #expect(document.title == Self.title)
    #expect(published(document) == ["2019-03-12", line.method])
    #expect(document.author == line.author)
    #expect(document.agency == line.agency)
    #expect(document.text == Self.first + "\n" + Self.second)
    #expect(document.blocks.first { $0.zone == .lead }?.text == Self.first)
  }

  @Test(arguments: [
    ("NAIROBI, March 12, 2019 (Reuters) - ", "NAIROBI, March 12, 2019", "Reuters"),
    ("PARIS (AP), 12 March 2019 - ", "PARIS, 12 March 2019", "Associated Press"),
    ("Nairobi, 12 March 2019 – ", "Nairobi, 12 March 2019", nil),
    ("WASHINGTON, D.C., March 12, 2019 /PRNewswire/ -- ", "WASHINGTON, D.C., March 12, 2019", nil),
    ("March 12, 2019 - ", nil, nil),
  ])
  func aDatelineIsReadAndStaysInTheText(opening: String, dateline: String?, agency: String?) {
    let document = clean([Self.title, opening + Self.first, Self.second])
    #expect(published(document) == ["2019-03-12", "dateline"])
    #expect(document.dateline == dateline)
    #expect(document.agency == agency)
    #expect(document.text == opening + Self.first + "\n" + Self.second)
  }

  @Test func aDatelineWithoutYearTakesTheFoldersOrNone() {
    let wire = [Self.title, "NAIROBI, March 12 (Reuters) - " + Self.first, Self.second]
    #expect(published(clean(wire)) == [])
    #expect(published(clean(wire, source: "wire/2019/a.txt")) == ["2019-03-12", "dateline"])
  }

  @Test(arguments: [
    "2019-03-12-title.txt", "2019/03/12/x.txt", "news/20190312_dam.txt", "Dam holds, 12 March 2019.txt",
    "saved-2024-05-01/2019-03-12.txt.gz",
  ])
  func thePathTellsWhereTheTextDoesNot(source: String) {
    #expect(published(clean([Self.title, Self.first, Self.second], source: source)) == ["2019-03-12", "path"])
    #expect(
      published(clean([Self.title, "3 February 2019", Self.first, Self.second], source: source)) == [
        "2019-02-03", "byline",
      ])
  }

  @Test(arguments: [
    "a20110312f8c2d41b7e9a20110312f8c2.txt", "report-14-20-january-2013.txt", "part-12-of-19.txt", "2019.txt",
  ])
  func aPathWithoutADay(source: String) {
    #expect(published(clean([Self.title, Self.first, Self.second], source: source)) == [])
  }

  @Test(arguments: [
    "The dam was built after the flood of 12 March 2019.", "On 12 March 2019 the river rose for the first time.",
    "Parliament met on 12 March 2019", "29 November 2018 | 20 January 2019", "— Jane Doe (@janedoe) March 12, 2019",
    "On Tuesday, 12 March 2019 - a day before the vote - the river rose again.",
  ])
  func aDayInASentenceIsNoPublication(sentence: String) {
    for paragraphs in [[Self.title, sentence, Self.first], [Self.title, Self.first, sentence]] {
      let document = clean(paragraphs)
      #expect(published(document) == [])
      #expect(document.text == paragraphs.dropFirst().joined(separator: "\n"))
    }
  }

  @Test func theDaysOfATimelineAreEvents() {
    let events = ["3 May 2014", "The dam broke.", "7 May 2014", "The river fell.", "12 March 2019", "It was rebuilt."]
    let timeline = clean(["Timeline of the flood"] + events)
    #expect(published(timeline) == [])
    #expect(timeline.text == events.joined(separator: "\n"))
    let signed = clean(["Timeline of the flood", "By Jane Doe, 13 March 2019"] + events)
    #expect(published(signed) == ["2019-03-13", "byline"])
    #expect(signed.text == events.joined(separator: "\n"))
  }

  @Test func theDayStandsAboveTheTitleUnderAStandfirstOrBelowTheText() {
    let day = ["2019-03-12", "byline"]
    let above = clean(["12 March 2019", Self.title, Self.first, Self.second])
    #expect(above.title == Self.title)
    #expect(published(above) == day)
    let standfirst = "Engineers opened all six gates at noon, and the water went down."
    let under = clean([Self.title, standfirst, "By Jane Doe, 12 March 2019", Self.first])
    #expect(published(under) == day)
    #expect(under.text == standfirst + "\n" + Self.first)
    let below = clean([Self.title, Self.first, Self.second, "Published on 12 March 2019"])
    #expect(published(below) == ["2019-03-12", "text published"])
    #expect(below.text == Self.first + "\n" + Self.second)
  }

  @Test func aTextThatIsNamedForItsDay() {
    let document = clean(["Daily Bulletin, 12 March 2019", Self.first, Self.second])
    #expect(document.title == "Daily Bulletin, 12 March 2019")
    #expect(published(document) == ["2019-03-12", "title"])
  }

  @Test func whatLiesInTheFutureIsNotChosen() {
    let cleaner = ArticleCleaner(.shipped, options: .init(latestDay: Day(year: 2018, month: 1, day: 1)))
    let text = "\(Self.title)\n\n12 March 2019\n\n\(Self.first)\n"
    let document = cleaner.clean(RawDocument(source: "a.txt", content: .plainText(Array(text.utf8))))
    #expect(document.published == nil)
    #expect(document.dateCandidates.map(\.doubt) == [.future])
  }
}
