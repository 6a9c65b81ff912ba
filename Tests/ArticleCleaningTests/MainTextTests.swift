import ArticleCleaning
import NewsModel
import Testing

/// The main text of invented pages, and the zones of everything else.
@Suite struct MainTextTests {
  private func clean(_ html: String) -> Document {
    ArticleCleaner(.shipped).clean(RawDocument(source: "page.html", content: .page(.init(bytes: Array(html.utf8)))))
  }

  private static let first =
    "The harbour of the island was closed before dawn on Monday, the port office said, because of a storm from the west."
  private static let second =
    "Three ferries waited outside for hours, and some of the passengers, among them a school class, were ill."
  private static let third =
    "It will be opened again in the afternoon, if the wind falls below the mark that the office has set."
  private static let teaser =
    "The council wants to build a longer mole, and asks the ministry in the capital for half of the money."
  private static let cookies =
    "We use small files on your device to make the site better, to count our visitors and to show advertisements to them."

  private var article: String { "<p>\(Self.first)</p><p>\(Self.second)</p><p>\(Self.third)</p>" }
  private var text: String { [Self.first, Self.second, Self.third].joined(separator: "\n") }

  @Test(arguments: [
    "<article>ARTICLE</article>",
    "<div class=entry-content>ARTICLE</div><div id=comments><p>TEASER</p><p>TEASER</p><p>TEASER</p><p>TEASER</p></div>",
    // The wrapper of the whole page has a misleading name.
    "<div class='layout-right-rail sidebar'><h1>Storm closes harbour</h1>ARTICLE</div>",
    "<div class=paywall><div id=subscription-content>ARTICLE</div></div>",
    // The article is in several parts, with a box between them.
    "<section itemprop=articleBody><p>FIRST</p></section><div class=related><a href=x>TEASER</a></div>"
      + "<section itemprop=articleBody><p>SECOND</p><p>THIRD</p></section>",
    "<main>ARTICLE<p>Read also: <a href=x>A longer mole for the harbour</a></p></main><footer>TEASER</footer>",
    "<div>ARTICLE</div><div class=cookie-notice><p>COOKIES</p><p>COOKIES</p><p>COOKIES</p><p>COOKIES</p></div>",
    "<table><tr><td>ARTICLE<td><ul><li><a href=x>TEASER</a><li><a href=y>TEASER</a></ul></table>",
    "<div>FIRST<br><br>SECOND<br><br>THIRD</div><ul><li><a href=x>Home</a><li><a href=y>News</a></ul>",
    "<article>ARTICLE<ul class=share><li>Facebook<li>Print</ul><p>© The Island Post. All rights reserved.</p></article>",
    "<article><p>FIRST</p><figure><img src=x><figcaption>Ferries outside the harbour.</figcaption></figure><p>SECOND</p><p>THIRD</p></article>",
    "<article>ARTICLE<h3>Mehr zum Thema</h3><ul><li><a href=x>Längere Mole</a><li><a href=y>Fähre</a></ul></article>",
    "<article><p>FIRST</p><p>SECOND</p><p style='display: none'>THIRD</p></article>",
  ])
  func theArticleIsPrinted(page: String) {
    let html = page.replacing("ARTICLE", with: article).replacing("FIRST", with: Self.first)
      .replacing("SECOND", with: Self.second).replacing("THIRD", with: Self.third)
      .replacing("TEASER", with: Self.teaser).replacing("COOKIES", with: Self.cookies)
    #expect(clean("<html><body><nav><a href=x>Home</a> <a href=y>News</a></nav>\(html)</body></html>").text == text)
  }

