/// One way to write an entity's name, as a dictionary line gives it. Small: dictionaries hold 200,000.
package struct Surface: Sendable, Equatable {
  /// Index into `NameDictionary.entities`.
  package var entity: Int32
  /// Index into `NameDictionary.files`.
  package var file: Int32
  /// From 1.
  package var line: Int32
  /// The bytes of the surface in its file.
  package var start: Int32
  package var end: Int32
  /// Index into `NameDictionary.requirements`; -1 for none.
  package var requirement: Int32 = -1
  /// Index into `NameDictionary.notes`: `name`, `nationality`, `former` ...
  package var note: Int32
  /// Days on which the name held, both included.
  package var validFrom: Int32 = .min
  package var validTo: Int32 = .max
  /// The capitals of its words: `NameDictionary.capitals[capitals..<capitals + words]`.
  package var capitals: Int32 = 0
  package var words: Int16 = 0
  package var casePolicy: CasePolicy = .smart
  /// Its last word carries `'s`, and so must the text: "Lloyd's".
  package var endsInPossessive = false

  /// Three letters take no more in UTF-8.
  package static let shortBytes = 12
}

/// What a surface asks of the text's capitals.
package enum CasePolicy: UInt8, Sendable {
  /// Every letter as written.
  case exact
  /// Capitals bind, the other letters may be any.
  case smart
  /// Capitals make no difference.
  case any

  package static func fault(_ text: String) -> String { "case is exact, smart or any, not “\(text)”" }

  /// Of a line that says none: three letters or fewer are a name only as they are written.
  package static func unsaid(of text: some Collection<UInt8>) -> CasePolicy {
    text.count <= Surface.shortBytes && String(decoding: text, as: UTF8.self).count <= 3 ? .exact : .smart
  }

  package init?(column: String) {
    switch column {
    case "exact": self = .exact
    case "smart", "": self = .smart
    case "any": self = .any
    default: return nil
    }
  }
}
