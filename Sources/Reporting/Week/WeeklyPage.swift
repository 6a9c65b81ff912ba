import NewsModel

/// The page of one week.
struct WeeklyPage {
  let report: WeeklyReport

  var page: Page {
    Page(title: title, facts: facts, lead: lead, sections: sections)
  }

  private var title: String {
    "\(report.archive), week \(report.week): \(WeeklyPage.days(of: report.week))"
  }

  /// `28 January to 3 February 2013`
  static func days(of week: Week) -> String {
    let (first, last) = (week.monday.civil, week.sunday.civil)
    var text = "\(first.day)"
    if first.month != last.month { text += " \(monthNames[first.month - 1])" }
    if first.year != last.year { text += " \(first.year)" }
    return "\(text) to \(last.day) \(monthNames[last.month - 1]) \(last.year)"
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private var facts: [(key: String, value: Cell)] {
    var facts: [(key: String, value: Cell)] = [
      ("title", .text(title)), ("pipeline", .text(report.archive)), ("week", .text(report.week.description)),
      ("from", .text(report.week.monday.description)), ("to", .text(report.week.sunday.description)),
      ("status", .text(WeekIndex.name(of: report.status))), ("documents", .integer(report.totals.documents)),
      ("stories", .integer(report.totals.stories)), ("sources", .integer(report.totals.sources)),
    ]
    for fact in report.provenance { facts.append((fact.name, .text(fact.value))) }
    return facts
  }

  private var lead: [Page.Element] {
    var lead: [Page.Element] = []
    switch report.status {
    case .complete: break
    case .empty: lead.append(.notice([.strong("No documents"), " have a date in this week."]))
    case .incomplete(let how):
      lead.append(
        .notice([
          .strong("This week is incomplete:"), .text(" \(how). "),
          "Its numbers are not compared with those of other weeks, so a low number does not mean a fall.",
        ]))
    }
    let rows = RowWriting(report: report)
    lead += LeadSentences(report: report, rows: rows).elements + PresenceLines(report: report, rows: rows).elements
    var path: [Page.Inline] = []
    if let previous = report.previous { path += [.link("← \(previous)", target: "\(previous).md"), " · "] }
    path.append(.link("All weeks", target: "index.md"))
    if let next = report.next { path += [" · ", .link("\(next) →", target: "\(next).md")] }
    lead.append(.paragraph(path))
    return lead
  }

  private var sections: [Page.Section] {
    let rows = RowWriting(report: report)
    var sections = [
      GlanceSection(report: report).section,
      ChangeSections(report: report, rows: rows).changes,
      UnusualSection(report: report, rows: rows).section,
    ]
    if !report.movements.isEmpty { sections.append(ReasonSection(report: report).section) }
    sections += rows.printedTables.map { SeriesSection(report: report, rows: rows, table: $0).section }
    sections.append(OtherSections(report: report, rows: rows).pairs)
    sections.append(OtherSections(report: report, rows: rows).presenceChanges)
    sections.append(OtherSections(report: report, rows: rows).stories)
    sections.append(OtherSections(report: report, rows: rows).leftOut)
    sections.append(RepeatSection(report: report, rows: rows).section)
    sections.append(Appendix(report: report, rows: rows).section)
    return sections.filter { !$0.elements.isEmpty }
  }
}
