import Names
import ScannedText

/// The rules by which `dateline check` decides that a surface is doubtful, whatever the other surfaces are. Imports
/// follow them too.
struct DoubtfulSurfaces: Sendable {
  let commonWords: CommonWords
  /// Folded everyday words that are nearly always the name when they have a capital: `patterns/words/names-first.txt`.
  let namesFirst: Set<[UInt64]>

  init(_ names: NameFinder) {
    commonWords = names.commonWords
    namesFirst = Set((names.wordLists.words["names-first"] ?? []).map(foldedWords))
  }

  /// Whether a surface is an everyday word that would match where it is not a name: anywhere with case `any`, otherwise
  /// at the beginning of a sentence or in a headline.
  func isEverydayWord(_ text: String, _ policy: CasePolicy) -> Bool {
    let words = foldedWords(text)
    guard words.count == 1, words.allSatisfy(commonWords.contains) else { return false }
    switch policy {
    case .any: return true
    // "WHO", "eBay" and "Lloyd's" are safe: the beginning of a sentence does not give a word this spelling.
    case .exact, .smart: return text.dropFirst().allSatisfy { $0.isLowercase } && !namesFirst.contains(words)
    }
  }

  /// Whether a surface has three letters or fewer and matches more than one spelling with capitals.
  static func isShort(_ text: String, _ policy: CasePolicy) -> Bool {
    guard text.count <= 3 else { return false }
    switch policy {
    case .exact: return false
    // A surface in all capitals matches only as it is written.
    case .smart: return text.contains(where: \.isLowercase)
    case .any: return true
    }
  }
}
