import GRDB
import NewsModel

extension NewsStore {
  /// Returns a query for topics, ordered by documents, most first; a topic includes the documents of its narrower
  /// topics.
  package func topics(_ unchecked: QueryFilter) throws -> NewsQuery {
    try reading { db in
      let filter = try unchecked.checked(in: db)
      var clauses: [String] = []
      var arguments = StatementArguments()
      if let typed = filter.topic {
        let ids = try NameLookup(db: db).topics(typed)
        clauses.append("topic.id IN (\(DocumentConditions.marks(ids.count)))")
        arguments += StatementArguments(ids)
      }
      let counts = try Self.topicCounts(filter, in: db)
      return NewsQuery(
        """
        WITH counts AS (\(counts.sql))
        SELECT topic.id AS topic, topic.name, topic.broader, coalesce(counts.documents, 0) AS documents,
          counts.first_week, counts.last_week
        FROM topic LEFT JOIN counts ON counts.topic = topic.id
        \(clauses.isEmpty ? "" : "WHERE " + clauses.joined(separator: " AND "))
        ORDER BY 4 DESC, topic.id
        LIMIT ?
        """, counts.arguments + arguments + [filter.limit ?? -1])
    }
  }

  private static func topicCounts(_ filter: QueryFilter, in db: Database) throws -> NewsQuery {
    let others: [Any?] = [filter.type, filter.kind, filter.entity, filter.country, filter.source, filter.zone]
    if others.contains(where: { $0 != nil }) || !filter.isWholeWeeks { return try countedTopics(filter, in: db) }
    if let weeks = filter.weeks {
      return NewsQuery(
        """
        SELECT series AS topic, sum(documents) AS documents, min(week) AS first_week, max(week) AS last_week
        FROM weekly_series WHERE week BETWEEN ? AND ? AND dimension = 'topic' GROUP BY series
        """, [weeks.lowerBound.description, weeks.upperBound.description])
    }
    return NewsQuery(
      "SELECT series AS topic, documents, first_week, last_week FROM series WHERE dimension = 'topic'")
  }

  private static func countedTopics(_ filter: QueryFilter, in db: Database) throws -> NewsQuery {
    var ofDocuments = filter
    ofDocuments.topic = nil
    ofDocuments.limit = nil
    let conditions = try DocumentConditions(ofDocuments, in: db)
    return NewsQuery(
      """
      SELECT above.above AS topic, count(DISTINCT document.id) AS documents, min(document.week) AS first_week,
        max(document.week) AS last_week
      FROM document CROSS JOIN assignment ON assignment.document = document.id JOIN (
        WITH RECURSIVE above (id, above) AS (
          SELECT id, id FROM topic
          UNION SELECT above.id, topic.broader FROM above JOIN topic ON topic.id = above.above WHERE broader IS NOT NULL
        ) SELECT * FROM above
      ) AS above ON above.id = assignment.topic
      \(conditions.clause)
      GROUP BY above.above
      """, conditions.arguments)
  }
}
