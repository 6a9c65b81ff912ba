/// One difference between two dictionary folders.
package struct DictionaryChange: Sendable, Equatable {
  package enum Kind: String, Sendable { case added, removed, changed }

  /// What differs: the line of an entity, a surface or an operator, or a phrase of a context set.
  package enum Subject: String, Sendable, Comparable, CaseIterable {
    case entity, surface, `operator`, context

    package static func < (a: Subject, b: Subject) -> Bool { a.order < b.order }
    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package var kind: Kind
  package var subject: Subject
  /// The entity's id, or the name of a context set.
  package var id: String
  /// The surface, the phrase, or the operator and its first day; empty for the line of an entity.
  package var surface = ""
  /// The column that changed, with its old and new values; empty unless a line changed.
  package var column = ""
  package var old = ""
  package var new = ""
  /// The file and line, such as `folder/organisations.tsv:3`; in the first folder if the line was removed.
  package var place: String
  /// What changes in the results.
  package var meaning: String
}
