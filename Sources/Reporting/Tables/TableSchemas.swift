import NewsModel

/// All CSV tables, in order.
extension TableSchema {
  static let all: [TableSchema] = [weeks] + SeriesKey.Dimension.allCases.map(series) + [pairs, stories, documents]

  private static let week = Field.text("week", "ISO 8601 week")

  private static let weeks = TableSchema(
    name: "weeks", title: "All documents of each week",
    fields: [
      week, .day("monday", "first day of the week"),
      .text("status", "complete, incomplete or empty; more than 52 empty weeks in a row are not listed"),
      .count("documents", "number of documents of the week"),
      .count("stories", "number of stories; near-duplicates count once"), .count("sources", "number of sources"),
      .count("rising", "number of series that rose significantly"),
      .count("falling", "number of series that fell significantly"),
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
        week, .text("id", "id of the series"), .text("name", "name of the series"),
        .count("documents", "number of documents of the series"),
        .count("stories", "number of stories; near-duplicates count once"), .count("sources", "number of sources"),
        .real("share", "share of the week's stories or documents"),
        .real("expected", "number at the baseline's share"), .real("change", "share minus the baseline's share"),
        .real("low", "lower end of the interval of the change"),
        .real("high", "upper end of the interval of the change"),
        .real("p", "p-value of the exact test, two-sided"),
        .real("q", "p-value adjusted for all series of the week"),
        .text("label", "rising, falling, steady, new, back, quiet or too few"),
        .text("burst_from", "first week of the burst to which the week belongs"),
        .text("first_seen", "first week with a document of the series, if it is new or back in this week"),
        .count("back_after", "number of weeks without the series before its return"),
        .count("quiet_for", "number of complete weeks without the series up to this one"),
        .real("tau", "Mann-Kendall tendency of the last weeks"), .real("tau_p", "p-value of that tendency"),
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
    name: "pairs", title: "Names that occur together more often than by chance",
    fields: [
      week, .text("kind", "kind of the first name"), .text("id", "id of the first name"), .text("name", "first name"),
      .text("other_kind", "kind of the second name"),
      .text("other_id", "id of the second name"), .text("other_name", "second name"),
      .count("documents", "number of documents of the week with both"),
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
      week, .count("rank", "rank in the week, from 1"),
      .text("headline", "title of the document that represents the story"),
      .count("documents", "number of near-duplicates"),
      .count("sources", "number of sources"), .day("first_day", "first day of the story"),
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
    name: "documents", title: "Documents that the pages list",
    fields: [
      week, .count("number", "number on the week's page"), .text("title", "title of the document"),
      .text("source", "publisher"),
      .day("date", "day of publication"),
      .text("path", "path in the archive, with '#' and the record"), .text("url", "web address"),
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
