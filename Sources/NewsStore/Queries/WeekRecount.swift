import GRDB
package import NewsModel

/// Numbers of a week that are stored differently from what its documents say.
package struct CountDifference: Sendable, Equatable {
  /// `week`, or a series (`organisation org.nato`), or a pair of series (`country FR, organisation org.iaea`).
  package var subject: String
  /// Documents, stories and sources; only documents for a pair; empty if nothing is stored or counted.
  package var stored: [Int]
  package var counted: [Int]
}

/// A second count of a week for `dateline verify`: plain SQL that shares no code with the counting of a run, so that an
/// error in either is noticed.
extension NewsStore {
  /// Returns the weeks of which documents or numbers are stored, in order.
  package func storedWeeks() throws -> [Week] {
    try reading { db in
      try String.fetchAll(
        db, sql: "SELECT week FROM week UNION SELECT week FROM document WHERE week IS NOT NULL ORDER BY 1"
      ).compactMap { Week(iso: $0) }
    }
  }

  /// Counts the documents of a week again and returns what is stored differently. Pairs that are not stored are not
  /// looked for.
  package func countDifferences(in week: Week) throws -> [CountDifference] {
    try reading { db in
      try [Self.recountedSeries, Self.recountedPairs].flatMap { sql in
        try Row.fetchAll(db, sql: Self.members + sql, arguments: ["week": week.description]).map { row in
          let numbers = try (1..<row.count).map { try row.value($0) as Int? }
          return CountDifference(
            subject: try row.value(0), stored: numbers[..<(numbers.count / 2)].compactMap(\.self),
            counted: numbers[(numbers.count / 2)...].compactMap(\.self))
        }
      }
    }
  }

  /// The documents of the week, and each series of each of them.
  private static let members = """
    WITH RECURSIVE above (topic, id) AS (
      SELECT id, id FROM topic
      UNION SELECT above.topic, topic.broader FROM above JOIN topic ON topic.id = above.id WHERE broader IS NOT NULL
    ),
    whole AS (SELECT id, publisher, coalesce(story, id) AS story FROM document WHERE week = :week),
    member AS MATERIALIZED (
      SELECT type || ' ' || entity.id AS series, whole.id, story, publisher
        FROM whole CROSS JOIN mention ON mention.document = whole.id JOIN surface ON surface.id = mention.surface
          JOIN entity ON entity.id = surface.means
        WHERE zone IN (\(Zone.allCases.filter(\.isCounted).sqlList)) AND type <> 'country'
      UNION SELECT 'country ' || country, whole.id, story, publisher
        FROM whole CROSS JOIN document_country ON document = whole.id WHERE is_about
      UNION SELECT 'topic ' || above.id, whole.id, story, publisher
        FROM whole CROSS JOIN assignment ON document = whole.id JOIN above ON above.topic = assignment.topic
      UNION SELECT 'source ' || publisher, id, story, publisher FROM whole
    )

    """

  private static let recountedSeries = """
    SELECT subject, max(documents) FILTER (WHERE is_stored), max(stories) FILTER (WHERE is_stored),
      max(sources) FILTER (WHERE is_stored), max(documents) FILTER (WHERE NOT is_stored),
      max(stories) FILTER (WHERE NOT is_stored), max(sources) FILTER (WHERE NOT is_stored)
    FROM (
      SELECT 1 AS is_stored, 'week' AS subject, documents, stories, sources FROM week WHERE week = :week
      UNION ALL SELECT 0, 'week', count(*), count(DISTINCT story), count(DISTINCT publisher) FROM whole
      UNION ALL SELECT 1, dimension || ' ' || series, documents, stories, sources FROM weekly_series
        WHERE week = :week
      UNION ALL SELECT 0, series, count(*), count(DISTINCT story), count(DISTINCT publisher) FROM member GROUP BY series
    )
    GROUP BY subject
    HAVING count(*) <> 2 OR min(documents) <> max(documents) OR min(stories) <> max(stories)
      OR min(sources) <> max(sources)
    ORDER BY subject <> 'week', subject
    """

  private static let recountedPairs = """
    SELECT dimension || ' ' || pair.series || ', ' || other_dimension || ' ' || other_series, documents, count(other.id)
    FROM pair
      LEFT JOIN member AS one ON one.series = dimension || ' ' || pair.series
      LEFT JOIN member AS other ON other.series = other_dimension || ' ' || other_series AND other.id = one.id
    WHERE week = :week
    GROUP BY dimension, pair.series, other_dimension, other_series
    HAVING count(other.id) <> documents
    ORDER BY 1
    """
}
