import NewsModel
import ScannedText
import TextScanning

/// What a candidate names.
struct Meaning {
  var type: EntityType
  var name: Name
  /// Index into `NameDictionary.countries`; nil if the name leads to no country.
  var country: Int32?
  /// The pattern that found the name, whose kind is that of the name; nil for names that no pattern found.
  var pattern: Int32?
  /// How the country of a national body ("Congress") was found.
  var bodyCountry: MentionRule.BodyCountry.Evidence?

  /// Which entity, unlisted name or unit a candidate means.
  enum Name {
    /// Index into the dictionary's entities.
    case entity(Int32)
    /// Words of the text that are in no list, and the tokens among them that make the id. Two names are the same if their
    /// `identity` is: a hash of the type and of the words of the id.
    case words(TokenSpan, id: TokenSpan, identity: UInt64)
    /// A unit that is in no list, of a plant given by its index into the dictionary's entities.
    case unit(of: Int32, number: Int32)
  }

  var entity: Int32? {
    if case .entity(let entity) = name { entity } else { nil }
  }

  func isSame(as other: Meaning) -> Bool {
    switch (name, other.name) {
    case (.entity(let a), .entity(let b)): a == b
    case (.words(_, _, let a), .words(_, _, let b)): a == b
    case (.unit(let a, let m), .unit(let b, let n)): a == b && m == n
    default: false
    }
  }
}

/// Tokens of one section.
struct TokenSpan: Equatable {
  var section: Int32
  var start: Int32
  var end: Int32

  init(section: Int, _ range: Range<Int>) {
    self.section = Int32(section)
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}

extension ScannedDocument.Section {
  func span(_ tokens: Range<Int>) -> TokenSpan { TokenSpan(section: number, tokens) }

  /// The name that is made of some tokens and in no list.
  ///
  /// - Parameter id: The tokens that make the id, if not all.
  func name(_ tokens: Range<Int>, id: Range<Int>? = nil, of type: EntityType) -> Meaning.Name {
    let id = id ?? tokens
    // Words are hashes already: they need an order, and no more mixing than one step of the hash gives.
    var identity = UInt64(type.index)
    for token in self.tokens[id] where token.isWord { identity = ByteHash.step(identity, token.hash) }
    return .words(span(tokens), id: span(id), identity: identity)
  }
}
