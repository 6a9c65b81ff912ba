import TextScanning

/// Parses queries by recursive descent. After an error it continues with the next line, so that all errors are reported
/// at once.
///
/// Precedence from lowest to highest: `OR` and `,`; `AND` and `NOT`; `NEAR/n` and `ONEAR/n`; fields, brackets and
/// terms.
struct RuleParser {
  /// The deepest nesting of brackets, fields and operators that is accepted. It is deeper than a person can read, and
  /// uses only a small part of the stack.
  static let deepestNesting = 40

  private let lexemes: [RuleLexer.Lexeme]
  private var index = 0
  private var depth = 0
  /// The number of enclosing fields whose operand is being parsed.
  private var fields = 0
  private var faults: [RuleFault]

  private init(_ query: String) {
    let lexer = RuleLexer(query)
    lexemes = lexer.lexemes
    faults = lexer.faults
  }

  /// Parses the clauses of a query. Each line is a clause; a line continues inside brackets and before or after an
  /// operator.
  static func clauses(_ query: String) -> (clauses: [RuleClause], faults: [RuleFault]) {
    var parser = RuleParser(query)
    var clauses: [RuleClause] = []
    while true {
      parser.skipNewlines()
      if parser.current.kind == .end { break }
      do {
        clauses.append(try parser.clause())
      } catch {
        parser.faults.append(error)
        parser.recover()
      }
    }
    if clauses.isEmpty, parser.faults.isEmpty {
      parser.faults.append(RuleFault(offset: 0, reason: "the rule is empty: expected a term"))
    }
    return (clauses, parser.faults.sorted { $0.offset < $1.offset })
  }

  private var current: RuleLexer.Lexeme { lexemes[index] }

  private mutating func advance() { if index < lexemes.count - 1 { index += 1 } }

  private mutating func skipNewlines() { while current.kind == .newline { advance() } }

  private mutating func recover() {
    while current.kind != .newline, current.kind != .end { advance() }
    depth = 0
    fields = 0
  }

  private func fault(_ expected: String) -> RuleFault {
    let found: String
    switch current.kind {
    case .end: found = "the end of the rule"
    case .newline: found = "the end of the line"
    case .close: found = "')'"
    case .comma: found = "','"
    case .keyword(let word): found = "'\(word)'"
    case .numbered(let word, let n): found = "'\(word)/\(n)'"
    case .weight: found = "a weight"
    case .word(let word): found = "'\(word)'"
    case .quoted(let text): found = "'\"\(text)\"'"
    case .scope(let scope): found = "'\(scope.rawValue):'"
    case .terms(let name): found = "'$\(name)'"
    case .entity(let name): found = "'@\(name)'"
    case .topic(let name): found = "'#\(name)'"
    case .open: found = "'('"
    case .caseSign: found = "'='"
    case .familySign: found = "'~'"
    }
    return RuleFault(offset: current.range.lowerBound, reason: "expected \(expected), found \(found)")
  }

  private mutating func clause() throws(RuleFault) -> RuleClause {
    let expression = try any()
    var weight = 1.0
    if case .weight(let value) = current.kind {
      weight = value
      advance()
    }
    guard current.kind == .newline || current.kind == .end else {
      throw fault("OR, AND, NOT, NEAR/n, ONEAR/n, ',', a weight '^n' or the end of the line")
    }
    return RuleClause(expression: expression, weight: weight)
  }

  /// Skips line ends inside brackets, where they have no meaning.
  private mutating func skipInnerNewlines() { if depth > 0 { skipNewlines() } }

  private mutating func any() throws(RuleFault) -> RuleExpression {
    var parts = [try all()]
    skipInnerNewlines()
    while current.kind == .keyword("OR") || current.kind == .comma {
      advance()
      skipNewlines()
      // A list may have a trailing comma.
      if depth > 0, current.kind == .close { break }
      parts.append(try all())
      skipInnerNewlines()
    }
    return joined(.any, parts)
  }

  private mutating func all() throws(RuleFault) -> RuleExpression {
    var left = try near()
    while true {
      skipInnerNewlines()
      guard case .keyword(let word) = current.kind, word != "OR" else { return left }
      advance()
      skipNewlines()
      let isNegative = word == "NOT" || current.kind == .keyword("NOT")
      if word == "AND", isNegative { advance() }
      let right = try near()
      switch (isNegative, left.kind) {
      case (true, .without), (false, .all): left.append(right)
      case (true, _): left = try joined(.without, left, right)
      case (false, _): left = try joined(.all, left, right)
      }
    }
  }

  private mutating func near() throws(RuleFault) -> RuleExpression {
    var left = try primary()
    while true {
      skipInnerNewlines()
      guard case .numbered(let name, let distance) = current.kind, name == "NEAR" || name == "ONEAR" else {
        return left
      }
      advance()
      skipNewlines()
      left = try joined(.near(distance, ordered: name == "ONEAR"), left, try primary())
    }
  }

  /// Makes an expression of two operands. In a row of different operators each takes all that is before it as its left
  /// operand, so the nesting grows and must be limited.
  private func joined(
    _ kind: RuleExpression.Kind, _ left: RuleExpression, _ right: RuleExpression
  ) throws(RuleFault) -> RuleExpression {
    let joined = RuleExpression(
      kind: kind, range: left.range.lowerBound..<right.range.upperBound, children: [left, right])
    guard joined.depth <= Self.deepestNesting else { throw tooDeep("operators", at: left.range.lowerBound) }
    return joined
  }

  private func tooDeep(_ what: String, at offset: Int) -> RuleFault {
    RuleFault(offset: offset, reason: "\(what) nested more than \(Self.deepestNesting) deep")
  }

