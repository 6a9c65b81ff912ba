import ArticleCleaning
import NewsModel
import TestSupport
import Testing

/// Pages that could cost a parser much time or make it lose text. Each is cleaned in about the time of a plain page of
/// the same size, and the text around the hostile part is kept.
@Suite(.serialized) struct HostilePageTests {
  private static let before =
    "<p>The harbour was closed before dawn, the port office said, and ships waited outside.</p>"
  private static let after = "<p>It will open again after noon, if the wind allows it, the port office added later.</p>"

  private static func plain(_ size: Int) -> String {
    let line = "<p>One sentence of plain text, with a comma and a full stop, stands in this paragraph.</p>\n"
    return String(repeating: line, count: size / line.utf8.count)
  }

  private func clean(_ bytes: [UInt8]) -> Document {
    ArticleCleaner(.shipped).clean(RawDocument(source: "page.html", content: .page(.init(bytes: bytes))))
  }

  private func seconds(_ bytes: [UInt8]) -> (Document, Double) {
    var document = Document(source: "")
    // The better of two measurements, because the first may have to fill caches.
    let best = min(processorSeconds { document = clean(bytes) }, processorSeconds { document = clean(bytes) })
    return (document, best)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var trouble: String
    /// How many times as long as a plain page of the same size it may take.
    var ratio: Double
    var problem: Problem.Kind?
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "1,000 divs", trouble: nested(1_000), ratio: 12),
    Case(name: "15,000 divs", trouble: nested(15_000), ratio: 12),
    Case(name: "100,000 divs", trouble: nested(100_000), ratio: 12, problem: .markup),
    Case(
      name: "100,000 spans", trouble: String(repeating: "<span>", count: 100_000) + "in", ratio: 12, problem: .markup),
    Case(
      name: "60,000 attributes",
      trouble: "<b " + (0..<60_000).map { "a\($0)='\($0)'" }.joined(separator: " ") + ">in</b>",
      ratio: 12, problem: .markup),
    Case(
      name: "60,000 attributes in all",
      trouble: String(repeating: "<b " + (0..<60).map { "a\($0)=1 " }.joined() + ">in</b>", count: 1_000),
      ratio: 12),
    Case(
      name: "a long text", trouble: "<p>" + String(repeating: "word and word, ", count: 250_000) + "</p>", ratio: 12),
    Case(
      name: "unclosed comment", trouble: "<!-- " + String(repeating: "x ", count: 50_000), ratio: 12, problem: .markup),
    Case(
      name: "half a million comments unclosed", trouble: String(repeating: "<!-- ", count: 500_000), ratio: 12,
      problem: .markup),
    Case(
      name: "unclosed script", trouble: "<script>" + String(repeating: "var a = 1;", count: 50_000), ratio: 12,
      problem: .markup),
    Case(
      name: "unclosed styles", trouble: String(repeating: "<style>a {}", count: 50_000), ratio: 12, problem: .markup),
    Case(
      name: "unclosed CDATA", trouble: String(repeating: "<![CDATA[ x ", count: 50_000), ratio: 12, problem: .markup),
    Case(name: "end tags of nothing", trouble: String(repeating: "</b></i></div>", count: 100_000), ratio: 12),
    Case(
      name: "deep, then end tags", trouble: nested(10_000, close: false) + String(repeating: "</b>", count: 200_000),
      ratio: 12),
    Case(
      name: "unclosed quotes", trouble: String(repeating: "<a href=\"x>in</a> ", count: 40_000) + "'", ratio: 12,
      problem: nil),
    Case(
      name: "ampersands", trouble: "<p>" + String(repeating: "&amp;&#38;&nope;& ", count: 50_000) + "</p>", ratio: 20),
    Case(
      name: "cells", trouble: "<table>" + String(repeating: "<tr><td>1<td>2", count: 50_000) + "</table>", ratio: 20),
    Case(name: "list in list", trouble: String(repeating: "<ul><li>in", count: 20_000), ratio: 20),
    Case(
      name: "names", trouble: (0..<20_000).map { "<div class='related-\($0) nav\($0)'>in</div>" }.joined(), ratio: 30),
    Case(name: "articles", trouble: String(repeating: "<article class=related><h1>in</h1>", count: 5_000), ratio: 30),
  ]

  private static func nested(_ depth: Int, close: Bool = true) -> String {
    String(repeating: "<div>", count: depth) + "inside" + (close ? String(repeating: "</div>", count: depth) : "")
  }

  @Test(arguments: cases) func takesTheTimeOfAPlainPage(of hostile: Case) {
    let page = Array("<html><body>\(Self.before)\(hostile.trouble)\(Self.after)</body></html>".utf8)
    let (document, time) = seconds(page)
    let (_, plainTime) = seconds(Array(Self.plain(page.count).utf8))
    // Times below a few milliseconds are too short to compare.
    #expect(time < max(plainTime, 0.004) * hostile.ratio)
    let all = document.blocks.map(\.text).joined(separator: "\n")
    #expect(all.contains("closed before dawn"))
    if hostile.name != "unclosed quotes" { #expect(all.contains("open again after noon")) }
    if let problem = hostile.problem { #expect(document.problems.map(\.kind).contains(problem)) }
  }

  @Test func twentyMegabytesOfParagraphs() {
    let size = 20_000_000
    let paragraphs = String(repeating: "<p>", count: size / 3)
    let (document, time) = seconds(Array("\(Self.before)\(paragraphs)\(Self.after)".utf8))
    let (_, plainTime) = seconds(Array(Self.plain(size).utf8))
    #expect(time < plainTime * 12)
    // There are far more of them than fit into memory.
    #expect(document.problems.map(\.kind) == [.tooLarge])
    #expect(document.text.hasPrefix("The harbour was closed"))
  }

  @Test func fiftyMegabytesOfOneText() {
    let size = 50_000_000
    let line = "Ships waited outside of the harbour, and "
    let text = String(repeating: line, count: size / line.utf8.count)
    let (document, time) = seconds(Array("\(Self.before)<p>\(text)the wind blew.</p>\(Self.after)".utf8))
    let (_, plainTime) = seconds(Array(Self.plain(size).utf8))
    #expect(time < plainTime * 4)
    // The end of the page is left out, and so is the remaining text past its own limit.
    #expect(document.problems.map(\.kind) == [.tooLarge, .tooLarge])
    #expect(document.text.hasPrefix("The harbour was closed"))
    #expect(document.text.utf8.count > DocumentLimits.text - line.utf8.count)
  }

  /// Pages whose encoding is not what they declare: the text is complete, and the detected encoding is reported.
  @Test(arguments: ["declared UTF-8", "UTF-16 LE", "UTF-16 LE, marked", "UTF-16 BE", "UTF-16 BE, marked", "zero bytes"])
  func encodings(_ name: String) {
    let line = "<p>Порт закрыли до рассвета, и корабли ждали снаружи, сообщила служба порта.</p>\n"
    let html =
      "<html><head><meta charset=utf-8></head><body>" + String(repeating: line, count: 5_000) + "</body></html>"
    let bytes: [UInt8]
    switch name {
    case "declared UTF-8": bytes = Self.windows1251(html)
    case "zero bytes": bytes = Array(html.utf8).flatMap { $0 == 0x20 ? [0x20, 0] : [$0] }
    default:
      let units = (name.hasSuffix("marked") ? [0xFEFF] : []) + Array(html.utf16)
      bytes = units.flatMap { unit in
        name.hasPrefix("UTF-16 LE")
          ? [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
      }
    }
    let (document, time) = seconds(bytes)
    let (_, plainTime) = seconds(Array(html.utf8))
    #expect(time < max(plainTime, 0.004) * 12)
    let sentence = "Порт закрыли до рассвета, и корабли ждали снаружи, сообщила служба порта."
    #expect(document.text == Array(repeating: sentence, count: 5_000).joined(separator: "\n"))
    #expect(document.problems.map(\.kind) == (name.hasPrefix("UTF-16") ? [] : [.encoding]))
  }

  private static func windows1251(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x410 + 0xC0)
    }
  }

  @Test func zeroBytes() {
    let document = clean([])
    #expect(document.blocks == [] && document.title == nil)
  }

  @Test func bytesThatAreNoText() {
    var state: UInt64 = 7
    let noise = (0..<200_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    for block in clean(noise).blocks { #expect(!block.text.utf8.contains { $0 < 0x20 }) }
    for end in [1, 2, 3, 7] { _ = clean(Array("<p><a href='x\u{e9}".utf8.prefix(end * 2))) }
  }
}
