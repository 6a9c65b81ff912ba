/// One spelling of an entity's name, from a line of a dictionary. It is small because dictionaries contain 200,000.
package struct Surface: Sendable, Equatable {
  /// An index into `NameDictionary.entities`.
  package var entity: Int32
  /// An index into `NameDictionary.files`.
  package var file: Int32
  /// Counted from 1.
  package var line: Int32
  /// The byte range of the surface in its file.
  package var start: Int32
  package var end: Int32
  /// An index into `NameDictionary.requirements`; -1 for none.
  package var requirement: Int32 = -1
  /// An index into `NameDictionary.notes`: `name`, `nationality`, `former` and others.
  package var note: Int32
  /// The first and last day on which the name was in use.
  package var validFrom: Int32 = .min
  package var validTo: Int32 = .max
  /// The capitals of its words: `NameDictionary.capitals[capitals..<capitals + words]`.
  package var capitals: Int32 = 0
  package var words: Int16 = 0
  package var casePolicy: CasePolicy = .smart
  /// Whether its last word ends in `'s`, which then must be in the text too: "Lloyd's".
  package var endsInPossessive = false

  /// The most UTF-8 bytes of three letters.
  package static let shortBytes = 12
}

/// How a surface compares its capitals with those of the text.
package enum CasePolicy: UInt8, Sendable {
  /// Every letter must be as written.
  case exact
  /// Capitals must match; other letters may have either case.
  case smart
  /// Case is ignored.
  case any

  package static func fault(_ text: String) -> String { "case is exact, smart or any, not “\(text)”" }

  /// The policy of a line that gives none: names of three letters or fewer must be exactly as written.
  package static func standard(for text: some Collection<UInt8>) -> CasePolicy {
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
