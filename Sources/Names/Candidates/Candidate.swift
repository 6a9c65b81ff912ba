import NewsModel

/// A match on its way to becoming a mention: a span of tokens, what it names, and what the steps decided about it.
///
/// It holds only numbers, because a long document has thousands of candidates and drops most of them. `MentionWriter`
/// turns the rest into text.
struct Candidate {
  /// Token indices in its section, half open.
  var start: Int
  var end: Int
  var meaning: Meaning
  private(set) var origin: Origin
  /// Among matches of equal length the one with the higher priority wins, and then the one with the lower order, which
  /// is the order of files and rules.
  var priority = 0
  var order: Int32 = 0
  /// Whether the match is a name in its own right. Later steps do not refer to weak ones, such as "Iraqi forces".
  var isStrong = true
  /// Whether the country inside the name is a mention of its own: "U.S.-led forces".
  var keepsCountry = false
  /// Whether the words name the country as a possessor: "Kantonia's Museum Commission".
  var namesItsCountry = false
  /// The context that was required and found.
  private(set) var context: FoundContext?
  /// Why the candidate is not a mention; nil as long as it is accepted.
  private(set) var rejection: Rejection?

  init(
    _ range: Range<Int>, _ meaning: Meaning, _ origin: Origin, priority: Int = 0, order: Int32 = .max,
    isStrong: Bool = true
  ) {
    start = range.lowerBound
    end = range.upperBound
    self.meaning = meaning
    self.origin = origin
    self.priority = priority
    self.order = order
    self.isStrong = isStrong
  }

  /// What found the candidate.
  enum Origin {
    /// Index into the dictionary's surfaces.
    case surface(Int32)
    /// Index into `PatternSet.patterns`.
    case pattern(Int32)
    case reference(MentionRule.Reference)
    /// A unit of a plant, by its index into the dictionary's entities.
    case unit(of: Int32)
  }

  /// A pattern with at least this priority is more certain than the dictionary: "Gen. Washington".
  static let priorityAboveLists = 10

  var length: Int { end - start }
  var range: Range<Int> { start..<end }
  var type: EntityType { meaning.type }
  /// Index into the dictionary's entities; nil for a name that is in no list, and for an unlisted unit of a plant.
  var entity: Int32? { meaning.entity }
  /// Index into `NameDictionary.countries`; nil if the name leads to no country.
  var country: Int32? { meaning.country }
  var isAccepted: Bool { rejection == nil }

  mutating func reject(_ reason: Rejection.Reason, by step: NameStep) {
    rejection = Rejection(reason: reason, step: step)
  }

  /// Records a context, which outweighs a line that requires none. A candidate that was rejected is accepted again.
  mutating func accept(for context: FoundContext) {
    rejection = nil
    self.context = context
    priority += 1
  }

  /// Accepts a candidate to which another place with the same name was preferred.
  mutating func acceptAgain() { rejection = nil }

  /// A unit of the plant that the candidate names, at a token with its number.
  ///
  /// - Parameter plant: Index into the dictionary's entities.
  func unit(_ name: Meaning.Name, of plant: Int32, at token: Int) -> Candidate {
    var unit = self
    unit.start = token
    unit.end = token + 1
    unit.meaning.name = name
    unit.origin = .unit(of: plant)
    return unit
  }

  /// Makes the candidate a reference to another name of the document.
  mutating func refer(to meaning: Meaning, _ rule: MentionRule.Reference) {
    self.meaning = meaning
    origin = .reference(rule)
  }

  /// Makes the candidate mean the same entity as a listed name that it contains.
  mutating func identify(as name: Candidate) {
    meaning = name.meaning
    isStrong = true
    if case .surface(let surface) = name.origin { context = .name(surface) }
  }
}

/// The context that a candidate required, and where it was found.
enum FoundContext {
  case words(ContextScope, TokenSpan)
  /// A dictionary name inside the candidate, by the index of its surface.
  case name(Int32)

  /// Whether it is in the words right after the name: "Paris, Texas".
  var isAfter: Bool {
    if case .words(.after, _) = self { true } else { false }
  }
}

/// Why a match does not count, and which step decided so.
struct Rejection {
  var reason: Reason
  var step: NameStep

  /// Why a match does not count.
  enum Reason {
    /// None of the alternatives of a requirement holds.
    case missing(requirement: Int32)
    /// A negated alternative of a requirement holds.
    case excluded(requirement: Int32, alternative: Int32, by: TokenSpan)
    /// Another candidate that overlaps the match has won.
    case longerSpan(TokenSpan)
    /// Another name at this place is preferred.
    case priority(TokenSpan)
    /// The document means another place of this name, by the index of its candidate in the section.
    case otherPlace(Int)
    /// A veto applies, by its index in `NameDictionary.vetoes`.
    case vetoed(Int32, by: TokenSpan)
    /// The name was not in use on the day of the document.
    case notValidThen
    /// The capitals of the text are not those that the surface requires.
    case wrongCase(CaseFault)
    /// The match has letters of several scripts, or an override of direction.
    case suspicious
  }

  /// How the capitals of the text differ from those that a surface requires.
  enum CaseFault {
    /// The text lacks capitals that the surface has.
    case missing
    /// The text has other capitals, and the surface must be written exactly as listed.
    case more
    /// The text has other capitals, and the name is too short for that.
    case tooShort
    /// An everyday word in text in capitals: "WHO".
    case commonWord
  }
}

extension [Candidate] {
  /// The indices of the elements by start, end and order; equal ones keep their order. Numbers are sorted instead of
  /// candidates, because moving candidates is slower.
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
