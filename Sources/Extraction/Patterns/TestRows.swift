/// Which tests of the patterns each of their words passes, in lower case and with a capital: a row of bits each, a bit
/// a test.
struct TestRows: Sendable {
  /// 64-bit words in a row.
  let width: Int
  private(set) var bits: [UInt64]

  init(tests: Int, words: Int) {
    width = max(1, (tests + 63) / 64)
    bits = [UInt64](repeating: 0, count: words * 2 * width)
  }

  mutating func pass(_ test: Int, word: Int32, withCapital: Bool) {
    bits[start(word: word, withCapital: withCapital) + test >> 6] |= 1 << UInt64(test & 63)
  }

  /// Where the row of a word begins in `bits`.
  func start(word: Int32, withCapital: Bool) -> Int { (Int(word) * 2 + (withCapital ? 1 : 0)) * width }
}
