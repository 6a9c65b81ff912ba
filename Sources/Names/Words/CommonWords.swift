import ScannedText
import TextScanning

/// Words that are usually not names: everyday words, function words, verbs of headlines, days and months. A capital at
/// the beginning of a sentence or in a headline does not make them names.
package struct CommonWords: Sendable {
  /// The classes of each word, by its hash.
  private let classes: WordNumbers
  /// The hashes of the everyday words.
  package let all: [UInt64]
  /// The hashes of the function words. No name begins with one, even if it has a capital.
  let allFunctionWords: [UInt64]
  /// The hashes of all words that have a class.
  let known: [UInt64]

  /// The classes of a word, which one lookup returns.
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

  /// Reads the lists `common-words`, `function-words`, `headline-verbs` and `days-and-months`; one that is missing is empty.
  init(_ lists: WordLists) {
    func hashes(_ name: String) -> [UInt64] { Self.hashes(of: lists.words[name] ?? []) }
    all = hashes("common-words")
    allFunctionWords = hashes("function-words")
    var classes: [UInt64: Int32] = [:]
    func add(_ hashes: [UInt64], _ own: Classes) {
      for hash in hashes { classes[hash, default: 0] |= own.rawValue }
    }
    add(all, .everyday)
    add(allFunctionWords, .function)
    add(hashes("headline-verbs"), .headlineVerb)
    add(hashes("days-and-months"), .day)
    self.classes = WordNumbers(classes)
    known = classes.keys.sorted()
  }

  private static func hashes(of words: [String]) -> [UInt64] {
    Set(words.flatMap { TokenStream($0).tokens.prefix(1).map(\.hash) }).subtracting([0]).sorted()
  }

  /// - Parameter hash: `Token.hash`.
  func classes(of hash: UInt64) -> Classes { Classes(rawValue: max(0, classes.number(of: hash))) }

  package func contains(_ hash: UInt64) -> Bool { classes(of: hash).contains(.everyday) }
  /// Whether a word is an everyday word and no function word.
  func isPlainWord(_ hash: UInt64) -> Bool {
    let classes = classes(of: hash)
    return classes.contains(.everyday) && !classes.contains(.function)
  }

  package func isFunctionWord(_ hash: UInt64) -> Bool { classes(of: hash).contains(.function) }
}
