import ArticleCleaning
import NewsModel
import Testing

/// The places in which pages have their dates. All pages are invented.
@Suite struct PageDateTests {
  @Test(arguments: [
    (
      #"<meta property="article:published_time" content="2013-02-13T10:00:00+01:00">"#, "",
      DateMethod.meta("article:published_time")
    ),
    (#"<meta name="DC.date.issued" content="2013-02-13">"#, "", .meta("dc.date.issued")),
    (#"<meta name="pubdate" content="Wed, 13 Feb 2013 08:00:00 GMT">"#, "", .meta("pubdate")),
    (#"<meta name="publish-date" content="1360746000">"#, "", .meta("publish-date")),
    (
      #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"The dam holds","datePublished":"2013-02-13T10:00"}</script>"#,
      "", .linkedData("datePublished")
    ),
    (
      #"<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"X"},{"@type":["Article","Report"],"datePublished":"2013-02-13",}]</script>"#,
      "", .linkedData("datePublished")
    ),
    (#"<link rel="canonical" href="https://example.org/2013/02/13/the-dam-holds">"#, "", .url),
    ("", #"<time datetime="2013-02-13">last week</time>"#, .time),
    ("", #"<abbr title="2013-02-13">last week</abbr>"#, .abbr),
    ("", #"<div data-published="2013-02-13">last week</div>"#, .attribute("data-published")),
    ("", #"<span itemprop="datePublished" content="2013-02-13"></span>"#, .itemprop("datepublished")),
    ("", #"<span class="updated published" title="2013-02-13T10:00:00">old</span>"#, .hatom),
    ("", "<p class=byline>By Jane Doe, 13 February 2013</p>", .byline),
    ("", "<div>Veröffentlicht am 13. Februar 2013</div>", .textPublished),
    ("", "<div>Опубликовано 13 февраля 2013</div>", .textPublished),
    ("", "<div>Mis à jour le 13 février 2013</div>", .textUpdated),
    (#"<script>var page = {"publishedAt":"2013-02-13T10:00:00Z"}</script>"#, "", .script("publishedAt")),
  ])
  func publicationDay(head: String, below: String, method: DateMethod) {
    #expect(DatedTestPage(head: head, below: below).cleaned().published == PublicationDate("2013-02-13", method))
  }

  /// The day of another thing does not count beside that of the article.
  @Test(arguments: [
    "<table><tr><td><time datetime='2013-05-01'>1 May</time></td><td>Opening</td></tr></table>",
    "<blockquote>We hold. <time datetime='2013-05-01'>1 May</time></blockquote>",
    "<p>The gates will be opened on <time datetime='2013-05-01'>1 May</time>, when the river has fallen by two metres or "
      + "more, and not on an earlier day, the engineer told reporters of several papers on the dam.</p>",
  ])
  func timeOfAnotherThing(markup: String) {
    #expect(
      DatedTestPage(below: "<p class=date>13 February 2013</p>" + markup).cleaned().published
        == PublicationDate("2013-02-13", .byline))
  }

  @Test(arguments: [
    ("https://a.example/news/A2013021310150012345", "2013-02-13"),
    // The instant at which an archive fetched the page, and numbers that are no instant.
    ("https://a.example/web/20130213101500/x", nil), ("https://a.example/news/2013021399150012345", nil),
    ("https://a.example/news/9913021310150012345", nil),
  ])
  func longNumberInAddress(url: String, day: String?) {
    #expect(DatedTestPage().cleaned(url: url).published?.day == day.flatMap { Day(iso: $0) })
  }

  @Test func aPageWithoutADateHasNone() {
    let document = DatedTestPage().cleaned()
    #expect(document.published == nil)
    #expect(document.dateCandidates == [])
  }
}
