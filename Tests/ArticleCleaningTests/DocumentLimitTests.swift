import ArticleCleaning
import NewsModel
import TestSupport
import Testing

/// Content past a limit is left out and reported with its size; the rest of the document is kept.
@Suite struct DocumentLimitTests {
  private static let sentence = "The lock keeper opened both gates at noon, and eleven barges went through before dusk."

  private func page(head: String = "", body: String = "") -> String {
    let article = String(repeating: "<p>\(Self.sentence)</p>\n", count: 12)
    return
      "<html><head><title>Barges at the lock</title>\(head)</head><body><article>\(article)\(body)</article></body></html>"
  }

  private func clean(page: String) -> Document {
    ArticleCleaner(.shipped).clean(RawDocument(source: "lock.html", content: .page(.init(bytes: Array(page.utf8)))))
  }

  private func clean(text: String) -> Document {
    ArticleCleaner(.shipped).clean(RawDocument(source: "lock.txt", content: .plainText(Array(text.utf8))))
  }

  private func tooLarge(_ document: Document) -> [String] {
    document.problems.filter { $0.kind == .tooLarge }.map(\.reason)
  }

  @Test func aBookIsKeptWhole() {
    let text = "A year at the lock\n\n" + String(repeating: Self.sentence + "\n\n", count: (7 << 19) / 88)
    let document = clean(text: text)
    #expect(document.problems.isEmpty)
    #expect(document.text.utf8.count > 3 << 20)
  }

  @Test func aTextPastTheLimitIsCutAtAWord() throws {
    let text = String(repeating: Self.sentence + " ", count: (7 << 20) / Self.sentence.utf8.count)
    let document = clean(text: text)
    #expect(document.text.utf8.count <= DocumentLimits.text)
    #expect(document.text.utf8.count > DocumentLimits.text - 200)
    #expect(text.hasPrefix(document.text))
    let reason = try #require(tooLarge(document).first)
    #expect(
      reason.hasPrefix("\(text.utf8.count - document.text.utf8.count) bytes of its text left out"), "\(reason)")
  }

  @Test func aTextOfOneLetterLinesIsCutByItsLines() {
    let document = clean(text: String(repeating: "q\n", count: 2 * DocumentLimits.blocks))
    #expect(document.blocks.count <= DocumentLimits.blocks)
    #expect(tooLarge(document).count == 1)
  }

  @Test func aRecordIsCutToo() {
    let text = String(repeating: Self.sentence + "\n", count: (6 << 20) / 87)
    let record = RawDocument.Record(
      text: text, title: String(repeating: "Barges ", count: 1_000), tags: (0..<1_000).map { "lock \($0)" })
    let document = ArticleCleaner(.shipped).clean(RawDocument(source: "a.jsonl#1", content: .record(record)))
    #expect(document.text.utf8.count <= DocumentLimits.text && text.hasPrefix(document.text))
    #expect((document.title?.utf8.count ?? 0) <= DocumentLimits.title)
    #expect(document.tags == (0..<DocumentLimits.tagCount).map { "lock \($0)" })
    #expect(tooLarge(document).count == 3)
  }

  @Test func aPageThatGoesOnAndOnKeepsItsArticle() {
    let document = clean(page: page(body: String(repeating: "<b>x</b>", count: DocumentLimits.tags)))
    #expect(document.text.hasPrefix(Self.sentence))
    #expect(tooLarge(document).contains { $0.hasSuffix("bytes of the page's end left out: what stands before kept") })
  }

  @Test func scriptsAndTitlesPastTheirLimitDoNotCostTheArticle() {
    let script = "<script>" + String(repeating: "var gates = 2; ", count: (9 << 20) / 15) + "</script>"
    let title = "<title>" + String(repeating: "Barges, ", count: (17 << 20) / 8) + "</title>"
    for (head, part) in [(script, "scripts and styles"), (title, "a title")] {
      let document = clean(page: page(head: head))
      #expect(document.text.hasPrefix(Self.sentence) && document.text.hasSuffix(Self.sentence))
      #expect(document.title == "Barges at the lock")
      #expect(document.problems.contains { $0.kind == .markup && $0.reason.contains("bytes of \(part) left out") })
    }
  }

  @Test func picturesInAttributesAreNoText() {
    let picture = "<img src=\"data:image/png;base64," + String(repeating: "QUJD", count: 5 << 20) + "\">"
    let document = clean(page: page(head: picture))
    #expect(document.problems.isEmpty)
    #expect(document.text.hasSuffix(Self.sentence))
  }

  /// Twice the input takes about twice the time, not four times.
  @Test(arguments: [
    "<meta property=\"article:tag\" content=\"lock @\">", "<meta name=\"author\" content=\"Anna Lock@\">",
    "<meta property=\"og:site_name\" content=\"Lock @\">", "<meta property=\"og:title\" content=\"Lock @\">",
    "<script type=\"application/ld+json\">{\"@type\":\"Organization\",\"name\":\"Lock @\"}</script>",
    "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"Lock @\"}</script>",
    "<a rel=\"tag\">lock @</a>",
  ])
  func metadataTakesTimeByItsLength(_ element: String) {
    func seconds(_ count: Int) -> Double {
      let parts = element.split(separator: "@").map(String.init)
      let html = page(
        head: (0..<count).map { parts[0] + letters($0) + parts.dropFirst().joined() }.joined(separator: "\n"))
      return min(processorSeconds { _ = clean(page: html) }, processorSeconds { _ = clean(page: html) })
    }
    let few = seconds(10_000)
    let many = seconds(40_000)
    #expect(many < 10 * few + 0.05, "\(few) s, \(many) s")
  }

  @Test(arguments: ["<a", "&lt;a", "< ", "&"])
  func aTitleTakesTimeByItsLength(_ piece: String) {
    func seconds(_ count: Int) -> Double {
      let headline = String(repeating: piece, count: count)
      let html = page(
        head: "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"\(headline)\"}</script>")
      return processorSeconds { _ = clean(page: html) }
    }
    let few = seconds(50_000)
    let many = seconds(200_000)
    #expect(many < 10 * few + 0.05, "\(few) s, \(many) s")
  }

  private func letters(_ number: Int) -> String {
    String(number).map { String(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.wholeNumberValue ?? 0))) }.joined()
  }
}
