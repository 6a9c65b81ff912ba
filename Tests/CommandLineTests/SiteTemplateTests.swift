import Foundation
import TestSupport
import Testing

/// Text that a site repeats on its pages is labelled as template, whatever the order in which the pages are read. All
/// pages are invented.
@Suite struct SiteTemplateTests {
  private static let towns = ["Arlen", "Brookfield", "Carden", "Dunmore"]

  /// A page with two paragraphs of its own, a line of the site between them with a date, and the headline of another
  /// page.
  private static func page(_ index: Int) -> String {
    let town = towns[index]
    let next = towns[(index + 1) % towns.count]
    return """
      <html><head><link rel=canonical href="https://valley.example/\(town)"></head><body><main>
      <h1>Bridge of \(town) is open again</h1>
      <p>The bridge of \(town) was opened again on Monday by the mayor, after \(index + 2) months of work on its piers.</p>
      <p>Our reporters can be reached day and night, and since \(index + 1) March 2024 by telephone too.</p>
      <p>Bridge of \(next) is open again</p>
      <p>Traffic in \(town) had to go by the northern road for all that time, to the sorrow of the shops in the old town.</p>
      </main></body></html>
      """
  }

  /// Returns the zone and reason of every block in the archive, after runs that each find additional pages.
  private func zones(_ steps: [[Int]], jobs: Int) throws -> String {
    let folder = try TemporaryFolder()
    let database = folder.path + "/a.sqlite"
    for pages in steps {
      for index in pages { try folder.write("archive/\(Self.towns[index]).html", Self.page(index)) }
      let run = try Program.dateline.run([
        "run", Repository.path + "/Pipelines/default.yaml", folder.path + "/archive", "--database", database,
        "--reports",
        folder.path + "/reports", "--jobs", "\(jobs)",
      ])
      #expect(run.status == 0, "\(run.errors)")
    }
    let query = """
      SELECT d.source, b.position, b.zone, b.reason,
        coalesce(b.text, substr(t.text, b.start_byte + 1, b.end_byte - b.start_byte))
      FROM block b JOIN document d ON d.id = b.document LEFT JOIN document_text t ON t.document = d.id
      ORDER BY d.source, b.position
      """
    return try Program.dateline.run(["query", "sql", query, "--database", database, "--format", "tsv"]).output
  }

  @Test func repeatedLinesAreFurnitureWheneverTheirPagesCame() throws {
    let whole = try zones([[0, 1, 2, 3]], jobs: 1)
    #expect(whole.contains("on 4 of the site's 4 pages"), "\(whole)")
    let lines = whole.split(separator: "\n")
    let site = lines.filter { $0.contains("Our reporters") }
    #expect(site.count == 4 && site.allSatisfy { $0.contains("\tfooter\ton 4 of the site's 4 pages\t") }, "\(site)")
    let own = lines.filter { $0.contains("Traffic in") || $0.contains("was opened again") }
    #expect(own.count == 8 && own.allSatisfy { $0.contains("\tbody\t") }, "\(own)")
    let teaser = lines.filter { $0.contains("\tteaser\theadline of ") }
    #expect(teaser.count == 4, "\(whole)")
    #expect(
      teaser.contains { $0.hasPrefix("archive/Arlen.html\t") && $0.contains("headline of archive/Brookfield.html") },
      "\(teaser)")

