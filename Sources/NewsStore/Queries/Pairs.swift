import GRDB
package import NewsModel

extension NewsStore {
  /// Returns a query for pairs of names that occur in the same documents, most documents first. A week's pairs below
  /// the pipeline's least number of documents are not stored.
  package func pairs(_ unchecked: QueryFilter) throws -> NewsQuery {
    try reading { db in
      let filter = try unchecked.checked(in: db)
      var clauses: [String] = []
      var arguments = StatementArguments()
      if let weeks = filter.weeks {
        clauses.append("pair.week BETWEEN ? AND ?")
        arguments += [weeks.lowerBound.description, weeks.upperBound.description]
      }
      func either(_ ids: [String], _ dimension: String) {
        let marks = DocumentConditions.marks(ids.count)
        clauses.append(
          """
          (pair.dimension \(dimension) AND pair.series IN (\(marks))
            OR pair.other_dimension \(dimension) AND pair.other_series IN (\(marks)))
          """)
        arguments += StatementArguments(ids) + StatementArguments(ids)
      }
      if let typed = filter.entity { either(try NameLookup(db: db).entities(typed), "<> 'country'") }
      if let country = filter.country { either([country], "= 'country'") }
      if let type = filter.type {
        clauses.append("? IN (pair.dimension, pair.other_dimension)")
        arguments += [type.rawValue]
      }
      return NewsQuery(
        """
        SELECT pair.dimension AS type, pair.series AS entity, coalesce(one.name, pair.series) AS name,
          pair.other_dimension AS other_type, pair.other_series AS other_entity,
          coalesce(other.name, pair.other_series) AS other_name, sum(pair.documents) AS documents,
          min(pair.week) AS first_week, max(pair.week) AS last_week
        FROM pair
          LEFT JOIN entity AS one ON one.id = \(Self.entity("pair.dimension", "pair.series"))
          LEFT JOIN entity AS other ON other.id = \(Self.entity("pair.other_dimension", "pair.other_series"))
        \(clauses.isEmpty ? "" : "WHERE " + clauses.joined(separator: " AND "))
        GROUP BY pair.dimension, pair.series, pair.other_dimension, pair.other_series
        ORDER BY 7 DESC, 1, 2, 4, 5
        LIMIT ?
        """, arguments + [filter.limit ?? -1])
    }
  }

  /// Returns the pairs of a week in order of their keys, with the documents of each of the two.
  package func pairs(in week: Week) throws -> [PairCount] {
    try reading { db in
      var pairs: [PairCount] = []
      let rows = try RepeatedStatement(
        db,
        """
        SELECT pair.dimension, pair.series, other_dimension, other_series, pair.documents, one.documents, other.documents
        FROM pair
          JOIN weekly_series AS one
            ON one.dimension = pair.dimension AND one.series = pair.series AND one.week = pair.week
          JOIN weekly_series AS other
            ON other.dimension = other_dimension AND other.series = other_series AND other.week = pair.week
        WHERE pair.week = ? ORDER BY 1, 2, 3, 4
        """)
      rows.bind(1, week.description)
      try rows.eachRow { row in
        guard let first = SeriesKey.Dimension(rawValue: row.text(0)),
          let second = SeriesKey.Dimension(rawValue: row.text(2))
        else { return }
        pairs.append(
          PairCount(
            first: SeriesKey(first, row.text(1)), second: SeriesKey(second, row.text(3)),
            documents: Int(row.integer(4)), firstDocuments: Int(row.integer(5)), secondDocuments: Int(row.integer(6))))
      }
      return pairs
    }
  }

  /// An expression for the id of the entity of a series; a country's series is keyed by its code.
  private static func entity(_ dimension: String, _ series: String) -> String {
    "CASE \(dimension) WHEN 'country' THEN 'country.' || lower(\(series)) ELSE \(series) END"
  }
}
