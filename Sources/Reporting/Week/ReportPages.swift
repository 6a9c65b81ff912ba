package import NewsModel

/// The files of one week.
package enum ReportPages {
  /// Returns `2013-W05.md`, `2013-W05.html` and the charts of the Markdown page. Returns no files for a week without
  /// documents, which only the index mentions.
  package static func files(for report: WeeklyReport) -> [ReportFile] {
    guard report.status != .empty else { return [] }
    let page = WeeklyPage(report: report).page
    return [
      ReportFile(path: "\(report.week).md", bytes: MarkdownPage.bytes(page)),
      ReportFile(path: "\(report.week).html", bytes: HTMLPage.bytes(page)),
    ] + page.charts.map { ReportFile(path: $0.path, bytes: Array($0.svg.utf8)) }
  }
}
