import Foundation
import TestSupport
import Testing

/// Sheets are written from a database, marked, and evaluated.
@Suite("Audits on the command line")
struct AuditTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("names/facilities.tsv", "id\tkind\tname\tcountry\nfac.tide-mill\tmill\tTide Mill\tNL\n")
    try folder.write(
      "names/facilities.surfaces.tsv", "id\tsurface\tcase\trequires\nfac.tide-mill\tTide Mill\tsmart\t\n")
    try folder.write(
      "p.yaml",
      "name: p\narchive: [archive]\ndictionaries: [names]\ntopics: []\ndatabase: p.sqlite\nreports: reports\n")
    let lines = (0..<30).map { number in
      #"{"id":"\#(number)","date":"2024-05-\#(number % 9 + 10)","title":"Notes \#(number)","text":"On day \#(number) the Tide Mill was \"painted\"."}"#
    }
    try folder.write("archive/a.jsonl", lines.joined(separator: "\n") + "\n")
    let run = try self.run("run", "--quiet", "p.yaml")
    #expect(run.status == 0, "\(run.errors)")
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.dateline.run(arguments, folder: folder.path)
  }

  @Test func aSheetIsMarkedAndEvaluated() throws {
    let outcome = try run("audit", "names", "--n", "5", "--seed", "7")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try run("audit", "names", "--n", "5", "--seed", "7").output == outcome.output)
    var lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "# dateline audit names: 5 of 30 that count, seed 7")
    #expect(lines.count == 9 && lines[4].contains("the ⟦Tide Mill⟧ was \"\"painted\"\"."), "\(lines)")
    for (line, mark) in zip(4..., ["y", "y", "n", "y"]) { lines[line] = mark + lines[line] }
    try folder.write("sheet.tsv", lines.joined(separator: "\n") + "\n")
    let score = try run("audit", "score", "sheet.tsv", "--format", "csv")
    #expect(score.status == 0, "\(score.errors)")
    #expect(
      score.output.replacing("\r\n", with: "\n") == """
        group,value,right,wrong,open,precision,low,high
        all,"",3,1,1,0.75,0.301,0.954
        type,facility,3,1,1,0.75,0.301,0.954
        rule,dictionary facilities.surfaces.tsv,3,1,1,0.75,0.301,0.954

        """)
    try folder.write("sheet.tsv", lines.joined(separator: "\n").replacing("\ny\t", with: "\nperhaps\t") + "\n")
    let broken = try run("audit", "score", "sheet.tsv")
    #expect(broken.status == 65)
    #expect(broken.errors.contains("sheet.tsv:5: expected y, n or ? in the column mark, not 'perhaps'"))
  }

  @Test func frequentNamesAndOtherKinds() throws {
    let frequent = try run("audit", "frequent", "--n", "3", "--type", "facility")
    #expect(frequent.status == 0)
    #expect(frequent.output.contains("\n\t\t1\tfacility\tTide Mill\t30\tTide Mill\t"), "\(frequent.output)")
    for kind in ["topics", "countries"] {
      let sheet = try run("audit", kind)
      #expect(sheet.status == 0 && sheet.output.contains("\nmark\ttype\t"), "\(sheet.errors)")
    }
    #expect(try run("audit", "names", "--n", "0").status == 64)
    #expect(try run("audit", "score", "nothing.tsv").status == 65)
  }
}
