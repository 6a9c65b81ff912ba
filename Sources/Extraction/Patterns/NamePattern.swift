package import NewsModel
import TextScanning

/// A rule that finds names no list holds.
package struct NamePattern: Sendable {
  package var id: String
  /// `patterns/organisations.yaml:12`
  package var origin: String
  package var type: EntityType
  package var kind: String
  /// Among spans of one length the higher wins; dictionary lines have 0.
  package var priority: Int
  /// What the mention's tokens must be.
  var core: PatternAutomaton
  /// What must, or must not, stand right before and right after; not part of the mention. Read outwards.
  var left: PatternAutomaton?
  var right: PatternAutomaton?
  var notLeft: PatternAutomaton?
  var notRight: PatternAutomaton?
  /// What the whole mention must not be.
  var not: PatternAutomaton?
  var inHeadlines: Bool
  /// Names found so stand for themselves later in the document, in full.
  var isStrong: Bool
  var trigger: Trigger
  /// Sentences with the mentions between ⟦ ⟧, and sentences without one.
  package var matches: [String]
  package var mismatches: [String]

  /// What must stand in a sentence before the pattern is tried there at all.
  enum Trigger: Sendable, Equatable {
    /// One of the words with these numbers.
    case words([Int32])
    case upper
    case initial
    case sign(UInt64)
    case mention(EntityType)
  }
}

extension NamePattern.Trigger {
  /// What every match of the pattern holds: the rarest element that cannot be left out.
  static func of(_ node: PatternNode, _ words: PatternWords) -> Self? {
    switch node {
    case .test(let index):
      switch words.tests[index] {
      case .words(let set, _): return .words(words.words[set])
      case .upper: return .upper
      case .initial: return .initial
      case .sign(let hash): return .sign(hash)
      case .mention(let type): return .mention(type)
      case .nationality: return .mention(.country)
      default: return nil
      }
    case .sequence(let nodes):
      return nodes.compactMap { of($0, words) }.min { $0.cost < $1.cost }
    case .choice(let nodes):
      var all: [Int32] = []
      for node in nodes {
        guard case .words(let numbers)? = of(node, words) else { return nil }
        all += numbers
      }
      return .words(all)
    case .repeated(let node, let least, _):
      return least > 0 ? of(node, words) : nil
    }
  }

  private var cost: Int {
    switch self {
    case .words(let words): words.count
    case .mention: 500
    case .upper: 1000
    case .initial: 2000
    // Commas and hyphens stand everywhere; "&" is as rare as a word.
    case .sign(let hash): hash == Sign.ampersand ? 1 : 5000
    }
  }
}
