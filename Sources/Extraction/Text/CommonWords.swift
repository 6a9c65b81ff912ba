import TextScanning

/// Everyday words of a language in lower case: a capital at a sentence's start makes no name of them.
struct CommonWords: Sendable {
  private let hashes: WordSet
  private let headlineVerbs: WordSet
  /// Articles, pronouns, prepositions, conjunctions, question words and the like: no name begins with them, whatever
  /// their capital.
  private let functionWords = WordSet(
    ("a an the this that these those he she it they we you i his her its their our my your in on at by for from to with of as "
      + "and or but nor so yet if when while where who what why how which whose after before since until during under over "
      + "about against between among through into onto upon within without despite although though because unless however "
      + "meanwhile also then there here not no is are was were be been has have had do does did will would can could may might "
      + "should must both all some any many most several each every such other another much more less few one two three four "
      + "five six seven eight nine ten mr mrs ms dr former using unlike including following amid according")
      .split(separator: " ").map { FoldedHash.of($0.utf8) })

  func isFunctionWord(_ hash: UInt64) -> Bool { functionWords.contains(hash) }

  /// What is no part of a name between capitals: a function word, and a verb as headlines have them ("SELLS").
  func isHeadlineGrammar(_ hash: UInt64) -> Bool { functionWords.contains(hash) || headlineVerbs.contains(hash) }

  /// In no order.
  var all: some Sequence<UInt64> { hashes.all }
  var allFunctionWords: some Sequence<UInt64> { functionWords.all }
  var count: Int { hashes.count }

  init(_ words: [String], headlineVerbs: [String] = []) {
    hashes = Self.hashes(of: words)
    self.headlineVerbs = Self.hashes(of: headlineVerbs)
  }

  private static func hashes(of words: [String]) -> WordSet {
    WordSet(words.flatMap { TokenStream($0).tokens.prefix(1).map(\.hash) })
  }

  /// - Parameter hash: `Token.hash`.
  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}
