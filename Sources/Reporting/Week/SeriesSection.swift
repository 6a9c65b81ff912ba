import NewsModel

/// The section with the table of a dimension and its chart.
struct SeriesSection {
  let report: WeeklyReport
  let rows: RowWriting
  let table: SeriesTable

  private var shown: ArraySlice<SeriesRow> { table.rows.prefix(table.shown) }

  var section: Page.Section {
    let title = RowWriting.plural(table.dimension)
    guard !table.rows.isEmpty else { return Page.Section(title: title, elements: []) }
    return Page.Section(title: title, elements: chart + [.table(pageTable)] + rest)
  }

  /// Only topics get panels, because they are few and last. Other series have their course in the row.
  private var chart: [Page.Element] {
    let drawn = shown.filter { !$0.shares.isEmpty }
    guard table.dimension == .topic, report.history.count > 1, !drawn.isEmpty else { return [] }
    let title = "Shares of the topics with the most documents up to \(report.week)"
    let multiples = TrendMultiples(weeks: report.history, rows: Array(drawn))
    let name = "topics-\(report.week.description.lowercased())"
    return [
      .chart(
        Page.Chart(
          path: "charts/\(report.week)-topics.svg", title: title, svg: multiples.svg(name: name, title: title),
          narrow: multiples.svg(name: name + "-narrow", title: title, layout: .narrow)))
    ]
  }

  private var pageTable: Page.Table {
    Page.Table(
      columns: [
        .text("Name"), .blocks("Course"), .text("Label"), .number("Documents"),
        .number(rows.unit == "stories" ? "Stories" : "In documents"), .number("Expected"), .number("Share"),
        .number("Change"), .number("Interval"), .number("Sources"),
      ],
      rows: shown.enumerated().map { i, row in
        let trend = row.trend
        return [
          [.text(row.name)], rows.course(row), rows.label(trend),
          rows.documents(trend.documents, listed: row.documents, list: "\(RowWriting.kind(table.dimension))-\(i + 1)"),
          [.text(Numbers.count(rows.count(of: trend)))], rows.expected(trend), rows.share(trend), rows.change(trend),
          rows.interval(trend), [.text(Numbers.count(trend.sources))],
        ]
      })
  }

  private var rest: [Page.Element] {
    let hidden = table.rows.count - shown.count
    guard hidden > 0 else { return [] }
    return [
      .paragraph([
        .text("\(Numbers.count(hidden)) more in "),
        .link("\(RowWriting.plural(table.dimension).lowercased()).csv", target: ReportTables.path(of: table.dimension)),
        ".",
      ])
    ]
  }
}
