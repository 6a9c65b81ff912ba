/// One difference between two dictionary folders.
package struct DictionaryChange: Sendable, Equatable {
  package enum Kind: String, Sendable { case added, removed, changed }

  /// What differs: an entity's line, a surface's, an operator's, or a phrase of a context set.
  package enum Subject: String, Sendable, Comparable, CaseIterable {
    case entity, surface, `operator`, context

    package static func < (a: Subject, b: Subject) -> Bool { a.order < b.order }
    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package var kind: Kind
  package var subject: Subject
  /// The entity's id, or the name of a context set.
  package var id: String
  /// The surface or phrase, or the operator and its first day; empty for an entity's line.
  package var surface = ""
  /// Of a changed line: the column, what stood there and what stands there now.
  package var column = ""
  package var old = ""
  package var new = ""
  /// The line, of the first folder where it was removed: `folder/organisations.tsv:3`.
  package var place: String
  /// What is found, or told, in another way.
  package var meaning: String
}
