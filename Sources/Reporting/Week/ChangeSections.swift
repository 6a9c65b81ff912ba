import NewsModel

/// What rose and what fell, and why.
struct ChangeSections {
  let report: WeeklyReport
  let rows: RowWriting

  var changes: Page.Section {
    guard !report.changes.isEmpty else {
      let why =
        switch report.status {
        case .incomplete: "An incomplete week is compared with nothing."
        case .empty: "A week without documents is compared with nothing."
        case .complete:
          report.tables.contains { $0.rows.contains { $0.trend.comparison != nil } }
            ? "No topic, country or name rose or fell by more than chance explains."
            : "There are too few complete weeks before this one to compare it with."
        }
      return Page.Section(title: "What rose and what fell", elements: [.paragraph([.text(why)])])
    }
    let name = "changes"
    let chart = ChangeChart(rows: report.changes, confidence: report.parameters.confidence)
    let title = "What rose and what fell in \(report.week)"
    return Page.Section(
      title: "What rose and what fell",
      elements: [
        .chart(
          Page.Chart(
            path: "charts/\(report.week)-\(name).svg", title: title,
            svg: chart.svg(name: "\(name)-\(report.week.description.lowercased())", title: title))),
        .table(table),
      ])
  }

  private var table: Page.Table {
    Page.Table(
      columns: [
        .text("Name"), .words("Kind"), .number("Documents"), .number("In \(rows.unit)"), .number("Expected"),
        .number("Share"),
        .number("Change"), .number("Interval"), .number("q"), .words("Label"),
      ],
      rows: report.changes.enumerated().map { i, row in
        let trend = row.trend
        return [
          [.text(row.name)], [.text(RowWriting.kind(trend.key.dimension))],
          rows.documents(trend.documents, listed: row.documents, list: "changes-\(i + 1)"),
          [.text(Numbers.count(rows.count(of: trend)))], rows.expected(trend), rows.share(trend), rows.change(trend),
          rows.interval(trend), [.text(trend.comparison?.q.map(Numbers.probability) ?? "–")], rows.label(trend),
        ]
      })
  }

  var reasons: Page.Section {
    var elements: [Page.Element] = []
    for movement in report.movements {
      elements.append(.heading([.text(movement.name)]))
      elements.append(.paragraph([.text(sources(of: movement.shift))]))
      if !movement.apart.isEmpty {
        let names = movement.apart.map { one in
          "\(one.name) (\(Numbers.counted(one.documents, "document")), before \(Numbers.count(one.documentsBefore)))"
        }
        elements.append(.paragraph(["Sets the week apart: ", .text(names.joined(separator: "; ")), "."]))
      }
      if !movement.stories.isEmpty {
        elements.append(
          .list(
            movement.stories.map { story in
              [
                .strong(story.headline),
                .text(
                  ", \(Numbers.counted(story.documentCount, "document")) from \(Numbers.counted(story.sourceCount, "source"))"
                ),
              ]
            }))
      }
    }
    return Page.Section(title: "Why it moved", elements: elements)
  }

  private func sources(of shift: SourceShift) -> String {
    func signed(_ value: Double) -> String {
      let text = Numbers.fixed(value, 1)
      return value > 0 && text != "0.0" ? "+\(text)" : text
    }
    let parts = shift.sources.map { part in
      "\(part.source) \(Numbers.count(part.documents)) where \(Numbers.fixed(part.expected, 1)) were expected"
    }
    if parts.count < 2 { return parts.map { "One source, \($0)." }.joined() }
    let whole = [
      (shift.continuing, "from sources that had it before"), (shift.came, "from sources that came"),
      (shift.went, "from sources that went"),
    ].filter { Numbers.fixed(abs($0.0), 1) != "0.0" }.map { "\(signed($0.0)) \($0.1)" }
    return (whole.isEmpty ? "" : "Documents against those expected: \(whole.joined(separator: ", ")). ")
      + "Most: \(parts.joined(separator: "; "))."
  }
}
