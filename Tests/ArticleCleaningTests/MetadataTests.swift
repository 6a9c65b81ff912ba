import ArticleCleaning
import NewsModel
import Testing

/// The metadata of pages. All pages are invented.
@Suite struct MetadataTests {
  private func clean(_ html: String, url: String? = nil, fetched: Day? = nil) -> Document {
    ArticleCleaner(.shipped).clean(
      RawDocument(source: "a.html", content: .page(.init(bytes: Array(html.utf8), url: url, fetched: fetched))))
  }

  private func page(head: String = "", heading: String = "<h1>The dam holds</h1>", below: String = "") -> String {
    """
    <html><head>\(head)</head><body><main>\(heading)\(below)
    <p>The old dam held on Monday, although the river had risen by two metres since the weekend, an engineer said.</p>
    <p>People in the valley were told to stay at home, and nobody was hurt, the fire brigade told reporters there.</p>
    </main></body></html>
    """
  }

  static let day = Day(year: 2013, month: 2, day: 13)!

  @Test(arguments: [
    (
      #"<meta property="article:published_time" content="2013-02-13T10:00:00+01:00">"#, "",
      "meta article:published_time"
    ),
    (#"<meta name="DC.date.issued" content="2013-02-13">"#, "", "meta dc.date.issued"),
    (#"<meta name="pubdate" content="Wed, 13 Feb 2013 08:00:00 GMT">"#, "", "meta pubdate"),
    (#"<meta name="publish-date" content="1360746000">"#, "", "meta publish-date"),
    (
      #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"The dam holds","datePublished":"2013-02-13T10:00"}</script>"#,
      "", "json-ld datePublished"
    ),
    (
      #"<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"X"},{"@type":["Article","Report"],"datePublished":"2013-02-13",}]</script>"#,
      "",
      "json-ld datePublished"
    ),
    (#"<link rel="canonical" href="https://example.org/2013/02/13/the-dam-holds">"#, "", "url"),
    ("", #"<time datetime="2013-02-13">last week</time>"#, "time"),
    ("", #"<span itemprop="datePublished" content="2013-02-13"></span>"#, "itemprop datepublished"),
    ("", #"<span class="updated published" title="2013-02-13T10:00:00">old</span>"#, "hatom"),
    ("", "<p class=byline>By Jane Doe, 13 February 2013</p>", "byline"),
    ("", "<div>Veröffentlicht am 13. Februar 2013</div>", "text published"),
    ("", "<div>Опубликовано 13 февраля 2013</div>", "text published"),
    ("", "<div>Mis à jour le 13 février 2013</div>", "text updated"),
    (#"<script>var page = {"publishedAt":"2013-02-13T10:00:00Z"}</script>"#, "", "script publishedAt"),
  ])
  func publicationDay(head: String, below: String, method: String) {
    let document = clean(page(head: head, below: below))
    #expect(document.published?.day == Self.day)
    #expect(document.published?.method == method)
  }

  @Test func publicationWinsOverChangeAndTheRestIsKept() {
    let document = clean(
      page(
        head:
          #"<meta property="article:modified_time" content="2014-01-01"><meta property="article:published_time" content="2013-02-13">"#,
        below: "<p class=date>Updated: January 1, 2014</p>"))
    #expect(document.published == PublicationDate(day: Self.day, method: "meta article:published_time"))
    #expect(document.dateCandidates.map(\.method).contains("meta article:modified_time"))
    #expect(document.dateCandidates.first == document.published)
  }

  @Test func readersDayWinsOverUniversalTime() {
    let document = clean(
      page(
        head: #"<meta property="article:published_time" content="2013-02-14T02:00:00Z">"#,
        below: "<p class=byline>13 February 2013, 21:00</p>"))
    #expect(document.published?.day == Self.day)
  }

  @Test func theFutureIsKeptAndNotChosen() {
    let html = page(
      head: #"<meta property="article:published_time" content="2033-02-13">"#,
      below: "<p class=byline>13 February 2013</p>")
    let document = clean(html, fetched: Day(year: 2020, month: 1, day: 1))
    #expect(document.published?.day == Self.day)
    #expect(document.dateCandidates.last?.doubt == "future")
    let known = ArticleCleaner(.shipped, options: .init(latestDay: Day(year: 2000, month: 1, day: 1)))
    let none = known.clean(RawDocument(source: "a", content: .page(.init(bytes: Array(html.utf8)))))
    #expect(none.published == nil)
    #expect(none.dateCandidates.count == 2)
  }

  @Test func doubtIsNamed() {
    #expect(clean(page(below: "<p class=byline>03/02/2013</p>")).published?.doubt == "day/month ambiguous")
    let british = clean(page(below: "<p class=byline>03/02/2013</p>"), url: "https://www.example.co.uk/a")
    #expect(british.published?.day == Day(year: 2013, month: 2, day: 3))
    let agreed = clean(page(below: "<p class=byline>03/02/2013</p><time datetime='2013-02-03'>x</time>"))
    #expect(agreed.published?.day == Day(year: 2013, month: 2, day: 3))
    #expect(agreed.published?.doubt == nil)
    let apart = clean(
      page(
        head: #"<meta property="article:published_time" content="2011-02-13">"#,
        below: "<p class=byline>13 February 2013</p>"))
    #expect(apart.published?.doubt == "disagreement")
  }

  @Test func aPageWithoutADateHasNone() {
    #expect(clean(page()).published == nil)
    #expect(clean(page()).dateCandidates == [])
  }

  @Test(arguments: [
    ("<title>The dam holds | Valley Post</title>", "<h1>The dam holds</h1>", "The dam holds"),
    (
      "<title>Valley Post - The dam holds</title><meta property=og:site_name content='Valley Post'>",
      "<h1>Valley Post</h1>", "The dam holds"
    ),
    (
      "<meta property=og:title content='The dam holds - Valley Post'><meta property=og:site_name content='Valley Post'>",
      "", "The dam holds"
    ),
    ("<title>The dam holds</title>", "<h1>Valley Post</h1><h2>The dam holds</h2>", "The dam holds"),
    ("<title>Flood: the dam holds</title>", "<h1>Local news | Flood: the dam holds</h1>", "Flood: the dam holds"),
    ("<meta property=og:title content='&amp;quot;The dam holds&amp;quot;'>", "", "\"The dam holds\""),
    ("<title>大坝坚持住了_新闻 | 山谷邮报</title>", "<h1>大坝坚持住了</h1>", "大坝坚持住了"),
    ("", "<h1>The dam holds</h1>", "The dam holds"),
    (
      "<title>Low-carbon steel - a promise | Valley Post</title>", "<h1>Low-carbon steel - a promise</h1>",
      "Low-carbon steel - a promise"
    ),
  ])
  func titleWithoutTheSite(head: String, heading: String, title: String) {
    #expect(clean(page(head: head, heading: heading)).title == title)
  }

  @Test(arguments: [
    (#"<meta name="author" content="Jane Doe">"#, "", "Jane Doe", nil),
    (#"<meta name="author" content="Valley Post Staff">"#, "", nil, nil),
    (#"<meta name="author" content="admin">"#, "", nil, nil),
    (#"<meta name="author" content="VALLEY-Team">"#, "", nil, nil),
    (#"<meta name="author" content="Onlineredaktion">"#, "", nil, nil),
    (#"<meta name="author" content="Reuters">"#, "", nil, "Reuters"),
    (
      #"<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Organization","name":"Valley Post"},{"name":"Jan de Vries"}]}</script>"#,
      "",
      "Jane Doe, Jan de Vries", nil
    ),
    ("", "<p class=byline>By Jane Doe and John Roe, Associated Press</p>", "Jane Doe, John Roe", "Associated Press"),
    ("", "<p class=autor>Von Erika Muster (dpa)</p>", "Erika Muster", "dpa"),
    (#"<meta name=author content="Jane Doe @janedoe">"#, "", "Jane Doe", nil),
    ("", "<p>x</p><div itemprop=author><span itemprop=name>Jane Doe</span></div>", "Jane Doe", nil),
    ("", "<div><a rel=author href='/a'>Jane Doe</a></div><a rel=author href='/b'>John Roe</a>", "Jane Doe", nil),
    ("", "<div class='author vcard'>Editorial team</div>", nil, nil),
    ("", "<p>Автор: Анна Петрова</p>", "Анна Петрова", nil),
    ("", "", nil, nil),
  ])
  func authorAndAgency(head: String, below: String, author: String?, agency: String?) {
    let document = clean(page(head: head, below: below))
    #expect(document.author == author)
    #expect(document.agency == agency)
  }

  @Test(arguments: [
    ("BRUSSELS, Feb 3 (Reuters) - The alliance met.", "BRUSSELS, Feb 3", "Reuters"),
    ("LONDON (AP) — The alliance met.", "LONDON", "Associated Press"),
    ("Berlin, 3. Februar /dpa/ - Das Bündnis tagte.", "Berlin, 3. Februar", "dpa"),
    ("MOSCOW, February 3, RIA Novosti - The alliance met.", "MOSCOW, February 3", "RIA Novosti"),
    ("WEST PALM BEACH, Fla. — The alliance met.", "WEST PALM BEACH, Fla", nil),
    ("He said - and meant it - that all was well.", nil, nil), ("Prices - up (again) - rose.", nil, nil),
    ("The Brussels (EU) - summit.", nil, nil), ("", nil, nil),
  ])
  func dateline(paragraph: String, dateline: String?, agency: String?) {
    let rest =
      " Ministers spoke for three hours about the shield, and agreed to meet again in the autumn of the same year."
    let document = clean(
      "<html><body><main><h1>The alliance met</h1><p>\(paragraph)\(rest)</p><p>Nothing more was said\(rest)</p></main></body></html>"
    )
    #expect(document.dateline == dateline)
    #expect(document.agency == agency)
    #expect(document.text.hasPrefix(paragraph))
  }

  @Test func publisherAddressAndTags() {
    let document = clean(
      page(
        head: """
          <meta property="og:site_name" content="Valley Post"><link rel="canonical" href="https://valley.example/dam">
          <meta property="article:tag" content="Floods"><meta property="article:tag" content="Dams"><meta name="keywords" content="news">
          """))
    #expect(document.publisher == "Valley Post")
    #expect(document.url == "https://valley.example/dam")
    #expect(document.tags == ["Floods", "Dams"])
    #expect(clean(page(), url: "https://www.valley.example/a").publisher == "valley.example")
  }

  @Test(arguments: [
    (
      "en",
      "The river has risen by two metres since the weekend, and people in the valley were told to stay at home for a day."
    ),
    (
      "de",
      "Der Fluss ist seit dem Wochenende um zwei Meter gestiegen, und die Menschen im Tal sollen nicht aus dem Haus gehen."
    ),
    (
      "fr",
      "La rivière est montée de deux mètres depuis le week-end et les habitants de la vallée ne sont pas sortis de chez eux."
    ),
    (
      "es",
      "El río ha subido dos metros desde el fin de semana y los vecinos del valle no han salido de sus casas por la noche."
    ),
    (
      "pl",
      "Rzeka podniosła się o dwa metry, ale nie ma ofiar, jak podała straż, która jest na miejscu już od soboty i nie odjeżdża."
    ),
    (
      "ru", "Река поднялась на два метра с выходных, и жителям долины было сказано, что они не должны выходить из дома."
    ),
    (
      "uk", "Річка піднялася на два метри від вихідних, і мешканцям долини сказали, що вони не повинні виходити з дому."
    ),
    ("zh", "自周末以来，河水上涨了两米，山谷里的人们被告知留在家中，没有人受伤。"), ("ja", "週末から川の水位が二メートル上がり、谷の人々は家にいるように言われました。"),
    ("ar", "ارتفع النهر مترين منذ نهاية الأسبوع وطلب من سكان الوادي البقاء في منازلهم"),
    ("fa", "رودخانه از آخر هفته دو متر بالا آمده است و به مردم گفته شد که در خانه بمانند"),
    ("ko", "주말부터 강물이 이 미터 불어났고 골짜기 사람들은 집에 머물라는 말을 들었다"),
    ("el", "Το ποτάμι ανέβηκε δύο μέτρα από το Σαββατοκύριακο και κανείς δεν τραυματίστηκε"),
  ])
  func language(code: String, text: String) {
    // The template declares another language.
    #expect(
      clean("<html lang=pt><body><main><h1>1</h1><p>\(text)</p><p>\(text)</p></main></body></html>").language == code)
  }

  @Test func declaredLanguageStandsInForShortText() {
    #expect(clean("<html lang='de-AT'><body><p>Ja.</p></body></html>").language == "de")
    #expect(
      clean("<html><head><meta property=og:locale content=fr_FR></head><body><p>Non.</p></body></html>").language
        == "fr")
    #expect(clean("<html><body><p>12</p></body></html>").language == nil)
  }

  @Test(arguments: [
    "{", "[", "{\"@type\":", "{\"@type\":\"Article\",\"headline\":\"\\u12", "{\"a\":\"\\",
    String(repeating: "[", count: 100_000), String(repeating: "{\"@graph\":", count: 50_000),
    "{\"datePublished\":20130213}", "\u{FEFF}{}", "<!-- {\"@type\":\"Article\",\"datePublished\":\"2013-02-13\"} -->",
  ])
  func brokenLinkedDataIsNoError(json: String) {
    #expect(clean(page(head: "<script type='application/ld+json'>\(json)</script>")).title == "The dam holds")
  }
}
