import NewsModel
import Repetition
import TestSupport
import Testing

/// Tests which pages of a site are recognised as copies of one text.
@Suite struct DistinctTextsTests {
  /// Sentences whose words no other seed has.
  private static func sentences(_ seed: Int, _ count: Int) -> [String] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
      let words = (0..<9).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return "w" + String(state >> 40, radix: 36).filter { !$0.isNumber } + "x"
      }
      return words.joined(separator: " ") + "."
    }
  }

  private static func page(_ paragraphs: [String], url: String? = nil) -> Document {
    Document(
      source: "a", url: url,
      blocks: paragraphs.map { Block(zone: .body, text: $0, reason: "article") } + [
        Block(zone: .navigation, text: "Home News Sport", reason: "links")
      ])
  }

  private static func firsts(_ pages: [Document]) -> [Int] {
    var texts = DistinctTexts()
    for page in pages { texts.add(PageText(of: page)) }
    return texts.firsts()
  }

  @Test func copiesOfOneText() {
    let wire = Self.sentences(1, 10)
    let pages = [
      Self.page(wire), Self.page(Self.sentences(2, 10)),
      // Variants: a different beginning and end, different paragraphs, a shortened end, different numbers.
      Self.page(Self.sentences(3, 2) + wire + Self.sentences(4, 3)),
      Self.page([wire[..<6].joined(separator: " "), wire[6...].joined(separator: " ")]),
      Self.page(Array(wire[..<6])), Self.page(wire.map { "On 12 March, \($0)" }),
      Self.page(wire.map { "On 3 April, \($0)" }),
    ]
    #expect(Self.firsts(pages) == [0, 1, 0, 0, 0, 5, 5])
  }

  @Test func aTemplateMakesNoCopies() {
    let template = Self.sentences(1, 9)
    let pages = (10..<60).map { Self.page(template + Self.sentences($0, 11)) }
    #expect(Self.firsts(pages) == Array(pages.indices))
  }

  @Test func theItemsOfAPageAreTexts() {
    let items = (1...3).map { number in
      var item = Self.page(Self.sentences(number, 5), url: "https://valley.example/log#\(number)")
      item.source = "log.html#\(number)"
      return item
    }
    #expect(Self.firsts(items) == [0, 1, 2])
  }

  @Test(
    arguments: [
      ("https://valley.example/pier", "http://www.valley.example/pier/#top", true),
      ("https://valley.example/pier?p=1", "https://valley.example/pier?p=2", false),
      ("https://valley.example/", "https://valley.example", false), (nil, nil, false),
    ] as [(String?, String?, Bool)])
  func oneAddressIsOneText(a: String?, b: String?, isOne: Bool) {
    let pages = [Self.page(Self.sentences(1, 5), url: a), Self.page(Self.sentences(2, 5), url: b)]
    #expect(Self.firsts(pages) == [0, isOne ? 0 : 1])
  }

  @Test func pagesWithoutTextAreEachTheirOwn() {
    #expect(Self.firsts([Self.page([]), Self.page([]), Self.page(["2013-02-03"])]) == [0, 1, 2])
    #expect(Self.firsts([]) == [])
  }

  /// 20,000 pages that share a template, and as many copies of one page. Quadratic time would exceed the limit.
  @Test func manyPages() {
    let template = Self.sentences(1, 12)
    let pages = (0..<20_000).map { Self.page(template + Self.sentences(10 + $0, 6)) }
    let others = (0..<20_000).map { Self.page(Array(template[..<5]) + Self.sentences(10 + $0, 6)) }
    let seconds = processorSeconds {
      #expect(Set(Self.firsts(pages)).count == 1)
      #expect(Set(Self.firsts(others)).count == 20_000)
    }
    #expect(seconds < 20)
  }
}
