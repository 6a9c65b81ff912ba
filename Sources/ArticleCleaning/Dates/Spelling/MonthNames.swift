import TextScanning

/// The names of the months, full and short, in all grammatical cases that dates use (`calendar.tsv`).
struct MonthNames {
  private let table: [UInt64: Int]

  init(_ calendar: Calendar) {
    var table: [UInt64: Int] = [:]
    for (name, month) in calendar.months {
      let bytes = Array(name.utf8)
      table[Self.key(bytes, 0..<bytes.count)] = month
    }
    self.table = table
  }

  /// Returns 1 to 12, 13 to 24 for a month of the Solar Hijri calendar, or nil for any other word. `word` is the range of
  /// a name in valid UTF-8 without its last full stop.
  func month(_ bytes: [UInt8], _ word: Range<Int>) -> Int? {
    guard (2...Self.longest).contains(word.count) else { return nil }
    return table[Self.key(bytes, word)]
  }

  /// In bytes.
  private static let longest = 40

  /// The hash of the code points in lower case.
  private static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = ByteHash()
    var at = range.lowerBound
    while at < range.upperBound {
      let scalar = Scalars.decode(bytes, at, range.upperBound)
      hash.add(number: UInt64(Scalars.lowered(scalar.value)))
      at += scalar.length
    }
    return hash.state
  }
}
