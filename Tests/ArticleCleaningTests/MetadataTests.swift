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
    (#"<meta name="author" content="Valley Post Staff">"#, "", "Valley Post Staff", nil),
    (#"<meta name="author" content="admin">"#, "", nil, nil),
    (#"<meta name="author" content="VALLEY-Team">"#, "", "VALLEY-Team", nil),
    (#"<meta name="author" content="Onlineredaktion">"#, "", "Onlineredaktion", nil),
    (#"<meta name="author" content="Reuters">"#, "", "Reuters", "Reuters"),
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
    ("", "<div class='author vcard'>Editorial team</div>", "Editorial team", nil),
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
