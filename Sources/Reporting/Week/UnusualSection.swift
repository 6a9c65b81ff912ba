import NewsModel

/// The section with series that are worth a look although their numbers are not significant.
struct UnusualSection {
  let report: WeeklyReport
  let rows: RowWriting

  var section: Page.Section {
    let title = "Unusual, but not significant"
    guard !report.unusual.isEmpty else { return Page.Section(title: title, elements: []) }
    return Page.Section(title: title, elements: [.paragraph([.text(meaning)]), .table(table)])
  }

  private var meaning: String {
    let byChance = Numbers.fixed((Double(report.compared) * Trend.unusualBelow).rounded(.up), 0)
    return
      "Each of these series would be unusual if it were the only one tested (p at most \(Numbers.fixed(Trend.unusualBelow, 2))). "
      + "\(Numbers.count(report.compared)) series have enough documents to be unusual, and up to \(byChance) of them are "
      + "expected to be so by chance. These series are leads, not findings."
  }

  private var table: Page.Table {
    Page.Table(
      columns: [
        .text("Name"), .text("Label"), .number("Documents"), .number("In \(rows.unit)"),
        .number("Expected"), .number("Share"), .number("Change"), .number("Interval"), .number("p"), .words("Kind"),
      ],
      rows: report.unusual.enumerated().map { i, row in
        let trend = row.trend
        return [
          [.text(row.name)], rows.label(trend),
          rows.documents(trend.documents, listed: row.documents, list: "unusual-\(i + 1)"),
          [.text(Numbers.count(rows.count(of: trend)))], rows.expected(trend), rows.share(trend), rows.change(trend),
          rows.interval(trend), [.text(trend.comparison.map { Numbers.probability($0.p) } ?? "–")],
          [.text(RowWriting.kind(trend.key.dimension))],
        ]
      })
  }
}