    #expect(try zones([[0, 1, 2, 3]], jobs: 4) == whole)
    // Two pages are not enough to find a template. When the others are added, the first two are labelled again.
    #expect(try zones([[2, 0], [3, 1]], jobs: 2) == whole)
    #expect(try zones([[3], [2], [1], [0]], jobs: 1) == whole)
  }

  /// Returns the main text of each document in an archive of pages, and the problems.
  private func texts(_ pages: [String: String]) throws -> (texts: [String], problems: String, status: Int32) {
    let folder = try TemporaryFolder()
    for (name, page) in pages { try folder.write("archive/\(name).html", page) }
    let database = folder.path + "/a.sqlite"
    let run = try Program.dateline.run([
      "run", "default", folder.path + "/archive", "--database", database, "--reports", folder.path + "/reports",
    ])
    let query = "SELECT source, replace(text, char(10), ' ') FROM v_documents ORDER BY source"
    let rows = try Program.dateline.run(["query", "sql", query, "--database", database, "--format", "tsv"]).output
    let problems = try Program.dateline.run(["query", "problems", "--database", database, "--format", "tsv"]).output
    return (rows.split(separator: "\n").dropFirst().map(String.init), problems, run.status)
  }

  private static func article(_ paragraphs: [String], headline: String = "Ferry lines merge", url: String? = nil)
    -> String
  {
    let link = url.map { "<link rel=canonical href=\"\($0)\">" } ?? ""
    let body = paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
    return "<html><head>\(link)</head><body><main><h1>\(headline)</h1>\(body)</main></body></html>"
  }

  /// Paragraphs that occur for no other place.
  private static func story(of place: String) -> [String] {
    [
      "The two ferry lines of \(place) will be one company from the summer on, their owners said on Tuesday evening.",
      "Passengers from \(place) pay the same fares as before, and the night boats go on for at least another year.",
      "Of the nine ships that call at \(place), seven stay; the oldest two are to be sold to a yard in the south.",
    ]
  }

  /// Five crawls of one address with different boxes next to the text, and two other articles.
  @Test func crawlsOfOneAddressAreOneText() throws {
    var pages: [String: String] = [:]
    for crawl in 0..<5 {
      pages["crawl\(crawl)"] = Self.article(
        Self.story(of: "Carden") + [
          "On day \(crawl) the readers of this page asked for \(Self.towns[crawl % 4]) most."
        ],
        url: "https://valley.example/ferry")
    }
    for town in ["Arlen", "Dunmore"] {
      pages[town] = Self.article(
        Self.story(of: town), headline: "\(town) has a say", url: "https://valley.example/\(town)")
    }
    let found = try texts(pages)
    #expect(found.texts.count == 7 && found.texts.allSatisfy { $0.contains("night boats") }, "\(found.texts)")
    #expect(found.status == 0 && !found.problems.contains("template"), "\(found.problems)")
  }

  /// One agency's text in six papers, none of which names the agency.
  @Test func oneTextInManyPapersIsNoTemplate() throws {
    var pages: [String: String] = [:]
    for paper in 0..<6 {
      pages["paper\(paper)"] = Self.article(
        Self.story(of: "Carden"), headline: "Ferries: \(Self.towns[paper % 4]) reacts")
    }
    let found = try texts(pages)
    #expect(found.texts.count == 6 && found.texts.allSatisfy { $0.contains("night boats") }, "\(found.texts)")
    #expect(found.status == 0, "\(found.problems)")
  }

  /// Copies do not hide the real template of a site: the line that different articles share is still found.
  @Test func aTemplateIsFoundBesideCopies() throws {
    let line = "Write to the desk of this paper by post, and add the name of your street and your house."
    var pages: [String: String] = [:]
    for copy in 0..<4 {
      pages["copy\(copy)"] = Self.article(Self.story(of: "Carden") + [line], url: "https://valley.example/carden")
    }
    for town in Self.towns where town != "Carden" {
      pages[town] = Self.article(
        Self.story(of: town) + [line], headline: "\(town) has a say", url: "https://valley.example/\(town)")
    }
    let found = try texts(pages)
    #expect(
      found.texts.allSatisfy { $0.contains("night boats") && !$0.contains("Write to the desk") }, "\(found.texts)")
    #expect(found.status == 0, "\(found.problems)")
  }

  /// An article that consists mostly of the site's template keeps all of its text, and a problem reports it.
  @Test func whatIsMostlyTemplateIsKeptAndNamed() throws {
    let line = "Write to the desk of this paper by post, and add the name of your street and your house."
    var pages: [String: String] = [:]
    for town in Self.towns {
      pages[town] = Self.article(
        Self.story(of: town) + [line], headline: "\(town) has a say", url: "https://valley.example/\(town)")
    }
    pages["brief"] = Self.article(
      [line, "Elsewhere no ships sailed for want of wind."], headline: "No wind", url: "https://valley.example/brief")
    let found = try texts(pages)
    let brief = found.texts.filter { $0.hasPrefix("archive/brief") }
    #expect(
      brief.count == 1 && brief[0].contains("Write to the desk") && brief[0].contains("no ships"), "\(found.texts)")
    #expect(found.texts.count { $0.contains("Write to the desk") } == 1, "\(found.texts)")
    #expect(found.status == 3 && found.problems.contains("archive/brief.html\t\ttemplate\t"), "\(found.problems)")
  }

  /// A brief whose one sentence another page has as its headline is no list of headlines.
  @Test func aBriefThatIsAnotherPagesHeadlineKeepsItsText() throws {
    let sentence = "The ferry company of Carden has asked for a second berth in the old harbour."
    var pages = ["brief": Self.article([sentence], headline: "In short", url: "https://valley.example/brief")]
    for town in Self.towns {
      pages[town] = Self.article(
        Self.story(of: town), headline: town == "Carden" ? sentence : "\(town) has a say",
        url: "https://valley.example/\(town)")
    }
    let found = try texts(pages)
    #expect(found.texts.contains { $0.hasPrefix("archive/brief") && $0.contains("second berth") }, "\(found.texts)")
    #expect(found.status == 0 && !found.problems.contains("template"), "\(found.problems)")
  }

  @Test func twoPagesTellNothing() throws {
    let zones = try zones([[0, 1]], jobs: 1)
    #expect(!zones.contains("of the site's"))
  }
}
