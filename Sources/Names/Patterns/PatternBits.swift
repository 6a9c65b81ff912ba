/// A bit a pattern, 128 patterns a group.
typealias PatternBits = UInt128

extension PatternBits {
  /// The bit of a pattern in its group.
  static func pattern(_ number: Int) -> Self { 1 << Self(number % bitWidth) }
  /// The group that a pattern is in.
  static func group(of pattern: Int) -> Int { pattern / bitWidth }
  /// Groups for some patterns; one at least.
  static func groups(_ patterns: Int) -> Int { Swift.max(1, (patterns + bitWidth - 1) / bitWidth) }
}

/// What a token tells of where mentions begin: the patterns that it may be the first or the second token of, or the
/// last before.
struct BeginningBits {
  var first: PatternBits = 0
  var second: PatternBits = 0
  var before: PatternBits = 0

  static func | (a: Self, b: Self) -> Self {
    Self(first: a.first | b.first, second: a.second | b.second, before: a.before | b.before)
  }
}
