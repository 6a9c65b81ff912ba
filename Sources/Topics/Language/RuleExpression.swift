/// A query as its author wrote it, before names in it are resolved. GRAMMAR.md in Dictionaries/topics tells the language.
struct RuleExpression: Sendable {
  var kind: Kind
  /// UTF-8 offsets into the query.
  var range: Range<Int>
  private(set) var children: [RuleExpression]
  /// Expressions inside each other, itself included: what walks through the tree goes as deep.
  private(set) var depth: Int

  init(kind: Kind, range: Range<Int>, children: [RuleExpression] = []) {
    self.kind = kind
    self.range = range
    self.children = children
    depth = (children.map(\.depth).max() ?? 0) + 1
  }

  /// Adds an operand behind the others.
  mutating func append(_ child: RuleExpression) {
    children.append(child)
    depth = max(depth, child.depth + 1)
    range = range.lowerBound..<child.range.upperBound
  }

  /// Moves the expression in its query.
  mutating func shift(by offset: Int) {
    if offset == 0 { return }
    range = range.lowerBound + offset..<range.upperBound + offset
    for index in children.indices { children[index].shift(by: offset) }
  }

  enum Kind: Sendable {
    case phrase(RulePhrase)
    /// `$name`: a shared list of terms.
    case terms(String)
    /// `@org.nato`, `@country`, `@country.ru`, `@type:facility`, `@kind:regulator`; without the `@`.
    case entity(String)
    /// `#topic`
    case topic(String)
    case all
    case any
    /// The first child, where the others do not hold.
    case without
    case near(Int, ordered: Bool)
    case scope(RuleScope)
    /// Occurrences, at least.
    case atLeast(Int)
    /// Different operands, at least.
    case distinct(Int)
    /// Each different operand counts, up to a number.
    case each(Int)
    /// Each occurrence counts, up to a number.
    case times(Int)
    /// The same, but in a long text more occurrences make one.
    case often(Int)
  }
}

/// Words that stand side by side.
struct RulePhrase: Sendable, Hashable {
  var words: [Word]
  /// In quotes: no variants.
  var isQuoted = false
  /// After `=`: capitals as written, no variants.
  var isCaseSensitive = false

  struct Word: Sendable, Hashable {
    var text: String
    /// After `~`: every form of the verb or noun.
    var isFamily = false
  }
}

/// Where something has to stand, or what a veto takes away.
package enum RuleScope: String, Sendable, CaseIterable {
  case title, lead, body, sentence, paragraph
}

/// A line of a topic's rules: what counts, and how much.
struct RuleClause: Sendable {
  var expression: RuleExpression
  var weight: Double
}

/// What is wrong in a query, and where.
struct RuleFault: Error, Equatable {
  /// UTF-8 offset into the query.
  var offset: Int
  var reason: String
}
