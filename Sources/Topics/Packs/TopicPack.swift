import NewsModel
import ScannedText

/// The parsed content of one pack file, before the names in it are resolved.
struct TopicPack {
  var file: String
  let places: ScalarPlaces
  /// Shared lists of terms, in the order of the file.
  var terms: [TermList] = []
  var topics: [TopicDefinition] = []
  /// The cue words of each modality, as one query.
  var cues: [(modality: Modality, query: RuleQuery)] = []

  /// A shared list of terms, and its position in the file.
  struct TermList {
    var name: String
    var query: RuleQuery
    var place: RuleQuery.Place
  }
}

/// A parsed query, and the strings in the file that it was read from.
struct RuleQuery {
  var text = ""
  var clauses: [RuleClause] = []
  /// Whether some clauses could not be read and are missing.
  var isBroken = false
  /// Where each string of the file begins in `text`.
  var pieces: [(start: Int, scalar: YAMLNode)] = []

  /// A position in a file. Lines and columns begin at 1.
  struct Place: Sendable, Equatable {
    var line: Int
    var column: Int
  }

  /// Converts errors of the query into errors of its file. Offsets refer to `text`.
  func located(_ faults: [RuleFault], in pack: TopicPack) -> [DefinitionErrors.Fault] {
    var located: [DefinitionErrors.Fault] = []
    var rest = faults.sorted { $0.offset < $1.offset }[...]
    for (index, piece) in pieces.enumerated() {
      let end = index + 1 < pieces.count ? pieces[index + 1].start : Int.max
      let own = rest.prefix { $0.offset < end }
      rest = rest.dropFirst(own.count)
      if own.isEmpty { continue }
      let places = pack.places.places(of: own.map { $0.offset - piece.start }, in: piece.scalar)
      located += zip(own, places).map {
        DefinitionErrors.Fault(file: pack.file, line: $1.line, column: $1.column, reason: $0.reason)
      }
    }
    return located
  }
}

/// A topic as its author wrote it.
struct TopicDefinition {
  var topic: Topic
  var place: RuleQuery.Place
  var broaderPlace: RuleQuery.Place
  /// The score at which the topic is assigned. Nil means 3 if there is `about` or `signs`, else 1.
  var threshold: Double?
  var rules: RuleQuery
  /// What the topic is about: one query that gets the usual weights (see `RuleLinker`).
  var about: RuleQuery?
  /// Words that point to the topic but also occur in other stories: one query that gets smaller weights.
  var signs: RuleQuery?
  /// A query that must also match.
  var required: RuleQuery?
  var vetoes: [Veto] = []
  var asksModality = false
  var match: [RuleExample] = []
  var noMatch: [RuleExample] = []

  /// A query and what it removes.
  struct Veto {
    var scope: VetoScope
    var query: RuleQuery
  }
}

/// What a veto removes.
package enum VetoScope: String, Sendable, CaseIterable {
  /// The terms inside the match of the query.
  case span
  /// The terms in a sentence or paragraph where the query matches.
  case sentence, paragraph
  /// The topic, if the query matches in the title, in the lead or anywhere.
  case title, lead, document
}

/// A text that a topic must match or must not match.
struct RuleExample: Sendable, Equatable {
  var title: String?
  var text: String
  var place: RuleQuery.Place
}

/// How certain the event in a story is.
package enum Modality: String, Sendable, CaseIterable {
  case hoped, planned, agreed, done, denied, suspended
}
