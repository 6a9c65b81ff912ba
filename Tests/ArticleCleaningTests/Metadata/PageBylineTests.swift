import ArticleCleaning
import NewsModel
import Testing

/// The authors of pages. All pages and names are invented.
@Suite struct PageBylineTests {
  private func author(head: String = "", below: String = "", end: String = "") -> String? {
    let html = """
      <html><head>\(head)</head><body><main><h1>The dam holds</h1>\(below)
      <p>The old dam held on Monday, although the river had risen by two metres since the weekend, an engineer said.</p>
      <p>People in the valley were told to stay at home, and nobody was hurt, the fire brigade told reporters there.</p>
      \(end)</main></body></html>
      """
    return ArticleCleaner(.shipped).clean(
      RawDocument(source: "a.html", content: .page(.init(bytes: Array(html.utf8))))
    ).author
  }

  @Test(arguments: [
    ("Jane Doe in Oslo and John Roe, political editor", "Jane Doe, John Roe"),
    ("By Jane Doe; additional reporting by John Roe", "Jane Doe, John Roe"),
    ("By JVP, in Floods, Rivers", "JVP"),
    ("By Cora and Dan", "Cora, Dan"),
    ("Von Erika Muster aus Bremen, Redakteurin", "Erika Muster"),
    ("Chefredakteurin Erika Muster", "Erika Muster"),
    ("Geschrieben von Erika Muster", "Erika Muster"),
    ("By Jane Doe.", "Jane Doe"),
    ("Oleh Budi Contoh", "Budi Contoh"),
    ("記者王小明、李大華／台北報導", "王小明, 李大華"),
    ("홍길동 기자", nil),
    ("글: 홍길동 기자", "홍길동"),
    ("مشاهدات عالية", nil),
  ])
  func byline(line: String, author: String?) {
    #expect(self.author(below: "<div class=byline>\(line)</div>") == author)
  }

  /// The publisher is the author only if no person is named.
  @Test(arguments: [
    ("Valley Broadcasting Corporation", "<div class=byline>By <a href=/j>Jane Doe</a></div>", "Jane Doe"),
    ("Valley Broadcasting Corporation", "", "Valley Broadcasting Corporation"),
    ("by Newsdesk", "", "Newsdesk"),
    ("Valleypost.com, Rivertown, Germany", "", "Valleypost.com, Rivertown, Germany"),
    ("105092", "", nil), ("Admin", "", nil), ("desk@valley.example", "", nil),
    ("Newsdesk", "<p>Published on 12 March 2019 by Jane Doe</p>", "Jane Doe"),
    ("Newsdesk", "<p><strong>Jane Doe/John Roe</strong></p>", "Jane Doe, John Roe"),
    ("Newsdesk", "<p><strong>No Way Out</strong> of the valley</p>", "Newsdesk"),
  ])
  func house(declared: String, below: String, author: String?) {
    #expect(self.author(head: "<meta name=author content='\(declared)'>", below: below) == author)
  }

  @Test func labelFarBelowTheTitle() {
    let lines = String(repeating: "<p>Nothing else was said about the flood in the valley.</p>", count: 20)
    #expect(author(end: lines + "<div>Author: Jane Doe</div>") == "Jane Doe")
  }

  @Test(arguments: [
    (#"{"givenName":"Jane","familyName":"Doe"}"#, "Jane Doe"),
    (#"{"@type":"Person","name":["Jane Doe","John Roe"]}"#, "Jane Doe, John Roe"),
    (#"{"@type":"Organization","name":"Valley Post"}"#, "Valley Post"),
    (#"{"@id":"x:jane"}"#, "Jane Doe"), (#"{"@id":"x:nobody"}"#, nil),
  ])
  func linkedData(author: String, name: String?) {
    let graph =
      #"{"@graph":[{"@type":"NewsArticle","author":\#(author)},{"@type":"Person","@id":"x:jane","name":"Jane Doe"}]}"#
    #expect(self.author(head: "<script type='application/ld+json'>\(graph)</script>") == name)
  }

  /// The account that an article refers to may only have published it.
  @Test func metaBeforeReference() {
    let graph =
      ##"{"@graph":[{"@type":"Article","author":{"@id":"x:a"}},{"@type":"Person","@id":"x:a","name":"Ann Other"}]}"##
    let head = "<script type='application/ld+json'>\(graph)</script><meta name=author content='Jane Doe'>"
    #expect(author(head: head) == "Jane Doe")
  }

  @Test func labelOfTwitterCard() {
    let head = "<meta name=twitter:label1 content='Geschrieben von'><meta name=twitter:data1 content='Erika Muster'>"
    #expect(author(head: head) == "Erika Muster")
  }
}
