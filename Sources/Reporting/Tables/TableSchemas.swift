import NewsModel

/// All CSV tables, in order.
extension TableSchema {
  static let all: [TableSchema] = [weeks] + SeriesKey.Dimension.allCases.map(series) + [pairs, stories, documents]

  private static let week = Field.text("week", "ISO 8601 week")

  private static let weeks = TableSchema(
    name: "weeks", title: "The whole of each week",
    fields: [
      week, .day("monday", "its first day"),
      .text("status", "complete, incomplete or empty; a silence of more than a year is not listed"),
      .count("documents", "dated in the week"),
      .count("stories", "near-duplicates joined"), .count("sources", "that published them"),
      .count("rising", "series that rose more than chance explains"), .count("falling", "series that fell so"),
    ], key: ["week"]
  ) { report in
    func count(_ direction: (Double) -> Bool) -> Int {
      report.tables.reduce(0) { sum, table in
        sum + table.rows.count { $0.trend.comparison.map { $0.isSignificant && direction($0.change) } ?? false }
      }
    }
    return [
      [
        .text(report.week.description), .text(report.week.monday.description), .text(WeekIndex.name(of: report.status)),
        .integer(report.totals.documents), .integer(report.totals.stories), .integer(report.totals.sources),
        .integer(count { $0 > 0 }), .integer(count { $0 < 0 }),
      ]
    ]
  }

  private static func series(_ dimension: SeriesKey.Dimension) -> TableSchema {
    TableSchema(
      name: RowWriting.plural(dimension).lowercased(), title: "\(RowWriting.plural(dimension)) by week",
      fields: [
        week, .text("id", "id of the series"), .text("name", "its name"),
        .count("documents", "of the week that have it"),
        .count("stories", "near-duplicates joined"), .count("sources", "that published them"),
        .real("share", "of the week's stories or documents"),
        .real("expected", "at the baseline's share"), .real("change", "of the share against the baseline's"),
        .real("low", "lower end of the change's interval"), .real("high", "its upper end"),
        .real("p", "of the exact test, two-sided"),
        .real("q", "controlled over all series of the week"),
        .text("label", "rising, falling, steady, new, back, quiet, too few"),
        .text("burst_from", "first week of the burst that the week is in"),
        .text("first_seen", "first week with a document"),
        .count("back_after", "weeks of absence before this one"),
        .count("quiet_for", "complete weeks of silence up to this one"),
        .real("tau", "Mann-Kendall tendency of the last weeks"), .real("tau_p", "of that tendency"),
      ], key: ["week", "id"]
    ) { report in
      report.tables.first { $0.dimension == dimension }?.rows.map { row in
        let trend = row.trend
        let comparison = trend.comparison
        return [
          .text(report.week.description), .text(trend.key.id), .text(row.name), .integer(trend.documents),
          .integer(trend.stories),
          .integer(trend.sources), .rounded(trend.share), .rounded(comparison?.expected), .rounded(comparison?.change),
          .rounded(comparison?.low), .rounded(comparison?.high), .significant(comparison?.p),
          .significant(comparison?.q),
          .optional(trend.label?.rawValue), .optional(trend.burst?.first.description),
          .optional(trend.firstSeen?.description),
          .optional(trend.backAfter), .optional(trend.quietFor), .rounded(trend.slope?.tau),
          .significant(trend.slope?.p),
        ]
      } ?? []
    }
  }

  private static let pairs = TableSchema(
    name: "pairs", title: "Names that stand together more than chance would have them",
    fields: [
      week, .text("kind", "of the first"), .text("id", "of the first"), .text("name", "of the first"),
      .text("other_kind", "of the second"),
      .text("other_id", "of the second"), .text("other_name", "of the second"),
      .count("documents", "of the week with both"),
      .real("npmi", "normalised pointwise mutual information"),
    ], key: ["week", "kind", "id", "other_kind", "other_id"]
  ) { report in
    report.pairs.map { row in
      let pair = row.pair
      return [
        .text(report.week.description), .text(pair.first.dimension.rawValue), .text(pair.first.id),
        .text(row.firstName),
        .text(pair.second.dimension.rawValue), .text(pair.second.id), .text(row.secondName), .integer(pair.documents),
        .rounded(pair.npmi),
      ]
    }
  }

  private static let stories = TableSchema(
    name: "stories", title: "Main stories by week",
    fields: [
      week, .count("rank", "from 1"), .text("headline", "of the document that stands for all"),
      .count("documents", "near-duplicates"),
      .count("sources", "that published them"), .day("first_day", "of the story"),
    ], key: ["week", "rank"]
  ) { report in
    report.stories.enumerated().map { i, story in
      [
        .text(report.week.description), .integer(i + 1), .text(story.headline), .integer(story.documentCount),
        .integer(story.sourceCount), .optional(story.firstDay?.description),
      ]
    }
  }

  private static let documents = TableSchema(
    name: "documents", title: "Documents that rows of the pages point at",
    fields: [
      week, .count("number", "on the week's page"), .text("title", ""), .text("source", "who published it"),
      .day("date", "of publication"),
      .text("path", "in the archive, '#' and the record"), .text("url", ""),
    ], key: ["week", "number"]
  ) { report in
    report.documents.enumerated().map { i, document in
      [
        .text(report.week.description), .integer(i + 1), .optional(document.title), .optional(document.publisher),
        .optional(document.day?.description), .text(document.source), .optional(document.url),
      ]
    }
  }
}
