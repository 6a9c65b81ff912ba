import NewsModel

/// The sections on pairs, new and returning names, main stories, and what was left out.
struct OtherSections {
  let report: WeeklyReport
  let rows: RowWriting

  var pairs: Page.Section {
    guard !report.pairs.isEmpty else { return Page.Section(title: "Pairs", elements: []) }
    return Page.Section(
      title: "Pairs",
      elements: [
        .paragraph([
          "Names that occur in the same documents more often than by chance. NPMI is 0 for chance and 1 for names that always occur together."
        ]),
        .table(
          Page.Table(
            columns: [.text("Name"), .text("With"), .number("Documents"), .number("NPMI")],
            rows: report.pairs.enumerated().map { i, row in
              [
                [.text(row.firstName)], [.text(row.secondName)],
                rows.documents(row.pair.documents, listed: row.documents, list: "pair-\(i + 1)"),
                [.text(Numbers.fixed(row.pair.npmi, 2))],
              ]
            })),
      ])
  }

  var presenceChanges: Page.Section {
    guard !report.presenceChanges.isEmpty else { return Page.Section(title: "New, back and gone quiet", elements: []) }
    return Page.Section(
      title: "New, back and gone quiet",
      elements: [
        .table(
          Page.Table(
            columns: [
              .text("Name"), .text("Label"), .number("Documents"), .words("First seen"), .blocks("Course"),
              .words("Kind"),
            ],
            rows: report.presenceChanges.enumerated().map { i, row in
              [
                [.text(row.name)], rows.label(row.trend),
                rows.documents(row.trend.documents, listed: row.documents, list: "coming-\(i + 1)"),
                [.text(row.trend.firstSeen?.description ?? "–")], rows.course(row),
                [.text(RowWriting.kind(row.trend.key.dimension))],
              ]
            }))
      ])
  }

  var stories: Page.Section {
    guard !report.stories.isEmpty else { return Page.Section(title: "Main stories", elements: []) }
    return Page.Section(
      title: "Main stories",
      elements: [
        .table(
          Page.Table(
            columns: [.text("Headline"), .number("Documents"), .number("Sources"), .words("First")],
            rows: report.stories.enumerated().map { i, story in
              [
                [.text(story.headline)],
                rows.documents(story.documentCount, listed: story.documents, list: "story-\(i + 1)"),
                [.text(Numbers.count(story.sourceCount))], [.text(story.firstDay?.description ?? "–")],
              ]
            }))
      ])
  }

  var leftOut: Page.Section {
    guard !report.leftOut.isEmpty else { return Page.Section(title: "What was left out", elements: []) }
    return Page.Section(
      title: "What was left out",
      elements: [
        .paragraph(["These are stored and can be queried, but the numbers above do not include them."]),
        .list(report.leftOut.map { [.text("\(Numbers.count($0.count)) "), .text($0.what)] }),
      ])
  }
}
