import ScannedText
import TextScanning

extension ScannedDocument.Section {
  private static let joins = WordSet([
    Sign.hash(of: UInt8(ascii: ",")), Sign.hash(of: UInt8(ascii: "/")), FoldedHash.of(word: "and"),
    FoldedHash.of(word: "or"),
  ])
  private static let the = FoldedHash.of(word: "the")
  /// The most tokens of a name in a list.
  private static let longestName = 5
  /// The most names after the first that are read. A line of some megabytes may be a single list.
  private static let mostNames = 64

  /// Whether a token joins two names: a comma, a slash, "and", "or".
  func joinsNames(_ token: Int) -> Bool {
    tokens.indices.contains(token) && Self.joins.contains(tokens[token].hash)
  }

  /// The last name of a list whose first name ends at a token; nil if no other name follows.
  func lastName(ofListFrom token: Int, in sentence: TokenStream.Sentence) -> Range<Int>? {
    var last: Range<Int>?
    var token = token
    var names = 0
    while names < Self.mostNames, token < sentence.end, joinsNames(token) {
      while token < sentence.end, joinsNames(token) || tokens[token].hash == Self.the { token += 1 }
      let first = token
      while token < sentence.end, token - first < Self.longestName, mayStandInName(tokens[token]) { token += 1 }
      if token == first { break }
      last = first..<token
      names += 1
    }
    return last
  }

  private func mayStandInName(_ token: Token) -> Bool {
    token.startsWithCapital || token.kind == .number || token.kind == .punctuation && token.flags.contains(.skipped)
  }
}
