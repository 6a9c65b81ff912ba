import NewsModel

/// The totals of the week in a few lines.
struct GlanceSection {
  let report: WeeklyReport

  var section: Page.Section {
    Page.Section(
      title: "The week at a glance",
      elements: [.table(table), .paragraph([.text(days)]), .paragraph([.text(method)])])
  }

  private var table: Page.Table {
    let before = report.history.dropLast().last
    func row(_ name: String, _ count: KeyPath<WeekTotals, Int>) -> [[Page.Inline]] {
      let earlier = before.map { week in
        week.status == .empty ? "no documents" : Numbers.count(week.totals[keyPath: count])
      }
      return [[.text(name)], [.text(Numbers.count(report.totals[keyPath: count]))], [.text(earlier ?? "–")]]
    }
    return Page.Table(
      columns: [.text(""), .number("This week"), .number("Week before")],
      rows: [
        row("Documents", \.documents), row("Stories (near-duplicates count once)", \.stories),
        row("Sources", \.sources),
      ])
  }

  private var days: String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let counts = zip(names, report.totals.daily).map { "\($0) \(Numbers.count($1))" }.joined(separator: ", ")
    return "Documents by day: \(counts)."
  }

  private var method: String {
    let parameters = report.parameters
    let baseline = report.tables.lazy.flatMap(\.rows).compactMap(\.trend.comparison).first
    guard let baseline else {
      return "This week is not compared with others: a comparison requires a complete week after at least "
        + "\(parameters.minimumBaselineWeeks) other complete weeks."
    }
    let unit = RowWriting(report: report).unit
    return
      "The week is compared with the last \(Numbers.counted(baseline.baselineWeeks, "complete week")) before it "
      + "(\(Numbers.count(baseline.baselineTotal)) \(unit)). Shares are shares of the week's \(unit). Changes are in "
      + "percentage points, with \(Numbers.fixed(parameters.confidence * 100, 0)) % intervals. Of the series labelled rising or "
      + "falling, at most \(Numbers.percent(parameters.falseDiscoveryRate)) are expected to be so by chance. “Steady” means that the "
      + "change is not significant, and that its interval excludes both a doubling of the share and its fall to zero. “Too few” "
      + "means that the numbers are too small to decide. An arrow beside a course shows a tendency over the last "
      + "\(parameters.slopeWeeks) weeks."
  }
}
