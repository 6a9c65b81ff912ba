import NewsModel

/// The section on what rose and what fell.
struct ChangeSections {
  let report: WeeklyReport
  let rows: RowWriting

  var changes: Page.Section {
    guard !report.changes.isEmpty else {
      let why =
        switch report.status {
        case .incomplete: "An incomplete week is not compared with others."
        case .empty: "A week without documents is not compared with others."
        case .complete:
          rows.isCompared
            ? "No topic, country or name rose or fell significantly."
            : "There are too few complete weeks before this one for a comparison."
        }
      return Page.Section(title: "What rose and what fell", elements: [.paragraph([.text(why)])])
    }
    let name = "changes"
    let chart = ChangeChart(rows: report.changes, confidence: report.parameters.confidence)
    let title = "What rose and what fell in \(report.week)"
    let id = "\(name)-\(report.week.description.lowercased())"
    return Page.Section(
      title: "What rose and what fell",
      elements: [
        .chart(
          Page.Chart(
            path: "charts/\(report.week)-\(name).svg", title: title, svg: chart.svg(name: id, title: title),
            narrow: chart.svg(name: id + "-narrow", title: title, layout: .narrow))),
        .table(table),
      ])
  }

  private var table: Page.Table {
    Page.Table(
      columns: [
        .text("Name"), .text("Label"), .number("Documents"), .number("In \(rows.unit)"),
        .number("Expected"), .number("Share"), .number("Change"), .number("Interval"), .number("q"), .words("Kind"),
      ],
      rows: report.changes.enumerated().map { i, row in
        let trend = row.trend
        return [
          [.text(row.name)], rows.label(trend),
          rows.documents(trend.documents, listed: row.documents, list: "changes-\(i + 1)"),
          [.text(Numbers.count(rows.count(of: trend)))], rows.expected(trend), rows.share(trend), rows.change(trend),
          rows.interval(trend), [.text(trend.comparison?.q.map(Numbers.probability) ?? "–")],
          [.text(RowWriting.kind(trend.key.dimension))],
        ]
      })
  }
}
