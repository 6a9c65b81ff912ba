package import NewsModel
import TextScanning

/// A rule that finds names no list holds. A class, for it is large and read at many places.
package final class NamePattern: Sendable {
  package let id: String
  /// Of the mentions that it finds: `pattern org.ministry-of`.
  let rule: String
  /// `patterns/organisations.yaml:12`
  package let origin: String
  /// Its file, as the user can open it.
  package let path: String
  package let type: EntityType
  package let kind: String
  /// Among spans of one length the higher wins; dictionary lines have 0.
  package let priority: Int
  /// What the mention's tokens must be.
  let core: PatternAutomaton
  /// What must, or must not, stand right before and right after; not part of the mention. Read outwards.
  let left: PatternAutomaton?
  let right: PatternAutomaton?
  let notLeft: PatternAutomaton?
  let notRight: PatternAutomaton?
  /// What the whole mention must not be.
  let not: PatternAutomaton?
  let inHeadlines: Bool
  /// Names found so stand for themselves later in the document, in full.
  let isStrong: Bool
  /// What every match holds, with its context; the rarest first.
  let conditions: [Condition]
  static let mostConditions = 4
  /// Sentences with the mentions between ⟦ ⟧, and sentences without one.
  package let matches: [String]
  package let mismatches: [String]

  init(
    id: String, origin: String, path: String, type: EntityType, kind: String, priority: Int, core: PatternAutomaton,
    left: PatternAutomaton?, right: PatternAutomaton?, notLeft: PatternAutomaton?, notRight: PatternAutomaton?,
    not: PatternAutomaton?, inHeadlines: Bool, isStrong: Bool, conditions: [Condition], matches: [String],
    mismatches: [String]
  ) {
    self.id = id
    rule = "pattern " + id
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
    self.conditions = conditions
    self.matches = matches
    self.mismatches = mismatches
  }

  /// What must stand in a sentence before the pattern is tried there at all.
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
  /// What every match of some nodes, one after the other, holds: the rarest elements that cannot be left out.
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
      // One word of each branch is enough where every branch has one.
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
    // Commas and hyphens stand everywhere; "&" is as rare as a word.
    case .sign(let hash): hash == Sign.ampersand ? 1 : 5000
    }
  }
}
