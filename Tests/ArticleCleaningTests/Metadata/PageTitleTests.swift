import ArticleCleaning
import NewsModel
import Testing

/// The titles of pages. All pages are invented.
@Suite struct PageTitleTests {
  private func title(head: String = "", above: String = "", heading: String = "") -> String? {
    let html = """
      <html><head>\(head)</head><body>\(above)<main>\(heading)
      <p>The old dam held on Monday, although the river had risen by two metres since the weekend, an engineer said.</p>
      <p>People in the valley were told to stay at home, and nobody was hurt, the fire brigade told reporters there.</p>
      </main></body></html>
      """
    return ArticleCleaner(.shipped).clean(
      RawDocument(source: "a.html", content: .page(.init(bytes: Array(html.utf8))))
    ).title
  }

  /// The links and images that lead to the root of a site, and names of domains, name the site.
  @Test(arguments: [
    (
      "<title>Night Ferry &raquo; Blog Archive &raquo; The dam</title>",
      "<h1><a href='/'>Night Ferry</a></h1><h2>The dam</h2>",
      "The dam"
    ),
    ("<title>Night Ferry: The dam</title>", "<a href='/'><img src=a.png alt='Night Ferry'></a>", "The dam"),
    ("<title>The dam - Night Ferry</title>", "<a href='https://ferry.example/'>Night Ferry</a>", "The dam"),
    ("<title>The dam - ferry-post.example.com</title>", "", "The dam"),
    ("<title>Ferrypost.com: The dam</title>", "", "The dam"),
    (
      "<title>The dam - Night Ferry</title>", "<a href='https://ferry.example/dam'>Night Ferry</a>",
      "The dam - Night Ferry"
    ),
  ])
  func namesOfTheSite(head: String, above: String, title: String) {
    #expect(self.title(head: head, above: above) == title)
  }

  /// Candidates that agree support each other.
  @Test(arguments: [
    // What another title lacks behind a mark is a name.
    (
      "<meta property=og:title content='The dam holds - Floods'><meta name=twitter:title content='The dam holds'>", "",
      "The dam holds"
    ),
    ("<title>The dam holds-Floodsㅣ Post</title><meta name=headline content='The dam holds'>", "", "The dam holds"),
    // The name of the application is that of the article.
    (
      "<title>The dam holds - Post! News</title><meta property=og:title content='The dam holds'>"
        + "<meta name=application-name content='The dam holds'>", "<h1>The dam holds</h1>", "The dam holds"
    ),
    // A kicker and a headline without a mark between them.
    (
      "<meta property=og:title content='Floods: The dam holds'>",
      "<h1><span>Floods</span> <span>The dam holds</span></h1>", "Floods: The dam holds"
    ),
    ("<meta property=og:title content='The dam holds'>", "<h1>Floods<br>in the valley</h1>", "Floods in the valley"),
    // An `h1` above the text needs no declared title, but the name of a section is no headline.
    ("<title>Our company</title>", "<h1>We keep the river away</h1>", "We keep the river away"),
    ("<title>The dam holds</title>", "<h1>Local news</h1>", "The dam holds"),
    // The page has no headings.
    ("<title>Night Ferry News: The dam holds</title>", "<div><b>The dam holds</b></div>", "The dam holds"),
    // Hints for line breaks are no text, and readings are not part of it.
    ("", "<h1>The flood&shy;gate hol\u{200B}ds</h1>", "The floodgate holds"),
    ("", "<h1><ruby>川<rt>かわ</rt></ruby>の水位</h1>", "川の水位"),
  ])
  func agreement(head: String, heading: String, title: String) {
    #expect(self.title(head: head, heading: heading) == title)
  }

  /// Of two headings that together are the title, the first is the name of the site, unless the second is a subtitle.
  @Test(arguments: [
    ("<h1>Night Ferry Reports</h1><p>About</p><h3>The dam holds</h3>", "The dam holds"),
    ("<h1>Night Ferry Reports</h1><h3>The dam holds</h3>", "Night Ferry Reports"),
  ])
  func headingOfTheSite(headings: String, title: String) {
    #expect(self.title(head: "<title>Night Ferry Reports: The dam holds</title>", heading: headings) == title)
  }
}
