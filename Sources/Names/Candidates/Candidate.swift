import NewsModel

/// A match on its way to become a mention: a span of tokens, what it stands for, and what speaks against it. Numbers
/// alone, for a long document has thousands and drops most; `MentionWriter` puts into words what is left.
struct Candidate {
  /// Token indices in its section, half open.
  var start: Int
  var end: Int
  var type: EntityType
  /// Index into the dictionary's entities; nil for a name that no list holds.
  var entity: Int32?
  /// What is named in the entity's place: a name that no list holds, or a plant's unit.
  var name: CandidateName?
  var source: Source
  /// Among matches of one length the higher wins; then the order of files and rules.
  var priority = 0
  var order: Int32 = 0
  /// Index into `NameDictionary.countries`; nil when it leads to none.
  var country: Int32?
  /// The pattern that found the name, or the full name that it refers to.
  var pattern: Int32?
  var isStrong = true
  /// The name says whose it is: "Kantonia's Museum Commission".
  var namesItsCountry = false
  var context: FoundContext?
  var rejection: Rejection?

  enum Source {
    /// Index into the dictionary's surfaces.
    case surface(Int32)
    /// Index into `PatternSet.patterns`.
    case pattern(Int32)
    case reference(Reference)
    /// A unit of a plant, by its index into the dictionary's entities.
    case unit(of: Int32)
  }

  /// What makes a text refer to a name.
  enum Reference {
    case acronym, acronymDefined, fullName, shortForm, lastName, list, definiteNoun
  }

  /// A pattern of this priority and more is surer than a list: "Gen. Washington".
  static let priorityAboveLists = 10

  var length: Int { end - start }
  var range: Range<Int> { start..<end }
  var stands: Bool { rejection == nil }
}

/// Where the context stands that a candidate asked for.
enum FoundContext {
  case words(ContextScope, TokenSpan)
  /// The dictionary's name inside the candidate, by its surface.
  case name(Int32)

  /// The words right after the name have told which is meant: "Paris, Texas".
  var isAfter: Bool {
    if case .words(.after, _) = self { true } else { false }
  }
}

extension Candidate {
  /// Why a match does not count.
  enum Rejection {
    /// None of a requirement's alternatives holds.
    case missing(requirement: Int32)
    /// A negated alternative of a requirement holds.
    case excluded(requirement: Int32, alternative: Int32, by: TokenSpan)
    case longerSpan(TokenSpan)
    case priority(TokenSpan)
    case vetoed(Int32, by: TokenSpan)
    case notValidThen
    case wrongCase(CaseFault)
    case suspicious
  }

  enum CaseFault {
    /// The text lacks capitals that the surface has.
    case missing
    /// It has others, and the surface is to be written exactly so.
    case more
    case tooShort
    case commonWord
  }
}

extension [Candidate] {
  /// The indices of the elements by start, end and order; equal ones keep theirs. Sorting numbers moves no candidate.
  var order: [Int] {
    indices.map { Place(start: self[$0].start, end: self[$0].end, order: self[$0].order, index: $0) }
      .sorted { ($0.start, $0.end, $0.order, $0.index) < ($1.start, $1.end, $1.order, $1.index) }.map(\.index)
  }

  private struct Place {
    var start: Int
    var end: Int
    var order: Int32
    var index: Int
  }
}
