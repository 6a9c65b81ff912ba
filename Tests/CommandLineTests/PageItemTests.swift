import Foundation
import TestSupport
import Testing

/// An archive of pages with many items, and a site that changes its layout. All pages are invented.
@Suite struct PageItemTests {
  private static func item(_ number: Int, _ title: String, _ day: String) -> String {
    """
    <a name=n\(number)></a><table><tr><td>Incident</td><td>Report Number: \(number)</td></tr>
    <tr><td>Facility: Bruce nuclear power plant<br>Country: Canada<br>Officer on Duty: BORIS JOHNSON<br>
    Report Date: \(day)<br>Phone: 555 01 02</td></tr></table><p>\(title)</p>
    <p>The pump of the building was stopped by its operators, and a second one was started within the hour.</p>
    """
  }

  private func run(_ folder: TemporaryFolder, _ pipeline: String) throws -> (status: Int32, database: String) {
    let file = try folder.write("p.yaml", pipeline)
    let database = folder.path + "/a.sqlite"
    let run = try Program.dateline.run([
      "run", file, folder.path + "/archive", "--database", database, "--reports", folder.path + "/reports",
    ])
    return (run.status, database)
  }

  private func query(_ database: String, _ words: String...) throws -> [String] {
    try Program.dateline.run(["query"] + words + ["--database", database, "--format", "tsv"]).output
      .split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func itemsAreDocuments() throws {
    let folder = try TemporaryFolder()
    let page = { (body: String) in
      "<html lang=en><body><h1>Log of the 5th of May 2014</h1><time datetime=2014-05-05></time>\(body)</body></html>"
    }
    try folder.write(
      "archive/log.html",
      page(
        Self.item(7001, "PUMP STOPPED IN THE MORNING", "05/04/2014")
          + Self.item(7002, "PUMP STOPPED AT NIGHT", "05/05/2014")))
    try folder.write("archive/single.html", page(Self.item(7003, "PUMP STOPPED AGAIN AT NOON", "05/05/2014")))
    let items = "items: [{pages: '*/single.html', label: Report Number}]"
    let (status, database) = try run(folder, "name: log\n\(items)\n")
    #expect(status == 0)
    #expect(
      try query(database, "sql", "SELECT source, published, published_by, title FROM document ORDER BY source") == [
        "archive/log.html#7001\t2014-05-04\tfield report date\tPUMP STOPPED IN THE MORNING",
        "archive/log.html#7002\t2014-05-05\tfield report date\tPUMP STOPPED AT NIGHT",
        "archive/single.html#7003\t2014-05-05\tfield report date\tPUMP STOPPED AGAIN AT NOON",
      ])
    // The facility of the form counts, the person does not.
    let mentions = try query(database, "mentions", "--week", "2014-W19")
    #expect(mentions.contains { $0.contains("Bruce") } && !mentions.contains { $0.contains("JOHNSON") }, "\(mentions)")
    let explained = try Program.dateline.run([
      "explain", "archive/log.html#7001", "--surface", "Boris Johnson", "--database", database,
    ]).output
    #expect(
      explained.contains(
        "form 98..<111: Officer on Duty: BORIS JOHNSON\n      the value of a form's field, which does not count"),
      "\(explained)")
    // A run without the rule reads the page as one document again.
    #expect(try run(folder, "name: log\n").status == 0)
    #expect(
      try query(database, "sql", "SELECT source FROM document ORDER BY source") == [
        "archive/log.html#7001", "archive/log.html#7002", "archive/single.html",
      ])
  }

  @Test func aNewLayoutIsReported() throws {
    let folder = try TemporaryFolder()
    let menus = [
      ["Home page", "World news", "Sports pages", "Opinion pages", "Letters to us", "Our archive"],
      ["Start", "Latest", "Play", "Think", "Write in", "Older stories"],
    ]
    for number in 1...30 {
      let menu = menus[number < 16 ? 0 : 1].map { "<li><a href=x>\($0)</a></li>" }.joined()
      let things = String(repeating: "and one more bridge ", count: number)
      try folder.write(
        "archive/\(number + 100).html",
        """
        <html><head><link rel=canonical href="https://valley.example/\(number)"></head><body><nav><ul>\(menu)</ul></nav>
        <main><h1>Bridge number \(number)</h1><time datetime=2014-05-\(number < 10 ? "0" : "")\(number)></time>
        <p>The council has opened a bridge \(things) this year, which pleases the people of the valley.</p></main></body></html>
        """)
    }
    let (status, database) = try run(folder, "name: valley\n")
    #expect(status == 3)
    let problems = try query(database, "problems")
    #expect(problems.count == 1, "\(problems)")
    #expect(
      problems.first?.hasPrefix(
        "archive/116.html\t\tlayout\tthe site changed its layout on 2014-05-16: the 15 pages before")
        == true, "\(problems)")
  }
}