  @Test func everyBlockKeepsAZoneAndAReason() {
    let document = clean(
      """
      <title>Storm closes harbour - The Island Post</title><nav><a href=/>Home</a></nav>
      <header><h1>Storm closes harbour</h1><p class=byline>By Ann Other</p></header>
      <div class=article-body>\(article)<figure><img src=x><figcaption>Ferries outside.</figcaption></figure>
      <table><tr><td>Ships<td>12</table></div>
      <div class=tags><a href=x>Harbour</a></div><aside><a href=x>\(Self.teaser)</a></aside>
      <section class=comments><p>Well said, I was there too.</p></section><footer>Imprint</footer>
      """)
    #expect(
      document.blocks.map { "\($0.zone) \($0.text)" } == [
        "navigation Home", "navigation Storm closes harbour", "footer By Ann Other", "body \(Self.first)",
        "body \(Self.second)", "body \(Self.third)", "caption Ferries outside.", "table Ships", "table 12",
        "tags Harbour", "teaser \(Self.teaser)", "comment Well said, I was there too.", "footer Imprint",
      ])
    #expect(document.blocks.allSatisfy { !$0.reason.isEmpty })
    #expect(document.text == text + "\nShips\n12")
  }

  @Test func aLeadAboveTheBodyBelongsToIt() {
    let lead = Self.first + " " + Self.second
    let document = clean(
      "<header><h1>Storm</h1><p>\(lead)</p></header><div class=article-body><p>\(Self.third)</p></div>")
    #expect(document.text == lead + "\n" + Self.third)
    #expect(document.blocks[1].zone == .lead)
  }

  @Test func thePartBehindAnAdvertisementBelongsToTheArticle() {
    let long = Array(repeating: Self.first + " " + Self.second, count: 4).enumerated().map { "\($0) \($1)" }
    let first = long.map { "<p>\($0)</p>" }.joined()
    let document = clean(
      "<h1>Storm</h1><article><div><div class=stream>\(first)</div><div class=advert><p>\(Self.teaser)</p></div>"
        + "<div class=stream><p>\(Self.third)</p></div></div></article>")
    #expect(document.text == (long + [Self.third]).joined(separator: "\n"))
  }

  @Test(arguments: [
    "<div class=advert><h3>Storm closes harbour</h3>ARTICLE</div><div id=about><p>TEASER</p><p>TEASER</p></div>",
    "<div id=top_ContentPlaceHolder_story>ARTICLE</div><div><p>TEASER</p></div>",
    // Each paragraph is a widget.
    "<div><div class=text-widget><p>FIRST</p></div><div class=text-widget><p>SECOND</p></div>"
      + "<div class=text-widget><p>THIRD</p></div></div>",
    "<div itemprop=articleBody class=subscriber-premium><div class=subscriber-only>ARTICLE</div></div>",
    // The box of key points stands between the paragraphs.
    "<div><p>FIRST</p><div class=wysiwyg><h2>Key points</h2><ul><li>TEASER</ul></div><p>SECOND</p><p>THIRD</p></div>",
  ])
  func aMisleadingNameIsNotBelieved(page: String) {
    let html = page.replacing("ARTICLE", with: article).replacing("FIRST", with: Self.first)
      .replacing("SECOND", with: Self.second).replacing("THIRD", with: Self.third).replacing(
        "TEASER", with: Self.teaser)
    let text = clean("<title>Storm closes harbour</title><body>\(html)").text
    for sentence in [Self.first, Self.second, Self.third] { #expect(text.contains(sentence)) }
  }

  @Test(arguments: [
    "<p>LONG</p><p>Posted by: Ann at May 3, 2012 8:01 AM</p>",
    "<li><b>Ann</b> says:<br>May 3, 2012 at 8:01 am<p>LONG</p>",
    "<dl><dt>1. Ann - May 3, 2012<dd>LONG</dl>",
  ])
  func readersCommentsAreNoArticle(comment: String) {
    let comment = comment.replacing("LONG", with: Self.teaser + " " + Self.cookies)
    let comments = (0..<9).map { "<div>\(comment.replacing("Ann", with: "Ann\($0)"))</div>" }.joined()
    let text = clean("<h1>Storm</h1><div><p>\(Self.first)</p><h3>9 Comments</h3>\(comments)<h3>Add yours</h3></div>")
      .text
    #expect(text == Self.first)
    #expect(clean("<h1>Storm</h1><p>\(Self.first)</p><div id=comments>\(comments)</div>").text == Self.first)
  }

  @Test(arguments: [
    "<p>Last updated: 2:52 pm March 12, 2009 Posted: 2:51 pm March 12, 2009</p>ARTICLE",
    "ARTICLE<form><p>SHORT</p><input name=mail></form>",
    "<div class=desktop-only>ARTICLE</div><div class=mobile-only style='display:none'>ARTICLE</div>",
    "<p>FIRST</p><div><p>FIRST</p></div><p>SECOND</p><p>THIRD</p>",
  ])
  func linesBesideTheArticleAreLeftOut(page: String) {
    let html = page.replacing("ARTICLE", with: article).replacing("FIRST", with: Self.first)
      .replacing("SECOND", with: Self.second).replacing("THIRD", with: Self.third)
      .replacing("SHORT", with: "Write your address here, please, and it will be seen by us alone.")
    #expect(clean("<h1>Storm closes harbour</h1><article>\(html)</article>").text == text)
  }

  @Test func offersToSubscribersAreLeftOut() {
    let offer =
      "<h2>Zugang zu allen Artikeln</h2><p>Jetzt Abo abschließen und weiterlesen, nur 3 Euro im Monat.</p>"
      + "<ul><li>Ohne Werbung</ul><p>Sie haben bereits ein Abo? <a href=x>Anmelden</a></p>"
    #expect(clean("<h1>Sturm</h1><article>\(article)<div class=paywall>\(offer)</div></article>").text == text)
  }

  @Test func severalListsBelongToTheArticle() {
    let lists =
      "<ol><li>\(Self.first)<li>\(Self.second)<li>\(Self.third)</ol><dl><dt>And the fish?<dd>It was sold.</dl>"
    #expect(clean("<article><h1>Storm</h1>\(lists)</article>").text == text + "\nAnd the fish?\nIt was sold.")
  }

  @Test func aSectionFrontHasNoArticle() {
    let cards = (1...6).map {
      "<div><h3><a href=\($0)>Ferry \($0) is late</a></h3><p>The crew of ferry \($0) was ill.</p></div>"
    }
    let document = clean("<main><h1>News</h1>\(cards.joined())</main>")
    #expect(document.text == "")
    #expect(document.problems.map(\.kind) == [.empty])
  }

  @Test func readingsAboveCharactersAreNoText() {
    #expect(
      clean("<p><ruby>港<rt>みなと</rt></ruby>は月曜日の夜明け前に閉鎖され、三隻の船が外で待っていた。</p>").text
        == "港は月曜日の夜明け前に閉鎖され、三隻の船が外で待っていた。")
  }

  /// The page is one element with many links and the paragraphs of the article.
  @Test func anArticleAmongLinksIsNoListOfLinks() {
    let links = (0..<60).map { "<a href=\($0)>Ferry \($0) of the island</a><br>" }.joined()
    let page = "<div><div>\(links)</div><div><div>\(links)</div>\(article)</div></div><p>Short.</p>"
    #expect(
      clean("<body>\(page)<p>© The Island Post, the paper of the island, since 1901, all of it.</p>").text == text)
  }

  @Test func aHashIsNoWord() {
    let page = "<div id=entry-6a00d8341c534853ef017d3ce39451970c>\(article)</div><div><p>\(Self.teaser)</p></div>"
    #expect(clean(page).text.hasPrefix(text))
  }

  /// A heading that comments usually have, and lines with times, in an article.
  @Test func minutesOfAMeetingAreNoComments() {
    let items = (1...5).map { "<p>\(Self.first)</p><p>Item \($0) was closed at 9:\($0)0 am.</p>" }.joined()
    let text = clean("<h1>Minutes</h1><div><p>\(Self.second)</p><h3>Discussion</h3>\(items)</div>").text
    #expect(text.contains("Item 5 was closed at 9:50 am."))
  }

  @Test(arguments: [
    "Порт острова закрыли в понедельник до рассвета из-за шторма, сообщило управление порта. Паромы ждали снаружи.",
    "由于西部风暴来袭，港务局表示，该岛港口周一黎明前关闭，三艘渡轮在港外等候了数小时，部分乘客身体不适。港口下午将重新开放。",
    "أغلق ميناء الجزيرة قبل فجر يوم الاثنين، بحسب ما أعلن مكتب الميناء، بسبب عاصفة قادمة من الغرب، وانتظرت السفن.",
    "Port wyspy zamknięto w poniedziałek przed świtem, podał urząd portu, z powodu sztormu z zachodu. Promy czekały.",
  ])
  func anyLanguage(sentence: String) {
    let page = "<div class=menu><a href=x>\(sentence)</a></div><div><p>\(sentence)</p><p>\(sentence)</p></div>"
    #expect(clean(page).text == sentence + "\n" + sentence)
  }

  @Test func textThatOnlyThePagesDataHas() {
    let body = "\(Self.first) \(Self.second)\\n\(Self.third)"
    let declared =
      "<div id=app></div><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"\(body)\"}</script>"
    #expect(clean(declared).text == "\(Self.first) \(Self.second)\n\(Self.third)")
    let paragraphs = [Self.first, Self.second, Self.third, Self.teaser, Self.cookies]
    let state = paragraphs.map { "{\"type\":\"p\",\"text\":\"\\u003cp\\u003e\($0)\\u003c/p\\u003e\"}" }.joined(
      separator: ",")
    #expect(
      clean("<p>Loading</p><script>window.state = {\"blocks\":[\(state)]};</script>").text
        == paragraphs.joined(separator: "\n"))
    let template = "<div id=app><script type='text/template'>\(article)</script></div>"
    #expect(clean(template).text == text)
    // This source is ignored if the page itself has the text.
    #expect(clean("<article>\(article)</article><script type='text/template'>\(article)</script>").text == text)
    #expect(clean("<article>\(article)</article>" + declared).text == text)
  }

  @Test func whiteSpaceAndBreakMarksAreFolded() {
    let document = clean(
      "<p>A&nbsp; word\u{AD}less\u{200B} line,\n\t<b>with</b> more of it<br>in the next one, and so on, as far as it goes.</p>"
    )
    #expect(document.text == "A\u{A0} wordless line, with more of it in the next one, and so on, as far as it goes.")
  }

  @Test func aRecordIsKeptToTheByte() {
    let text = "  One line.\n\n  Another \u{3} line. \n"
    let record = RawDocument(source: "a.jsonl#1", content: .record(.init(text: text)))
    #expect(ArticleCleaner(.shipped).clean(record).text == text)
  }
}
