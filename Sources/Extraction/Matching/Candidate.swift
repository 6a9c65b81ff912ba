import NewsModel

/// A match on its way to become a mention: a span of tokens, what it stands for, and what speaks against it.
struct Candidate {
  /// Token indices in its section, half open.
  var start: Int
  var end: Int
  var type: EntityType
  /// Index into the dictionary's entities; nil for a name that no list holds.
  var entity: Int32?
  /// Id and name of a name that no list holds; id of a plant's unit.
  var named: Name?
  var source: Source
  /// Among matches of one length the higher wins; then the order of files and rules.
  var priority = 0
  var order: Int32 = 0
  var country: String?
  /// Of a name that a pattern found.
  var kind = ""
  var isStrong = true
  /// Where the required context was found: `before: unit`.
  var contextFound: String?
  var rejection: Mention.Rejection?

  struct Name {
    var id: String
    var name: String
  }

  enum Source {
    /// Index into the dictionary's surfaces.
    case surface(Int32)
    /// A pattern's id.
    case pattern(String)
    /// `acronym`, `short form`, `definite noun` ...
    case reference(String)
  }

  var length: Int { end - start }
  var stands: Bool { rejection == nil }
}
