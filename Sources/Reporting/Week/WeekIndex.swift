package import NewsModel

/// The page over all weeks. It is built from one line per week with documents; the lines are added one by one, in order
/// of weeks. The weeks missing between two lines have no documents.
package struct WeekIndex {
  private let facts: ArchiveFacts
  private var lines: [Line] = []
  private var topics: [String: TopicCourse] = [:]

  /// The contents of a week's line.
  package struct Line: Sendable, Equatable, Codable {
    package fileprivate(set) var week: Week
    fileprivate var status: WeekStatus
    fileprivate var totals: WeekTotals
    fileprivate var rising: [String]
    fileprivate var falling: [String]
    fileprivate var unusual: [String]
    fileprivate var topics: [Topic]

    package var isComplete: Bool { status == .complete }

    fileprivate struct Topic: Sendable, Equatable, Codable {
      var id: String
      var name: String
      var share: Double?
    }

    fileprivate init(emptyWeek week: Week) {
      self.week = week
      status = .empty
      totals = WeekTotals(emptyWeek: week)
      (rising, falling, unusual, topics) = ([], [], [], [])
    }

    package init(_ report: WeeklyReport) {
      func names(_ holds: (Double) -> Bool) -> [String] {
        report.changes.filter { $0.trend.comparison.map { holds($0.change) } ?? false }.prefix(WeekIndex.namesShown)
          .map(\.name)
      }
      week = report.week
      status = report.status
      totals = report.totals
      rising = names { $0 > 0 }
      falling = names { $0 < 0 }
      unusual = report.unusual.filter { $0.trend.documents >= report.parameters.minimumCount }
        .prefix(WeekIndex.namesShown).map(\.name)
      topics = (report.tables.first { $0.dimension == .topic }?.rows ?? []).map { row in
        Topic(id: row.trend.key.id, name: row.name, share: row.trend.share)
      }
    }
  }

  private struct TopicCourse {
    var name: String
    var shares: [Week: Double] = [:]
  }

  /// The most names in one cell of a line.
  private static let namesShown = 3
  /// The most rows and weeks of the chart of topics; two years fill its width.
  private static let topicsShown = 16
  private static let weeksShown = 104

  package init(_ facts: ArchiveFacts) { self.facts = facts }

  package mutating func add(_ line: Line) {
    if line.status == .empty { return }
    lines.append(line)
    for topic in line.topics {
      topics[topic.id, default: TopicCourse(name: topic.name)].shares[line.week] = topic.share
    }
  }

  /// `index.md`, `index.html` and the chart of topics over the weeks.
  package var files: [ReportFile] {
    let strip = strip
    let page = page(with: strip)
    var files = [
      ReportFile(path: "index.md", bytes: MarkdownPage.bytes(page)),
      ReportFile(path: "index.html", bytes: HTMLPage.bytes(page)),
    ]
    if let strip { files.append(ReportFile(path: strip.path, bytes: Array(strip.svg.utf8))) }
    return files
  }

  package static func name(of status: WeekStatus) -> String {
    switch status {
    case .complete: "complete"
    case .incomplete(let how): "incomplete: \(how)"
    case .empty: "empty"
    }
  }

  private func page(with strip: Page.Chart?) -> Page {
    let title = "\(facts.archive): all weeks"
    return Page(
      title: title,
      facts: [
        ("title", .text(title)), ("pipeline", .text(facts.archive)), ("weeks", .integer(weekCount)),
        ("undated", .integer(undated)),
      ] + facts.provenance.map { ($0.name, .text($0.value)) },
      lead: [
        .paragraph([
          "The newest week is first. Tables of all weeks: ", .link("csv/weeks.csv", target: "csv/weeks.csv"),
          " and the files beside it, described in ",
          .link("datapackage.json", target: "csv/datapackage.json"), ".",
        ]),
        .paragraph([
          .text(
            undated == 0
              ? "Every document has a day."
              : "\(Numbers.counted(undated, "document")) \(undated == 1 ? "has" : "have") no day and so belong\(undated == 1 ? "s" : "") to no week and no table."
          )
        ]),
      ],
      sections: (strip.map { [Page.Section(title: "Topics", elements: [.chart($0)])] } ?? []) + [
        Page.Section(title: "Weeks", elements: [.table(table)])
      ] + problems)
  }

  private var undated: Int { facts.undated }

  private var problems: [Page.Section] {
    guard !facts.problems.isEmpty else { return [] }
    let sum = facts.problems.reduce(0) { $0 + $1.count }
    return [
      Page.Section(
        title: "Problems",
        elements: [
          .paragraph([
            .text("\(Numbers.counted(sum, "problem")); “dateline query problems” lists \(sum == 1 ? "it" : "them").")
          ]),
          .list(
            facts.problems.map { tally in
              [.strong(tally.kind.rawValue), .text(" \(Numbers.count(tally.count)), first in "), .text(tally.example)]
            }),
        ])
    ]
  }

  private var table: Page.Table {
    Page.Table(
      columns: [
        .words("Week"), .words("From"), .number("Documents"), .number("Stories"), .number("Sources"), .text("Rose"),
        .text("Fell"), .text("Unusual"), .text("Note"),
      ],
      rows: runs.reversed().map { run in run.count == 1 ? row(run[0]) : gap(run) })
  }

  /// The number of weeks from the first to the last, including empty ones.
  private var weekCount: Int {
    guard let first = lines.first?.week, let last = lines.last?.week else { return 0 }
    return first.distance(to: last) + 1
  }

  /// Groups for the rows of the table: each listed week alone, and the first and the last week of each gap together.
  private var runs: [[Line]] {
    var runs: [[Line]] = []
    for line in lines {
      if let last = runs.last?.last?.week, last.advanced(by: 1) < line.week {
        let ends = [last.advanced(by: 1), line.week.advanced(by: -1)]
        runs.append((ends[0] == ends[1] ? [ends[0]] : ends).map(Line.init(emptyWeek:)))
      }
      runs.append([line])
    }
    return runs
  }

  private func row(_ line: Line) -> [[Page.Inline]] {
    let isEmpty = line.status == .empty
    let week = line.week.description
    func count(_ value: Int) -> [Page.Inline] { [.text(isEmpty ? "–" : Numbers.count(value))] }
    return [
      isEmpty ? [.text(week)] : [.link(week, target: "\(week).md")], [.text(line.week.monday.description)],
      count(line.totals.documents), count(line.totals.stories), count(line.totals.sources),
      [.text(line.rising.joined(separator: "; "))], [.text(line.falling.joined(separator: "; "))],
      [.text(line.unusual.joined(separator: "; "))],
      [.text(line.status == .complete ? "" : WeekIndex.name(of: line.status))],
    ]
  }

  private func gap(_ run: [Line]) -> [[Page.Inline]] {
    var cells = row(run[0])
    cells[0] = [.text("\(run[0].week) to \(run[run.count - 1].week)")]
    let count = run[0].week.distance(to: run[run.count - 1].week) + 1
    cells[cells.count - 1] = [.text("\(Numbers.count(count)) weeks without documents")]
    return cells
  }

  private var strip: Page.Chart? {
    // Two weeks are enough to show a long gap.
    let shown = runs.flatMap(\.self).suffix(WeekIndex.weeksShown)
    // Topics are ranked by their shares in the weeks shown; a topic of other years would be an empty row. Incomplete
    // weeks count only if there are no others.
    let complete = shown.filter { $0.status == .complete }
    let ranking = complete.isEmpty ? shown[...] : complete[...]
    let ranked = topics.map { id, topic in
      (id: id, topic: topic, sum: ranking.reduce(0) { $0 + (topic.shares[$1.week] ?? 0) })
    }.filter { $0.sum > 0 }.sorted { (-$0.sum, $0.id) < (-$1.sum, $1.id) }.prefix(WeekIndex.topicsShown)
    guard shown.count > 1, !ranked.isEmpty else { return nil }
    let title = "Topics by week"
    let strip = HeatStrip(
      weeks: shown.map { ($0.week, $0.status) },
      rows: ranked.map { _, topic, _ in
        HeatStrip.Row(
          name: topic.name, shares: shown.map { $0.status == .empty ? nil : topic.shares[$0.week] ?? 0 })
      })
    return Page.Chart(
      path: "charts/topics.svg", title: title, svg: strip.svg(name: "topics", title: title),
      narrow: strip.svg(name: "topics-narrow", title: title, layout: .narrow))
  }
}
