import ArticleCleaning
import NewsModel

/// A short page with an invented article, and the markup of a test in it.
struct DatedTestPage {
  var head = ""
  var above = ""
  var below = ""
  var end = ""

  func cleaned(url: String? = nil, fetched: Day? = nil, latest: Day? = nil) -> Document {
    let html = """
      <html><head>\(head)</head><body><main>\(above)<h1>The dam holds</h1>\(below)
      <p>The old dam held on Monday, although the river had risen by two metres since the weekend, an engineer said.</p>
      <p>People in the valley were told to stay at home, and nobody was hurt, the fire brigade told reporters there.</p>
      </main>\(end)</body></html>
      """
    return ArticleCleaner(.shipped, options: .init(latestDay: latest)).clean(
      RawDocument(source: "a.html", content: .page(.init(bytes: Array(html.utf8), url: url, fetched: fetched))))
  }
}

extension PublicationDate {
  init(_ iso: String, _ method: DateMethod, _ doubt: DateDoubt? = nil) {
    self.init(day: Day(iso: iso)!, method: method, doubt: doubt)
  }
}
