import Testing
import TextScanning

@Suite struct UTF8ValidityTests {
  @Test(arguments: [
    ([UInt8]("plain text of more than eight".utf8), UTF8Validity.Findings(), "plain text of more than eight"),
    ([UInt8]("é€😀".utf8), .init(sequences: 3), "é€😀"),
    // A lone byte, an overlong form, a surrogate, a truncated character.
    (
      [0x61, 0xFF, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xE2, 0x82], .init(faults: 7),
      "a" + String(repeating: "\u{FFFD}", count: 7)
    ),
    ([0x61, 0, 0x62], .init(nulBytes: 1), "ab"),
  ])
  func faultsAreCountedAndRepaired(bytes: [UInt8], found: UTF8Validity.Findings, repaired: String) {
    #expect(UTF8Validity.findings(bytes.span) == found)
    #expect(String(decoding: UTF8Validity.repaired(bytes.span), as: UTF8.self) == repaired)
    #expect(UTF8Validity.isValid(bytes.span) == (found.faults == 0))
  }

  @Test func codePointsAreReadLoweredAndMeasured() {
    let text = Array("Éж日😀".utf8)
    var found: [String] = []
    var at = 0
    while at < text.count {
      let scalar = Scalars.decode(text, at, text.count)
      found.append("\(String(scalar.value, radix: 16)) \(scalar.length) \(Scalars.letterCase(scalar.value))")
      at += scalar.length
    }
    #expect(found == ["c9 2 upper", "436 2 lower", "65e5 3 uncased", "1f600 4 none"])
    #expect(Scalars.decode(text, 4, 6).value == 0xFFFD)
    #expect(String(decoding: Scalars.lowered(Array("ÉTÉ Ж ẞ".utf8)), as: UTF8.self) == "été ж ẞ")
  }
}
