package import NewsModel
import TextScanning

/// A rule that finds names that are in no list. It is a class because it is large and used in many places.
package final class NamePattern: Sendable {
  package let id: String
  /// The file and line of the pattern, such as `patterns/organisations.yaml:12`.
  package let origin: String
  /// The path of its file, which the user can open.
  package let path: String
  package let type: EntityType
  package let kind: String
  /// Among spans of equal length, the one with the highest priority wins. Dictionary lines have 0.
  package let priority: Int
  /// What the tokens of the mention must match.
  let core: PatternAutomaton
  /// What the tokens right before and right after the mention must or must not match. They are not part of the mention,
  /// and are read outwards from it.
  let left: PatternAutomaton?
  let right: PatternAutomaton?
  let notLeft: PatternAutomaton?
  let notRight: PatternAutomaton?
  /// What the whole mention must not match.
  let not: PatternAutomaton?
  let inHeadlines: Bool
  /// Whether shortened forms of a name that this pattern found refer to it later in the document.
  let isStrong: Bool
  /// Whether the country in a name that this pattern found is a mention of its own: "U.S.-led forces".
  let keepsCountry: Bool
  /// What every match with its context contains, the rarest first.
  let conditions: [Condition]
  static let mostConditions = 4
  /// Example sentences with their mentions between ⟦ ⟧, and example sentences without a mention.
  package let matches: [String]
  package let mismatches: [String]

  init(
    id: String, origin: String, path: String, type: EntityType, kind: String, priority: Int, core: PatternAutomaton,
    left: PatternAutomaton?, right: PatternAutomaton?, notLeft: PatternAutomaton?, notRight: PatternAutomaton?,
    not: PatternAutomaton?, inHeadlines: Bool, isStrong: Bool, keepsCountry: Bool, conditions: [Condition],
    matches: [String],
    mismatches: [String]
  ) {
    self.id = id
    self.origin = origin
    self.path = path
    self.type = type
    self.kind = kind
    self.priority = priority
    self.core = core
    self.left = left
    self.right = right
    self.notLeft = notLeft
    self.notRight = notRight
    self.not = not
    self.inHeadlines = inHeadlines
    self.isStrong = isStrong
    self.keepsCountry = keepsCountry
    self.conditions = conditions
    self.matches = matches
    self.mismatches = mismatches
  }

  /// What a sentence must contain for the pattern to be tried there.
  enum Condition: Sendable, Equatable {
    /// One of the words with these numbers.
    case words([Int32])
    case upper
    case initial
    case sign(UInt64)
    case mention(EntityType)
  }
}

extension NamePattern.Condition {
  /// What every match of a sequence of nodes contains: the rarest of the elements that are not optional.
  static func of(_ nodes: [PatternNode], _ words: PatternWords) -> [Self] {
    var distinct: [Self] = []
    for condition in nodes.flatMap({ all(of: $0, words) }) where !distinct.contains(condition) {
      distinct.append(condition)
    }
    return Array(distinct.sorted { $0.cost < $1.cost }.prefix(NamePattern.mostConditions))
  }

  private static func all(of node: PatternNode, _ words: PatternWords) -> [Self] {
    switch node {
    case .test(let index):
      switch words.tests[index] {
      case .words(let set, _): return [.words(words.words[set])]
      case .upper: return [.upper]
      case .initial: return [.initial]
      case .sign(let hash): return [.sign(hash)]
      case .mention(let type): return [.mention(type)]
      case .nationality: return [.mention(.country)]
      default: return []
      }
    case .sequence(let nodes): return nodes.flatMap { all(of: $0, words) }
    case .choice(let nodes):
      // If every branch contains a word, one word of any branch is required.
      var union: [Int32] = []
      for node in nodes {
        guard case .words(let numbers)? = all(of: node, words).min(by: { $0.cost < $1.cost }) else { return [] }
        union += numbers
      }
      return [.words(union)]
    case .repeated(let node, let least, _): return least > 0 ? all(of: node, words) : []
    }
  }

  private var cost: Int {
    switch self {
    case .words(let words): words.count
    case .mention: 500
    case .upper: 1000
    case .initial: 2000
    // Commas and hyphens are everywhere; "&" is as rare as a word.
    case .sign(let hash): hash == Sign.ampersand ? 1 : 5000
    }
  }
}