  private mutating func primary() throws(RuleFault) -> RuleExpression {
    let start = current.range.lowerBound
    switch current.kind {
    case .open: return try bracketed()
    case .scope(let scope):
      advance()
      fields += 1
      defer { fields -= 1 }
      guard fields <= Self.deepestNesting else { throw tooDeep("fields", at: start) }
      let child = try primary()
      return RuleExpression(kind: .scope(scope), range: start..<child.range.upperBound, children: [child])
    case .numbered(let name, let number) where name != "NEAR" && name != "ONEAR":
      advance()
      guard current.kind == .open else { throw fault("'(' after \(name)/\(number)") }
      let child = try bracketed()
      let kind: RuleExpression.Kind =
        switch name {
        case "ATLEAST": .atLeast(number)
        case "DISTINCT": .distinct(number)
        case "EACH": .each(number)
        case "OFTEN": .often(number)
        default: .times(number)
        }
      return RuleExpression(kind: kind, range: start..<child.range.upperBound, children: [child])
    case .terms(let name): return leaf(.terms(name))
    case .entity(let name): return leaf(.entity(name))
    case .topic(let name): return leaf(.topic(name))
    case .word, .quoted, .caseSign, .familySign: return try phrase()
    case .keyword("NOT"): throw RuleFault(offset: start, reason: "NOT needs something before it to take from: a NOT b")
    default: throw fault("a term, '(', a field such as title:, '@entity', '#topic' or '$terms'")
    }
  }

  private mutating func leaf(_ kind: RuleExpression.Kind) -> RuleExpression {
    let expression = RuleExpression(kind: kind, range: current.range)
    advance()
    return expression
  }

  private mutating func bracketed() throws(RuleFault) -> RuleExpression {
    let opening = current.range.lowerBound
    advance()
    depth += 1
    guard depth <= Self.deepestNesting else {
      throw tooDeep("brackets", at: opening)
    }
    skipNewlines()
    var inner = try any()
    guard current.kind == .close else {
      if current.kind == .end { throw RuleFault(offset: opening, reason: "this '(' is never closed: expected ')'") }
      throw fault("OR, AND, NOT, NEAR/n, ONEAR/n, ',' or ')'")
    }
    depth -= 1
    inner.range = opening..<current.range.upperBound
    advance()
    return inner
  }

  private mutating func phrase() throws(RuleFault) -> RuleExpression {
    let start = current.range.lowerBound
    var phrase = RulePhrase(words: [])
    if current.kind == .caseSign {
      phrase.isCaseSensitive = true
      advance()
    }
    if case .quoted(let text) = current.kind {
      phrase.isQuoted = true
      phrase.words = text.split(separator: " ").map { RulePhrase.Word(text: String($0)) }
      let end = current.range.upperBound
      advance()
      return try checked(phrase, start..<end)
    }
    var end = start
    while true {
      var isFamily = false
      if current.kind == .familySign {
        isFamily = true
        advance()
      }
      guard case .word(let text) = current.kind else {
        if isFamily || phrase.words.isEmpty { throw fault("a word") }
        break
      }
      phrase.words.append(RulePhrase.Word(text: text, isFamily: isFamily))
      end = current.range.upperBound
      advance()
    }
    return try checked(phrase, start..<end)
  }

  private func checked(_ phrase: RulePhrase, _ range: Range<Int>) throws(RuleFault) -> RuleExpression {
    // Most phrases consist of a few plain words, which need no further checks.
    if phrase.words.count <= PhraseAutomaton.longestPhrase, !phrase.words.contains(where: \.isFamily),
      phrase.words.allSatisfy({ !$0.text.isEmpty && $0.text.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a } }
      ),
      !phrase.words.isEmpty
    {
      return RuleExpression(kind: .phrase(phrase), range: range)
    }
    var builder = PhraseAutomaton.Builder()
    switch builder.add(phrase.words.map(\.text).joined(separator: " "), payload: 0) {
    case .added: break
    case .empty: throw RuleFault(offset: range.lowerBound, reason: "a phrase without a letter or digit")
    case .tooLong:
      throw RuleFault(
        offset: range.lowerBound, reason: "a phrase of more than \(PhraseAutomaton.longestPhrase) words")
    case .wildcardTooShort:
      throw RuleFault(
        offset: range.lowerBound,
        reason: "a wildcard needs at least \(PhraseAutomaton.shortestWildcard) letters before '*'")
    }
    if phrase.words.filter(\.isFamily).count > RulePhrase.mostFamilies {
      throw RuleFault(
        offset: range.lowerBound, reason: "at most \(RulePhrase.mostFamilies) words of a phrase may be marked '~'")
    }
    for word in phrase.words {
      guard let star = word.text.firstIndex(of: "*") else { continue }
      if word.text.index(after: star) != word.text.endIndex {
        throw RuleFault(offset: range.lowerBound, reason: "'*' is allowed only at the end of a word: '\(word.text)'")
      }
      if phrase.isCaseSensitive || word.isFamily {
        throw RuleFault(offset: range.lowerBound, reason: "'*' goes with neither '=' nor '~'")
      }
    }
    return RuleExpression(kind: .phrase(phrase), range: range)
  }

  private func joined(_ kind: RuleExpression.Kind, _ parts: [RuleExpression]) -> RuleExpression {
    if parts.count == 1 { return parts[0] }
    return RuleExpression(
      kind: kind, range: parts[0].range.lowerBound..<parts[parts.count - 1].range.upperBound, children: parts)
  }
}
