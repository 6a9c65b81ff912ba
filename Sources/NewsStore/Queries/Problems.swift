import GRDB
package import NewsModel

extension NewsStore {
  /// Returns a query for problems, ordered by source, place and kind. `kind` of the filter is the kind of problem.
  package func problems(_ filter: QueryFilter = QueryFilter()) -> NewsQuery {
    var clauses: [String] = []
    var arguments = StatementArguments()
    if let kind = filter.kind {
      clauses.append("kind = ?")
      arguments += [kind]
    }
    if let source = filter.source {
      clauses.append(source.contains("*") ? "source GLOB ?" : "source = ?")
      arguments += [source]
    }
    return NewsQuery(
      """
      SELECT source, place, kind, reason FROM problem
      \(clauses.isEmpty ? "" : "WHERE " + clauses.joined(separator: " AND "))
      ORDER BY source, place, kind, reason
      LIMIT ?
      """, arguments + [filter.limit ?? -1])
  }

  /// Returns the first problems in the order of `problems`.
  package func firstProblems(_ limit: Int) throws -> [Problem] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: "SELECT source, place, kind, reason FROM problem ORDER BY source, place, kind, reason LIMIT ?",
        arguments: [limit]
      ).compactMap { row in
        try Problem.Kind(rawValue: row.value(2)).map {
          try Problem(source: row.value(0), place: row.value(1), kind: $0, reason: row.value(3))
        }
      }
    }
  }
}
