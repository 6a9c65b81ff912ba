import ArticleCleaning
import NewsModel
import Testing

/// Which of the days on a page is its day of publication. All pages are invented.
@Suite struct PublicationDateChoiceTests {
  private func published(head: String = "", above: String = "", below: String = "", end: String = "") -> [String] {
    DatedTestPage(head: head, above: above, below: below, end: end).cleaned().published.map {
      ["\($0.day)", $0.method.text]
    } ?? []
  }

  @Test func publicationWinsOverChangeAndTheRestIsKept() {
    let head = """
      <meta property="article:modified_time" content="2014-01-01">
      <meta property="article:published_time" content="2013-02-13">
      """
    let document = DatedTestPage(head: head, below: "<p class=date>Updated: January 1, 2014</p>").cleaned()
    #expect(
      document.dateCandidates == [
        PublicationDate("2013-02-13", .meta("article:published_time")),
        PublicationDate("2014-01-01", .textUpdated), PublicationDate("2014-01-01", .meta("article:modified_time")),
      ])
    #expect(document.published == document.dateCandidates.first)
  }

  @Test func readersDayWinsOverUniversalTime() {
    let document = DatedTestPage(
      head: #"<meta property="article:published_time" content="2013-02-14T02:00:00Z">"#,
      below: "<p class=byline>13 February 2013, 21:00</p>"
    ).cleaned()
    #expect(
      document.dateCandidates == [
        PublicationDate("2013-02-13", .byline), PublicationDate("2013-02-14", .meta("article:published_time")),
      ])
  }

  /// A declared time in the zone of the site is that of its readers, and a visible day of a change is no local day.
  @Test(arguments: [
    ("2013-02-13T23:17:00+09:00", "", "2013-02-13"), ("2013-02-13T23:17:00+00:00", "", "2013-02-14"),
    (
      "2013-02-13T17:29:00Z", "<meta property='article:modified_time' content='2013-02-14T09:00:00Z'>", "2013-02-13"
    ),
    (
      "2013-02-13 00:00:00", "<meta property='article:modified_time' content='2013-02-14 00:00:00'>", "2013-02-14"
    ),
  ])
  func dayAfterTheDeclaredOne(declared: String, head: String, day: String) {
    let published = published(
      head: "<meta property='article:published_time' content='\(declared)'>" + head,
      below: "<time datetime='2013-02-14'>today</time>")
    #expect(published.first == day)
  }

  /// A day inside a segment of an address may be that of an event.
  @Test(arguments: [
    ("https://a.example/2013-02-01-the-dam", "2013-02-01"), ("https://a.example/the-dam-of-2013-02-01-x", "2013-02-13"),
  ])
  func dayInAddress(url: String, day: String) {
    let page = DatedTestPage(head: "<meta property='article:published_time' content='2013-02-13'>")
    #expect(page.cleaned(url: url).published?.day == Day(iso: day))
  }

  @Test func threeDeclarationsThatAgreeAreNotOverruledByAVisibleDay() {
    let head = """
      <meta property='article:published_time' content='2013-02-10'><meta property='article:modified_time' content='2013-02-13'>
      <script type='application/ld+json'>{"@type":"Article","datePublished":"2013-02-10"}</script>
      """
    let below = "<p class=byline>By Jane Doe, 13 February 2013</p>"
    #expect(published(head: head, below: below).first == "2013-02-13")
    #expect(
      published(head: head + "<meta itemprop=datePublished content='2013-02-10'>", below: below).first == "2013-02-10")
  }

  @Test func theFutureIsKeptAndNotChosen() {
    let page = DatedTestPage(
      head: #"<meta property="article:published_time" content="2033-02-13">"#,
      below: "<p class=byline>13 February 2013</p>")
    #expect(
      page.cleaned(fetched: Day(iso: "2020-01-01")).dateCandidates == [
        PublicationDate("2013-02-13", .byline),
        PublicationDate("2033-02-13", .meta("article:published_time"), .future),
      ])
    let none = page.cleaned(latest: Day(iso: "2000-01-01"))
    #expect(none.published == nil)
    #expect(
      none.dateCandidates == [
        PublicationDate("2033-02-13", .meta("article:published_time"), .future),
        PublicationDate("2013-02-13", .byline, .future),
      ])
  }

  @Test func doubtIsNamed() {
    let ambiguous = DatedTestPage(below: "<p class=byline>03/02/2013</p>")
    #expect(ambiguous.cleaned().published == PublicationDate("2013-03-02", .byline, .ambiguous))
    #expect(
      ambiguous.cleaned(url: "https://www.example.co.uk/a").published
        == PublicationDate("2013-02-03", .byline, .ambiguous))
    let agreed = DatedTestPage(below: "<p class=byline>03/02/2013</p><time datetime='2013-02-03'>x</time>")
    #expect(
      agreed.cleaned().dateCandidates == [
        PublicationDate("2013-02-03", .time), PublicationDate("2013-02-03", .byline),
      ])
    let apart = DatedTestPage(
      head: #"<meta property="article:published_time" content="2011-02-13">"#,
      below: "<p class=byline>13 February 2013</p>")
    #expect(
      apart.cleaned().published == PublicationDate("2011-02-13", .meta("article:published_time"), .disagreement))
  }

  @Test func anAddressIsGivenOnce() {
    let head = """
      <link rel=canonical href="https://valley.example/2017/7/12/the-dam-holds">
      <meta itemprop=datePublished content="2019-06-17T18:28:00+0200"><meta property="article:published_time" content="2019-06-17">
      """
    #expect(published(head: head) == ["2017-07-12", "url"])
  }

  @Test func whatIsPublishedAnewWasPublishedFirst() {
    let head = """
      <meta property="article:published_time" content="2017-04-12"><meta itemprop=datePublished content="2020-02-19">
      <meta property="article:modified_time" content="2020-02-19">
      """
    #expect(
      published(head: head, below: "<p class=date>19 February 2020</p>") == [
        "2017-04-12", "meta article:published_time",
      ])
  }

  @Test func theOnlyDayThatReadersSeeIsTheTexts() {
    let head = """
      <meta property="article:published_time" content="2021-11-29"><meta property="article:modified_time" content="2022-01-12">
      """
    #expect(published(head: head, below: "<p class=date>12.01.2022</p>") == ["2022-01-12", "byline"])
    #expect(published(head: head, below: "<p class=date>Updated: 12.01.2022</p>").first == "2021-11-29")
  }

  @Test func aDateThatDoesNotSayOfWhatGivesWayToOneThatDoes() {
    let head = #"<meta name="date" content="2021-10-15"><meta name="DC.date" content="2021-10-15">"#
    let below = "<div>Erschienen am:</div><div>13.10.2021</div>"
    let end = "<h4>Zuletzt geändert am:</h4><ul><li>15.10.2021</li></ul>"
    #expect(published(head: head, below: below, end: end) == ["2021-10-13", "text published"])
  }

  @Test(arguments: [
    "JRA results 2020/7/11-12", "Week of 14. - 20. January 2020", "The fair of 3–5 July 2020", "Festival 7/9/2020 ~ 11",
  ])
  func theDaysOfAnEventAreNoPublication(title: String) {
    #expect(published(head: "<title>\(title)</title>", below: "<p>13 July 2020</p>") == ["2020-07-13", "byline"])
  }

  @Test(arguments: ["13 July 2020 - 10:30", "13.07.2020 - 14 Uhr", "13 July 2020 | 11"])
  func aClockIsNoSecondDay(line: String) {
    #expect(
      published(head: "<title>Report, \(line)</title>", below: "<h2>Report, \(line)</h2>") == ["2020-07-13", "title"])
  }

  @Test func anAsideUnderTheTitleTellsOfTheArticle() {
    let head = #"<meta name="date" content="2022-01-26">"#
    let below = "<aside class=meta><p><time datetime='2022-01-21'>21.01.2022 - 13:30</time></p></aside>"
    #expect(published(head: head, below: below) == ["2022-01-21", "time"])
  }

  @Test func aFooterTellsOfTheLastChangeAndAnEventInTheTextDoesNot() {
    let below = "<p>The next meeting will be held on Wednesday, February 5, 2020 at seven.</p>"
    let end = "<div id=footer>Diese Seite wurde zuletzt am 29. Januar 2020 um 13:22 Uhr geändert.</div>"
    #expect(published(below: below, end: end) == ["2020-01-29", "text updated"])
  }

  @Test func aFooterThatNamesBothDaysIsReadForTheFirst() {
    let end = "<footer><p>Letzte Änderung: 31.10.2023 - 14:49:39<br>Erschienen am: 01.11.2023</p></footer>"
    #expect(published(end: end) == ["2023-11-01", "text published"])
  }

  @Test func aScriptThatPrintsADateIsRead() {
    #expect(
      published(below: #"<div><script>showDate("2020/04/17 01:43:09")</script></div>"#) == [
        "2020-04-17", "script call",
      ])
  }

  @Test(arguments: [
    #"<meta http-equiv=Refresh content="0; url=https://valley.example/20200428/the-dam">"#,
    #"<script>go();location.href="https://valley.example/20200428/the-dam".replace("x", "");</script>"#,
  ])
  func aPageThatSendsReadersOnIsOfTheAddressThatItNames(markup: String) {
    let html = "<html><head>\(markup)</head><body><p>You will be connected in a moment.</p></body></html>"
    let document = ArticleCleaner(.shipped).clean(
      RawDocument(source: "a", content: .page(.init(bytes: Array(html.utf8)))))
    #expect(document.url == "https://valley.example/20200428/the-dam")
    #expect(document.published == PublicationDate("2020-04-28", .url))
  }

  @Test(
    "An impossible day is skipped for the next date",
    arguments: [
      "1970-01-01T00:00:00Z", "1970-01-01", "1969-12-31T19:00:00-05:00", "2999-01-01", "0019-03-12", "0",
    ])
  func aDayThatIsNotBelievedGivesWay(declared: String) {
    let head = #"<meta property="article:published_time" content="\#(declared)">"#
    let changed = #"<meta property="article:modified_time" content="2019-03-12">"#
    #expect(published(head: head + changed, below: "<p class=byline>12 March 2019</p>") == ["2019-03-12", "byline"])
  }

  @Test(arguments: [
    (
      "1970-01-01T00:00:00Z",
      "the day 1970-01-01 (meta article:published_time) is not believed: it is the day that software writes if the date is unknown; the document has no day"
    ),
    (
      "2999-01-01",
      "the day 2999-01-01 (meta article:published_time) is not believed: it is later than 2100-12-31; the document has no day"
    ),
  ])
  func aDocumentWithoutAnotherDayHasNone(declared: String, reason: String) {
    let html =
      "<html><head><meta property='article:published_time' content='\(declared)'></head><body><p>The dam held.</p></body></html>"
    let document = ArticleCleaner(.shipped).clean(
      RawDocument(source: "a", content: .page(.init(bytes: Array(html.utf8)))))
    #expect(document.published == nil)
    #expect(document.problems == [Problem(source: "a", kind: .metadata, reason: reason)])
  }

  @Test func anOldDayIsBelievedWhereItIsDeclared() {
    #expect(
      published(head: #"<meta property="article:published_time" content="1889-03-12">"#)
        == ["1889-03-12", "meta article:published_time"])
    #expect(published(below: "<p class=byline>12 March 1889</p>") == [])
  }

  @Test(arguments: [
    "<div class=event><time datetime=2031-06-01>Opening: 1 June 2031</time></div>",
    "<p class=event-date><time datetime=2031-06-01>1 June 2031</time></p>",
  ])
  func theDayOfAnAnnouncedEventIsNoPublication(event: String) {
    #expect(published(below: "<p class=byline>12 March 2019</p>" + event) == ["2019-03-12", "byline"])
  }
}
