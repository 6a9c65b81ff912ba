import NewsModel

/// The appendix: the numbers of the documents behind each row, and a table of all these documents with title, source,
/// day and path.
struct Appendix {
  let report: WeeklyReport
  let rows: RowWriting

  var section: Page.Section {
    guard !report.documents.isEmpty else { return Page.Section(title: "Documents", elements: []) }
    var elements: [Page.Element] = []
    func add(_ title: String, _ items: [[Page.Inline]]) {
      let items = items.filter { !$0.isEmpty }
      if !items.isEmpty { elements += [.heading([.text(title)]), .list(items)] }
    }
    add("Documents of changes", list(report.changes, "changes"))
    add("Documents of unusual series", list(report.unusual, "unusual"))
    for table in rows.printedTables {
      add(
        "Documents of \(RowWriting.plural(table.dimension).lowercased())",
        list(Array(table.rows.prefix(table.shown)), RowWriting.kind(table.dimension)))
    }
    add(
      "Documents of pairs",
      report.pairs.enumerated().map { i, row in
        item("pair-\(i + 1)", "\(row.firstName) with \(row.secondName)", row.documents, of: row.pair.documents)
      })
    add("Documents of new and returning names", list(report.presenceChanges, "coming"))
    add(
      "Documents of stories",
      report.stories.enumerated().map { i, row in
        item("story-\(i + 1)", row.headline, row.documents, of: row.documentCount)
      })
    elements += [.heading(["All documents"]), .table(table)]
    return Page.Section(title: "Documents", elements: elements)
  }

  private func list(_ rows: [SeriesRow], _ name: String) -> [[Page.Inline]] {
    rows.enumerated().map { i, row in item("\(name)-\(i + 1)", row.name, row.documents, of: row.trend.documents) }
  }

  private func item(_ list: String, _ name: String, _ documents: [Int], of count: Int) -> [Page.Inline] {
    guard !documents.isEmpty else { return [] }
    var item: [Page.Inline] = [.anchor(list), .strong(name), ": "]
    for (i, document) in documents.enumerated() {
      if i > 0 { item.append(" ") }
      item.append(.link(String(document + 1), target: "#d\(document + 1)"))
    }
    if documents.count < count { item.append(.text(" and \(Numbers.count(count - documents.count)) more")) }
    return item
  }

  private var table: Page.Table {
    Page.Table(
      columns: [.number("No."), .text("Title"), .text("Source"), .words("Date"), .text("Path")],
      rows: report.documents.enumerated().map { i, document in
        [
          [.anchor("d\(i + 1)"), .text(String(i + 1))], [.address(document.title ?? "(no title)", url: document.url)],
          [.text(document.publisher ?? "–")], [.text(document.day?.description ?? "–")], [.text(document.source)],
        ]
      })
  }
}
