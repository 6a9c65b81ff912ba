import NewsModel
import Yams

/// What one pack file says, read and parsed; names in it are not resolved yet.
struct TopicPack {
  var file: String
  let places: ScalarPlaces
  /// Shared lists of terms, in the order of the file.
  var terms: [TermList] = []
  var topics: [TopicDefinition] = []
  /// Words that tell a modality, one query each.
  var cues: [(modality: Modality, query: RuleQuery)] = []

  struct TermList {
    var name: String
    var query: RuleQuery
    var place: RuleQuery.Place
  }
}

/// A parsed query, and the texts in the file that it was read from.
struct RuleQuery {
  var text = ""
  var clauses: [RuleClause] = []
  /// Clauses are missing that could not be read.
  var isBroken = false
  /// Where each text of the file begins in `text`.
  var pieces: [(start: Int, scalar: Node.Scalar)] = []

  struct Place: Sendable, Equatable {
    var line: Int
    var column: Int
  }

  /// Faults of the query as faults of its file. Offsets are into `text`.
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
  /// The score that assigns the topic; nil for 3 with `about` or `signs`, else 1.
  var threshold: Double?
  var rules: RuleQuery
  /// What the topic is about: the usual weights for one query (see `RuleLinker`).
  var about: RuleQuery?
  /// What points to the subject, but stands in other stories too: the same with less weight.
  var signs: RuleQuery?
  /// Has to hold as well.
  var required: RuleQuery?
  var vetoes: [Veto] = []
  var asksModality = false
  var match: [RuleExample] = []
  var noMatch: [RuleExample] = []

  struct Veto {
    var scope: VetoScope
    var query: RuleQuery
  }
}

/// What a veto takes away.
package enum VetoScope: String, Sendable, CaseIterable {
  /// Terms inside what the query matches.
  case span
  /// Terms in a sentence, a paragraph where the query holds.
  case sentence, paragraph
  /// The topic, where the query holds in the title, in the lead, anywhere.
  case title, lead, document
}

/// A text that a topic has to match, or not.
struct RuleExample: Sendable, Equatable {
  var title: String?
  var text: String
  var place: RuleQuery.Place
}

/// How sure the event is that a story tells of.
package enum Modality: String, Sendable, CaseIterable {
  case hoped, planned, agreed, done, denied, suspended
}
