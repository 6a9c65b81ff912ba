import TextScanning

/// Words that are usually not names: everyday words, function words, verbs of headlines, days and months. A capital at
/// the beginning of a sentence or in a headline does not make them names.
package struct CommonWords: Sendable {
  /// The `Classes` of each word, by its hash.
  private let classes: WordNumbers
  /// The hashes of the everyday words.
  let all: [UInt64]
  let allFunctionWords: [UInt64]
  /// The hashes of all words that have a class.
  let known: [UInt64]
  /// Articles, pronouns, prepositions, conjunctions, question words and the like. No name begins with them, even if
  /// they have a capital.
  private static let functionWords =
    ("a an the this that these those he she it they we you i his her its their our my your in on at by for from to with of as "
      + "and or but nor so yet if when while where who what why how which whose after before since until during under over "
      + "about against between among through into onto upon within without despite although though because unless however "
      + "meanwhile also then there here not no is are was were be been has have had do does did will would can could may might "
      + "should must both all some any many most several each every such other another much more less few one two three four "
      + "five six seven eight nine ten mr mrs ms dr former using unlike including following amid according")

  /// The classes of a word in one value, so that a single lookup is sufficient.
  struct Classes: OptionSet {
    var rawValue: Int32
    static let everyday = Classes(rawValue: 1)
    static let function = Classes(rawValue: 2)
    /// A verb that is frequent in headlines ("SELLS").
    static let headlineVerb = Classes(rawValue: 4)
    /// A day of the week or a month.
    static let day = Classes(rawValue: 8)
    /// Words that are not part of a name in text in capitals.
    static let headlineGrammar: Classes = [.function, .headlineVerb]
  }

  init(_ words: [String], headlineVerbs: [String] = []) {
    all = Self.hashes(of: words)
    allFunctionWords = Self.functionWords.split(separator: " ").map { FoldedHash.of($0.utf8) }
    var classes: [UInt64: Int32] = [:]
    func add(_ hashes: [UInt64], _ own: Classes) {
      for hash in hashes { classes[hash, default: 0] |= own.rawValue }
    }
    add(all, .everyday)
    add(allFunctionWords, .function)
    add(Self.hashes(of: headlineVerbs), .headlineVerb)
    add(Calendar.names.all, .day)
    self.classes = WordNumbers(classes)
    known = classes.keys.sorted()
  }

  private static func hashes(of words: [String]) -> [UInt64] {
    Set(words.flatMap { TokenStream($0).tokens.prefix(1).map(\.hash) }).subtracting([0]).sorted()
  }

  /// - Parameter hash: `Token.hash`.
  func classes(of hash: UInt64) -> Classes { Classes(rawValue: max(0, classes.number(of: hash))) }

  package func contains(_ hash: UInt64) -> Bool { classes(of: hash).contains(.everyday) }
  package func isFunctionWord(_ hash: UInt64) -> Bool { classes(of: hash).contains(.function) }
}
