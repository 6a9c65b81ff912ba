import Testing
import TextScanning

@Suite struct ByteSearchTests {
  private let text = Array("abcabd".utf8)

  @Test func bytesAndWordsAreFoundFromAPlaceOn() {
    #expect(text.span.firstIndex(of: UInt8(ascii: "b"), from: 2) == 4)
    #expect(text.span.firstIndex(of: UInt8(ascii: "x")) == nil)
    #expect(text.span.firstIndex(of: UInt8(ascii: "a"), from: 6) == nil)
    #expect(text.span.firstIndex(of: Array("abd".utf8), from: 0) == 3)
    #expect(text.span.firstIndex(of: Array("abde".utf8), from: 0) == nil)
    #expect(text.span.firstIndex(of: "ab", from: 1) == 3)
    #expect([UInt8]().span.firstIndex(of: 0) == nil)
  }

  @Test func capitalsCountAsSmallLettersWhereAsked() {
    #expect(Array("<META Charset".utf8).span.firstIndex(ofLowered: "charset", from: 0, to: 13) == 6)
    #expect(Array("<META Charset".utf8).span.firstIndex(ofLowered: "charset", from: 0, to: 12) == nil)
  }

  @Test func namesAreFoundAsTheyAreOrInEitherCase() {
    let names = NameTable([("mai", 5), ("июня", 6)])
    #expect(names("mai".utf8.span) == 5)
    #expect(names("Mai".utf8.span) == nil)
    #expect(names(inEitherCase: "MAI".utf8.span) == 5)
    #expect(names(inEitherCase: "июня".utf8.span) == 6)
    #expect(names(inEitherCase: "".utf8.span) == nil)
  }
}
