import ArticleCleaning
import Testing

@Suite struct DecodedTextTests {
  private func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }
  /// "Привет, это новости" in windows-1251.
  private let greeting: [UInt8] = [
    0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2C, 0x20, 0xFD, 0xF2, 0xEE, 0x20, 0xED, 0xEE, 0xE2, 0xEE, 0xF1, 0xF2, 0xE8,
  ]

  @Test func utf8IsKept() {
    let bytes = ascii("<p>Zażółć gęślą jaźń</p>")
    #expect(DecodedText.decode(bytes) == DecodedText(utf8: bytes, encoding: "utf-8", evidence: .validity))
    #expect(DecodedText.decode([0xEF, 0xBB, 0xBF] + bytes).utf8 == bytes)
    #expect(DecodedText.decode([]).utf8 == [])
  }

  /// A declaration is looked for in the first 16,384 bytes; a `<meta>` that ends behind them ends the search.
  @Test func aTagAcrossTheEndOfTheSearchEndsIt() {
    let page = ascii(String(repeating: " ", count: 16_370) + "<meta name=\"a\" content=\"b\"><meta charset=koi8-r>é")
    #expect(DecodedText.decode(page).encoding == "utf-8")
  }

  @Test func validityWinsOverADeclaration() {
    let bytes = ascii("<meta charset=iso-8859-1><p>é</p>")
    #expect(DecodedText.decode(bytes, header: "windows-1251").utf8 == bytes)
  }

  @Test(arguments: ["<meta charset='Windows-1251'>", "<META content='text/html; charset=cp1251' http-equiv=a>"])
  func metaIsBelieved(meta: String) {
    let decoded = DecodedText.decode(ascii(meta) + greeting)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == meta + "Привет, это новости")
    #expect(decoded.evidence == .declaration)
    #expect(decoded.encoding == "windows-1251")
    #expect(decoded.doubt == nil)
  }

  @Test func theHeaderComesBeforeThePage() {
    let decoded = DecodedText.decode(ascii("<meta charset=koi8-r>") + greeting, header: "windows-1251")
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasSuffix("Привет, это новости"))
  }

  @Test func theXMLDeclarationIsBelieved() {
    let decoded = DecodedText.decode(
      ascii("<?xml version='1.0' encoding='ISO-8859-2'?><p>") + [0xA3, 0xF3, 0x64, 0xBC])
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasSuffix("<p>Łódź"))
  }

  @Test func aFalseDeclarationOfUTF8IsFoundOut() {
    let long = Array(repeatElement(greeting + [0x2E, 0x20], count: 40).joined())
    let decoded = DecodedText.decode(ascii("<meta charset=utf-8>") + long)
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasSuffix("Привет, это новости. "))
    #expect(decoded.evidence == .guess)
    #expect(decoded.doubt == "declared utf-8, and is not")
  }

  @Test func aStrayByteDoesNotChangeTheEncoding() {
    let decoded = DecodedText.decode(ascii("déjà vu à Köln, où l’été est très été; ") + [0xE9] + ascii(" là"))
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "déjà vu à Köln, où l’été est très été; \u{FFFD} là")
    #expect(decoded.doubt == "1 byte sequences are no characters")
  }

  @Test func latinIsTheLastResort() {
    #expect(String(decoding: DecodedText.decode([0xE9]).utf8, as: UTF8.self) == "é")
  }

  @Test(arguments: [true, false], [true, false])
  func utf16(littleEndian: Bool, marked: Bool) {
    let page = "<html><body><p>Zürich – Київ</p></body></html>"
    var bytes: [UInt8] = []
    for unit in (marked ? "\u{FEFF}" : "").utf16 + Array(page.utf16) {
      bytes += littleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let decoded = DecodedText.decode(bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == page)
    #expect(decoded.evidence == (marked ? .byteOrderMark : .zeroBytes))
  }

  @Test func zeroBytesGo() {
    let decoded = DecodedText.decode(ascii("<p>one") + [0] + ascii("two three four five</p>"))
    #expect(
      decoded
        == DecodedText(
          utf8: ascii("<p>onetwo three four five</p>"), encoding: "utf-8", evidence: .validity,
          doubt: "zero bytes left out"))
  }

  @Test(arguments: [
    ("gb2312", [0xD6, 0xD0, 0xCE, 0xC4] as [UInt8], "中文"), ("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B], "日本"),
    ("big5", [0xA4, 0xA4, 0xA4, 0xE5], "中文"), ("euc-kr", [0xC7, 0xD1], "한"), ("windows-1256", [0xC7, 0xE1], "ال"),
    ("koi8-r", [0xED, 0xC9, 0xD2], "Мир"), ("iso-8859-1", [0x93, 0x94, 0xE9], "“”é"), ("utf-16", [0xE9], "é"),
    ("no-such-encoding", [0xE9], "é"),
  ])
  func labels(label: String, bytes: [UInt8], text: String) {
    #expect(String(decoding: DecodedText.decode(ascii("a ") + bytes, header: label).utf8, as: UTF8.self) == "a " + text)
  }
}
