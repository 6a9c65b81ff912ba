import Foundation
import TestSupport
import Testing

/// An archive of twelve weeks in which one topic rises, and the page that reports it.
@Suite struct MovementTests {
  @Test func whatRoseIsExplained() throws {
    let folder = try TemporaryFolder()
    try folder.write("names/facilities.tsv", "id\tkind\tname\tcountry\nfac.tide-mill\tmill\tTide Mill\tNL\n")
    try folder.write(
      "names/facilities.surfaces.tsv", "id\tsurface\tcase\trequires\nfac.tide-mill\tTide Mill\tsmart\t\n")
    try folder.write(
      "p.yaml",
      """
      name: p
      archive: [archive]
      dictionaries: [names]
      topics: []
      database: p.sqlite
      reports: reports
      trends:
        unit: documents
      """)
    try folder.write("archive/wire.jsonl", (1...12).flatMap(Self.week).joined(separator: "\n") + "\n")
    let run = try Program.dateline.run(["run", "p.yaml"], folder: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let page = try String(contentsOfFile: folder.path + "/reports/2024-W11.md", encoding: .utf8)
    // 10 of 20 documents, whereas one in twenty was usual.
    #expect(page.contains("\n| Tide Mill | ▲ rising"), "\(page)")
    #expect(page.contains(" | [10](#changes-1) | 10 | 1.0 | 50.0\u{A0}% | +45.0 | "), "\(page)")
    let why = try #require(page.components(separatedBy: "\n## Reasons for the changes\n").dropFirst().first)
      .components(separatedBy: "\n## ")[0]
    #expect(why.contains("Tide Mill"), "\(why)")
    #expect(
      why.contains(
        "Difference from the expected number of documents: +4.0 from sources that also had it before, +5.0 from new sources. "
          + "Largest differences: New Wire 5 (0.0 expected); North Wire 5 (1.0 expected).\n"), "\(why)")
    #expect(
      why.contains(
        "More frequent in its 10 documents than in its 10 documents of the weeks before: words collapsed, embankment, flooded, floods.\n"
      ), "\(why)")
    #expect(why.contains("- **Mill floods**, 2024-03-11"), "\(why)")
    // The neighbouring weeks have no changes, and neither does the first week, which has none before it.
    for week in ["2024-W01", "2024-W10"] {
      let other = try String(contentsOfFile: folder.path + "/reports/\(week).md", encoding: .utf8)
      #expect(!other.contains("rising") || !other.contains("▲"), "\(week)")
    }
  }

  /// Twenty records on five days. One of them is about the mill; in the eleventh week ten are.
  private static func week(_ week: Int) -> [String] {
    (0..<20).map { number in
      let day = 1 + (week - 1) * 7 + number % 5
      let isMill = number == 0 || (week == 11 && number < 10)
      let isFlood = week == 11 && isMill
      let text =
        isFlood
        ? "The Tide Mill flooded: an embankment collapsed."
        : isMill ? "The Tide Mill was painted by hand." : "Rain fell on hill \(week * 20 + number) all day."
      return #"{"id":"\#(week)-\#(number)","title":"\#(isFlood ? "Mill floods" : "Notes \(week * 20 + number)")","#
        + #""published":"\#(date(dayOfYear: day))","#
        + #""publisher":"\#(isFlood && number % 2 == 1 ? "New Wire" : "North Wire")","text":"\#(text)"}"#
    }
  }

  /// A date in 2024, which began on a Monday.
  private static func date(dayOfYear: Int) -> String {
    var (month, day) = (1, dayOfYear)
    while day > [31, 29, 31][month - 1] { (month, day) = (month + 1, day - [31, 29, 31][month - 1]) }
    return "2024-0\(month)-" + (day < 10 ? "0" : "") + "\(day)"
  }
}
