/// A set of patterns, with one bit for each; 128 patterns are a group.
typealias PatternBits = UInt128

extension PatternBits {
  /// The bit of a pattern in its group.
  static func pattern(_ number: Int) -> Self { 1 << Self(number % bitWidth) }
  /// The group of a pattern.
  static func group(of pattern: Int) -> Int { pattern / bitWidth }
  /// The number of groups for some number of patterns, at least 1.
  static func groups(_ patterns: Int) -> Int { Swift.max(1, (patterns + bitWidth - 1) / bitWidth) }
}

/// What one token allows: the patterns whose mentions may begin at it (`first`), at the token before it, so that it is
/// their second token (`second`), and at the token after it (`before`).
struct BeginningBits {
  var first: PatternBits = 0
  var second: PatternBits = 0
  var before: PatternBits = 0

  static func | (a: Self, b: Self) -> Self {
    Self(first: a.first | b.first, second: a.second | b.second, before: a.before | b.before)
  }
}
