import NewsModel

/// The totals of the week in a few lines.
struct GlanceSection {
  let report: WeeklyReport

  var section: Page.Section {
    Page.Section(
      title: "The week at a glance",
      elements: [.table(table), .paragraph([.text(days)]), .paragraph([.text(method)])] + problems)
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
        row("Documents", \.documents), row("Stories, near-duplicates joined", \.stories), row("Sources", \.sources),
      ])
  }

  private var days: String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let counts = zip(names, report.totals.daily).map { "\($0) \(Numbers.count($1))" }.joined(separator: ", ")
    return "Coverage by day: \(counts)."
  }

  private var method: String {
    let parameters = report.parameters
    let baseline = report.tables.lazy.flatMap(\.rows).compactMap(\.trend.comparison).first
    guard let baseline else {
      return "Nothing is compared: that needs a complete week after at least \(parameters.minimumBaselineWeeks) others."
    }
    let unit = RowWriting(report: report).unit
    return
      "Compared with the last \(Numbers.counted(baseline.baselineWeeks, "complete week")) (\(Numbers.count(baseline.baselineTotal)) \(unit)): "
      + "shares are shares of the week's \(unit), changes are in points of a hundred with "
      + "\(Numbers.fixed(parameters.confidence * 100, 0)) % intervals. Of all that is called rising or falling, at most "
      + "\(Numbers.percent(parameters.falseDiscoveryRate)) is expected to be so by chance. “Steady” means that no change was shown and that "
      + "neither twice the share before nor none of it would fit; “too few” that there is too little to say. An arrow "
      + "beside a course is a tendency over its last \(parameters.slopeWeeks) weeks."
  }

  private var problems: [Page.Element] {
    guard !report.problems.isEmpty else { return [] }
    let sum = report.problems.reduce(0) { $0 + $1.count }
    return [
      .paragraph([.text("\(Numbers.counted(sum, "problem")) in the archive, all weeks together:")]),
      .list(
        report.problems.map { tally in
          [.strong(tally.kind.rawValue), .text(" \(Numbers.count(tally.count)), first in "), .text(tally.example)]
        }),
    ]
  }
}
