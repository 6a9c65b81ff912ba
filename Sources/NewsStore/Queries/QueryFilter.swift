package import NewsModel

/// What a question is narrowed to. The names are those of the command line's options, everywhere the same.
package struct QueryFilter: Sendable, Equatable {
  package var week: Week?
  package var from: Day?
  /// The last day that counts.
  package var to: Day?
  package var type: EntityType?
  package var kind: String?
  /// An id, a name or a way to write it.
  package var entity: String?
  /// ISO 3166-1 alpha-2, a name or a way to write it.
  package var country: String?
  /// An id or a name. Documents of the topics below it count.
  package var topic: String?
  /// A publisher, or a document's path; `*` stands for any characters.
  package var source: String?
  package var zone: Zone?
  /// Nil for all rows.
  package var limit: Int?

  package init() {}

  /// A name in a question that the database does not know.
  package struct Unknown: Error, Equatable, CustomStringConvertible {
    package var what: String
    package var name: String
    package var similar: [String]

    package init(what: String, name: String, similar: [String]) {
      self.what = what
      self.name = name
      self.similar = similar
    }

    package var description: String {
      "no \(what) '\(name)' in this database"
        + (similar.isEmpty ? "" : "; there is: " + similar.joined(separator: ", "))
    }
  }

  /// A full text query that is none, in SQLite's words.
  package struct WrongText: Error, Equatable, CustomStringConvertible {
    package var reason: String

    package var description: String {
      "not a full text query: \(reason); put words with other signs than letters and digits in quotes: '\"unit-2\"'"
    }
  }
}
