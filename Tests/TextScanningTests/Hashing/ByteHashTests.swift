import Testing
import TextScanning

/// Hashes are stored in databases, so they must never change.
@Suite struct ByteHashTests {
  /// The values of "a" and "foobar" are those of the authors' test vectors.
  @Test(arguments: [
    ("", 0xcbf2_9ce4_8422_2325 as UInt64), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
  ])
  func isFNV1a(text: String, expected: UInt64) {
    #expect(ByteHash(text.utf8).state == expected)
    var hash = ByteHash()
    hash.add(text.utf8.span)
    #expect(hash.state == expected)
  }

  @Test func numbersAreAddedInOneStepOrByTheirBytes() {
    var hash = ByteHash()
    hash.add(number: 0x61)
    #expect(hash == ByteHash("a".utf8))
    hash.add(bytesOf: 0x0403_0201)
    #expect(hash == ByteHash(Array("a".utf8) + [1, 2, 3, 4]))
  }

  /// From the reference implementations of MurmurHash3 and SplitMix64.
  @Test func mixesAreThoseOfTheirSources() {
    #expect(ByteHash.mixed(ByteHash.goldenRatio) == 0xe220_a839_7b1d_cdaf)
    #expect(ByteHash("foobar".utf8).mixed == 0x2c22_1949_22d1_672b)
  }

  @Test func theHashOfAWordIsItsTokens() {
    #expect(TokenStream("Élan").tokens.map(\.hash) == [FoldedHash.of("elan".utf8)])
    #expect(FoldedHash.of(word: "elan") == FoldedHash.of("elan".utf8))
  }
}
