/// A query as its author wrote it, before the names in it are resolved. Dictionaries/topics/GRAMMAR.md describes the
/// language.
struct RuleExpression: Sendable {
  var kind: Kind
  /// UTF-8 offsets into the query.
  var range: Range<Int>
  private(set) var children: [RuleExpression]
  /// The levels of nested expressions, including this one. Code that walks the tree recursively goes this deep.
  private(set) var depth: Int

  init(kind: Kind, range: Range<Int>, children: [RuleExpression] = []) {
    self.kind = kind
    self.range = range
    self.children = children
    depth = (children.map(\.depth).max() ?? 0) + 1
  }

  /// Appends an operand.
  mutating func append(_ child: RuleExpression) {
    children.append(child)
    depth = max(depth, child.depth + 1)
    range = range.lowerBound..<child.range.upperBound
  }

  /// Shifts the positions of the expression and its children in the query.
  mutating func shift(by offset: Int) {
    if offset == 0 { return }
    range = range.lowerBound + offset..<range.upperBound + offset
    for index in children.indices { children[index].shift(by: offset) }
  }

  enum Kind: Sendable {
    case phrase(RulePhrase)
    /// `$name`: a shared list of terms.
    case terms(String)
    /// `@org.nato`, `@country`, `@country.ru`, `@type:facility` or `@kind:regulator`, without the `@`.
    case entity(String)
    /// `#topic`
    case topic(String)
    case all
    case any
    /// Matches where the first child matches and none of the others does.
    case without
    case near(Int, ordered: Bool)
    case scope(RuleScope)
    /// At least this many occurrences.
    case atLeast(Int)
    /// At least this many different operands.
    case distinct(Int)
    /// Every different operand counts, up to this number.
    case each(Int)
    /// Every occurrence counts, up to this number.
    case times(Int)
    /// Like `times`, but a longer text needs more occurrences for each count.
    case often(Int)
  }
}

/// A sequence of adjacent words.
struct RulePhrase: Sendable, Hashable {
  var words: [Word]
  /// Written in quotes: no variants are generated.
  var isQuoted = false
  /// Written after `=`: capitals must match, and no variants are generated.
  var isCaseSensitive = false

  struct Word: Sendable, Hashable {
    var text: String
    /// Written after `~`: matches every form of the verb or noun.
    var isFamily = false
  }
}

/// The part of a text in which an expression must match.
package enum RuleScope: String, Sendable, CaseIterable {
  case title, lead, body, sentence, paragraph
}

/// One line of a topic's rules: an expression, and how much it counts.
struct RuleClause: Sendable {
  var expression: RuleExpression
  var weight: Double
}

/// An error in a query, with its position.
struct RuleFault: Error, Equatable {
  /// UTF-8 offset into the query.
  var offset: Int
  var reason: String
}
