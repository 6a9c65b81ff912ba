package import NewsModel

/// The restrictions of a query. The names are those of the command-line options.
package struct QueryFilter: Sendable, Equatable {
  package var week: Week?
  package var from: Day?
  /// The last day, included.
  package var to: Day?
  package var type: EntityType?
  package var kind: String?
  /// An id, a name or a surface.
  package var entity: String?
  /// An ISO 3166-1 alpha-2 code, a name or a surface.
  package var country: String?
  /// Whether the documents of the country are all that name it, and not only those about or from it.
  package var includesNamed = false
  /// An id or a name. The documents of narrower topics are included.
  package var topic: String?
  /// A publisher or the path of a document; `*` matches any characters.
  package var source: String?
  package var zone: Zone?
  /// Nil for all rows.
  package var limit: Int?

  package init() {}

  /// A name that the database does not know.
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

  /// A full-text query with wrong syntax, described by SQLite.
  package struct WrongText: Error, Equatable, CustomStringConvertible {
    package var reason: String

    package var description: String {
      "the full-text query is wrong: \(reason); words with characters other than letters and digits need double quotes: '\"unit-2\"'"
    }
  }
}
