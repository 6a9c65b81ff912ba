import ArticleCleaning
import NewsModel
import Testing

/// The tags of pages. All pages are invented.
@Suite struct PageTagsTests {
  @Test(arguments: [
    (
      "<meta name=keywords content='Floods, Valley Post, 26157981-b4f7-4929, 100312362, valley.example.org'>", "",
      ["Floods"]
    ),
    ("<meta name=keywords content='Floods, Category: News, Entities: Valley'>", "", ["Floods"]),
    ("<meta name=keywords content='Floods, Dams: a history'>", "", ["Floods", "Dams: a history"]),
    ("<meta name=keywords content='洪水 大坝 山谷'>", "", ["洪水", "大坝", "山谷"]),
    (
      "", "<div><a href='/topics/1'>Floods</a> <a href='/tag/dams'>Dams</a> <a href='/about'>About</a></div>",
      ["Floods", "Dams"]
    ),
    ("", "<nav><a href='/topics/1'>Floods</a></nav>", []),
    (
      "", "<p><a rel='category tag' href='/valley'>Valley</a> <a rel='nofollow tag' href='/floods'>Floods</a></p>",
      ["Floods"]
    ),
    ("<meta name=keywords content='Dams'>", "<div><a href='/topics/1'>Floods</a></div>", ["Dams"]),
  ])
  func tags(head: String, end: String, tags: [String]) {
    let html = """
      <html><head><meta property=og:site_name content='Valley Post'>\(head)</head><body><main><h1>The dam holds</h1>
      <p>The old dam held on Monday, although the river had risen by two metres, <a href='/topics/2'>an engineer</a> said.</p>
      <p>People in the valley were told to stay at home, and nobody was hurt, the fire brigade told reporters there.</p>
      \(end)</main></body></html>
      """
    let document = ArticleCleaner(.shipped).clean(
      RawDocument(source: "a.html", content: .page(.init(bytes: Array(html.utf8)))))
    #expect(document.tags == tags)
  }
}
