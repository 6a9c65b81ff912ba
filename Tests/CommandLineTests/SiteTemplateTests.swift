import Foundation
import TestSupport
import Testing

/// What a site repeats from page to page is zoned as its template, whenever its pages came; every page here is invented.
@Suite struct SiteTemplateTests {
  private static let towns = ["Arlen", "Brookfield", "Carden", "Dunmore"]

  /// One page: two paragraphs of its own, a line of the site in their midst with a date of its own, and the headline of another.
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

  /// Zone and reason of every block of the archive, after runs that each find some more of its pages.
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
    // Two pages tell nothing; when the others come, the first two are judged by what they told.
    #expect(try zones([[2, 0], [3, 1]], jobs: 2) == whole)
    #expect(try zones([[3], [2], [1], [0]], jobs: 1) == whole)
  }

  @Test func twoPagesTellNothing() throws {
    let zones = try zones([[0, 1]], jobs: 1)
    #expect(!zones.contains("of the site's"))
  }
}
