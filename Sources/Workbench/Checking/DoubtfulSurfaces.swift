import Names
import ScannedText

/// What makes a surface doubtful by itself: the rules of `check`, which imports keep to as well.
struct DoubtfulSurfaces: Sendable {
  let commonWords: CommonWords
  /// Folded everyday words that with a capital are the name nearly always: `patterns/words/names-first.txt`.
  let namesFirst: Set<[UInt64]>

  init(_ names: NameFinder) {
    commonWords = names.commonWords
    namesFirst = Set((names.wordLists.words["names-first"] ?? []).map(foldedWords))
  }

  /// A word of everyday language: with case `any` wherever it stands, else where a sentence begins with it or a headline
  /// holds it.
  func isEverydayWord(_ text: String, _ policy: CasePolicy) -> Bool {
    let words = foldedWords(text)
    guard words.count == 1, words.allSatisfy(commonWords.contains) else { return false }
    switch policy {
    case .any: return true
    // "WHO", "eBay" and "Lloyd's" have what no sentence's beginning gives.
    case .exact, .smart: return text.dropFirst().allSatisfy { $0.isLowercase } && !namesFirst.contains(words)
    }
  }

  /// Three letters or fewer that match in several capitals.
  static func isShort(_ text: String, _ policy: CasePolicy) -> Bool {
    guard text.count <= 3 else { return false }
    switch policy {
    case .exact: return false
    // All capitals bind, so that it matches as it is written alone.
    case .smart: return text.contains(where: \.isLowercase)
    case .any: return true
    }
  }
}
