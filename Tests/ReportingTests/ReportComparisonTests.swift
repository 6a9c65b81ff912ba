import NewsModel
import Reporting
import Testing

@Suite struct ReportComparisonTests {
  static let page = ReportPages.files(for: SyntheticReport.report())[0]

  private func differences(_ change: (String) -> String) -> [String] {
    let changed = Array(change(String(decoding: Self.page.bytes, as: UTF8.self)).utf8)
    return ReportComparison.differences(path: Self.page.path, found: changed, recomputed: Self.page.bytes)
  }

  @Test func theSameReportHasNone() {
    #expect(differences { $0 }.isEmpty)
  }

  @Test func aNumberIsNamedByWhatItCounts() {
    let found = differences { $0.replacing("[23](#topic-4)", with: "[24](#topic-4)") }
    #expect(found == ["2013-W05.md: Topics, Waste, Documents: report “[24](#topic-4)”, database “[23](#topic-4)”"])
  }

  @Test func aRowTooFewAndOneTooMany() {
    let found = differences { page in
      page.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("| Documents | 80") }
        .joined(separator: "\n").replacing("## Pairs\n", with: "## Pairs\n\nA line of someone's own.\n")
    }
    #expect(
      found == [
        "2013-W05.md: Pairs, text: report “A line of someone's own.”, database “Names that occur in the same documents more often than by chance. NPMI is 0 for chance and 1 for names that always occur together.”",
        "2013-W05.md: Pairs, text (2): report “Names that occur in the same documents more often than by chance. NPMI is 0 for chance and 1 for names that always occur together.”, database nothing",
        "2013-W05.md: The week at a glance, Documents, This week: report nothing, database “80”",
        "2013-W05.md: The week at a glance, Documents, Week before: report nothing, database “84”",
      ])
  }

  @Test func otherHashesAreNamed() {
    let found = differences { $0.replacing("9f2c41d07a5be361", with: "0000000000000000") }
    #expect(
      found == [
        "2013-W05.md: front matter, archive-hash: report “\"0000000000000000\"”, database “\"9f2c41d07a5be361\"”"
      ])
  }

  @Test func bytesThatNoRowHolds() {
    let found = differences { $0 + "\n" }
    #expect(found.count == 1 && found[0].hasSuffix("report “”, database does not have this line"))
    let file = ReportComparison.differences(
      path: "csv/topics.csv", found: Array("a\nb\n".utf8), recomputed: Array("a\nc\n".utf8))
    #expect(file == ["csv/topics.csv: line 2: report “b”, database “c”"])
  }
}
