import TextScanning

/// Everything that rules search for, without duplicates: phrases with their variants, entities and topics.
struct TermTable: Sendable {
  /// The most phrases that all packs together may have, including variants. All shipped packs have under 20,000; a
  /// larger list belongs in a dictionary.
  static let limit = 100_000

  private(set) var terms: [Term] = []
  private var numbers: [Term.Kind: RuleTable.Term] = [:]
  private(set) var phraseCount = 0

  /// Something that rules search for.
  struct Term: Sendable {
    var kind: Kind
    /// The phrases that the automaton searches for.
    var variants: [String]

    enum Kind: Hashable, Sendable {
      case phrase(RulePhrase)
      case entity(EntityOperand)
      case topic(String)
    }
  }

  /// Returns the number of a term. Adds the term if it is new.
  mutating func number(of kind: Term.Kind) -> RuleTable.Term {
    if let number = numbers[kind] { return number }
    let number = RuleTable.Term(terms.count)
    var variants: [String] = []
    if case .phrase(let phrase) = kind { variants = phrase.variants }
    phraseCount += variants.count
    terms.append(Term(kind: kind, variants: variants))
    numbers[kind] = number
    return number
  }

  /// The capitals of each word of the case-sensitive phrases.
  var capitals: [RuleTable.Term: [UInt64]] {
    var found: [RuleTable.Term: [UInt64]] = [:]
    for (number, term) in terms.enumerated() {
      guard case .phrase(let phrase) = term.kind, phrase.isCaseSensitive, let text = term.variants.first else {
        continue
      }
      let bytes = Array(text.utf8)
      found[RuleTable.Term(number)] = TokenStream(text).tokens.filter(\.isMatchedAsWord).map { $0.capitals(in: bytes) }
    }
    return found
  }

  /// The phrases with term numbers as payloads.
  func phrases() -> PhraseAutomaton.Builder {
    var builder = PhraseAutomaton.Builder(capacity: phraseCount)
    for (number, term) in terms.enumerated() {
      for variant in term.variants { builder.add(variant, payload: Int32(number)) }
    }
    return builder
  }
}

/// What an operand after `@` refers to.
enum EntityOperand: Hashable, Sendable {
  case entity(String)
  /// A country with its people and its cities, by ISO 3166-1 alpha-2 code.
  case country(String)
  case anyCountry
  case type(String)
  case kind(String)
}

extension RulePhrase {
  /// The phrases that are searched for: the phrase itself and, if it is not quoted, its plural and all forms of the
  /// words marked `~`.
  var variants: [String] {
    if isQuoted || isCaseSensitive { return [words.map(\.text).joined(separator: " ")] }
    var found = [""]
    for (index, word) in words.enumerated() {
      var forms = [word.text]
      if word.isFamily {
        forms = Inflection.family(of: word.text)
      } else if index == words.count - 1, let plural = Inflection.plural(of: word.text) {
        forms.append(plural)
      }
      found = found.flatMap { start in forms.map { start.isEmpty ? $0 : start + " " + $0 } }
    }
    return found
  }

  /// The most words marked `~` that a phrase may have. Every combination of their forms is searched for: 216 at most.
  static let mostFamilies = 3
}
