import TextScanning

/// Everything that rules look for, each once: phrases with their variants, entities, topics.
struct TermTable: Sendable {
  /// Phrases of all packs, variants included. Every pack that ships has under 20,000; more is a list for a dictionary.
  static let limit = 100_000

  private(set) var terms: [Term] = []
  private var numbers: [Term.Kind: RuleTable.Term] = [:]
  private(set) var phraseCount = 0

  struct Term: Sendable {
    var kind: Kind
    /// The phrases that the automaton looks for.
    var variants: [String]

    enum Kind: Hashable, Sendable {
      case phrase(RulePhrase)
      case entity(EntityOperand)
      case topic(String)
    }
  }

  /// The number of a term, which is added when it is new.
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

  /// The capitals of each word of case-sensitive phrases.
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

  /// A payload is a term's number.
  func phrases() -> PhraseAutomaton.Builder {
    var builder = PhraseAutomaton.Builder(capacity: phraseCount)
    for (number, term) in terms.enumerated() {
      for variant in term.variants { builder.add(variant, payload: Int32(number)) }
    }
    return builder
  }
}

/// What `@...` names.
enum EntityOperand: Hashable, Sendable {
  case entity(String)
  /// ISO 3166-1 alpha-2: the country, its people, its cities.
  case country(String)
  case anyCountry
  case type(String)
  case kind(String)
}

extension RulePhrase {
  /// What is looked for: the phrase, and for a bare one its plural and the families of words marked `~`.
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

  /// Words marked `~` that a phrase may have: every combination of their forms is looked for, 216 at most.
  static let mostFamilies = 3
}
