import TestSupport
import Testing

@Suite struct DictionaryDiffTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "a/facilities.tsv",
      "id\tkind\tname\tcountry\toperator\nfac.hill\tpower-plant\tHill plant\tUS\tHillco\nfac.tower\tport\tTower port\tUS\n"
    )
    try folder.write(
      "a/facilities.surfaces.tsv",
      "id\tsurface\tcase\trequires\nfac.hill\tHill\t\t\nfac.hill\tHP\nfac.tower\tTower\tany\nfac.tower\tTower port\texact\n"
    )
    try folder.write("a/contexts.tsv", "name\tphrase\nplant\treactor\nplant\tturbine\n")
  }

  private func diff(_ arguments: String...) throws -> Program.Outcome {
    try Program.dateline.run(["dictionary", "diff"] + arguments, folder: folder.path)
  }

  /// Columns in another order, a byte-order mark, CRLF and an explicit default case policy make no difference.
  private func writeSecond() throws {
    try folder.write(
      "b/facilities.tsv",
      "\u{FEFF}id\tname\tkind\tcountry\tvalid_to\r\nfac.hill\tHill station\tpower-plant\tCA\t2001-02-03\r\nfac.new\tNew port\tport\r\n"
    )
    try folder.write(
      "b/facilities.surfaces.tsv",
      "id\tsurface\tcase\trequires\nfac.hill\tHill\tany\tnear:reactor\nfac.hill\tHP\texact\nfac.new\tNew port\t\tnear:ship*\nfac.new\tTower\n"
    )
    try folder.write("b/contexts.tsv", "name\tphrase\nplant\treactor\n")
  }

  @Test func everyDifferenceIsALineWithItsMeaning() throws {
    try writeSecond()
    let outcome = try diff("a", "b")
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        ~ fac.hill country “US” → “CA”: documents that name it lead to CA (b/facilities.tsv:2)
        ~ fac.hill name “Hill plant” → “Hill station”: printed and found under the new name; the old one only if a surface has it (b/facilities.tsv:2)
        ~ fac.hill operator “Hillco” → nothing: what is shown about it; found as before (b/facilities.tsv:2)
        ~ fac.hill valid_to nothing → “2001-02-03”: found up to 2001-02-03 (b/facilities.tsv:2)
        ~ fac.hill “Hill” case “smart” → “any”: found in any capitals (b/facilities.surfaces.tsv:2)
        ~ fac.hill “Hill” requires nothing → “near:reactor”: found only in its context (b/facilities.surfaces.tsv:2)
        + fac.new “New port”: a new entity, found by its name (b/facilities.tsv:3)
        + fac.new “New port”: its name is found in this way, where near:ship* (b/facilities.surfaces.tsv:4)
        + fac.new “Tower”: found as well (b/facilities.surfaces.tsv:5)
        - fac.tower “Tower port”: nothing leads to this entity any more (a/facilities.tsv:3)
        - fac.tower “Tower”: it means only fac.new (a/facilities.surfaces.tsv:4)
        - fac.tower “Tower port”: no longer found (a/facilities.surfaces.tsv:5)
        - $plant “turbine”: no context any more for surfaces that require $plant (a/contexts.tsv:3)
        entities: 1 added, 1 removed, 1 changed; surfaces: 2 added, 2 removed, 1 changed; context phrases: 1 removed

        """)
  }

  @Test func operatorsAreComparedWithTheirFirstDay() throws {
    let head = "id\toperator\tvalid_from\tvalid_to\n"
    try folder.write(
      "a/facilities.operators.tsv",
      head + "fac.hill\tHillco\t\t1999-12-31\nfac.hill\tOther\t2000-01-01\t2001-12-31\nfac.hill\tHillco\t2002-01-01\n")
    try folder.write(
      "c/facilities.operators.tsv", head + "fac.hill\tHillco\t\t1998-12-31\nfac.hill\tThird\t1999-01-01\n")
    #expect(
      try diff("--overlay", "a", "c").output == """
        ~ fac.hill “Hillco” valid_to “1999-12-31” → “1998-12-31”: what is shown about it for a document's day; found as before (c/facilities.operators.tsv:2)
        - fac.hill “Hillco 2002-01-01”: no longer named as its operator (a/facilities.operators.tsv:4)
        - fac.hill “Other 2000-01-01”: no longer named as its operator (a/facilities.operators.tsv:3)
        + fac.hill “Third 1999-01-01”: named as its operator, from 1999-01-01 on (c/facilities.operators.tsv:3)
        operators: 1 added, 2 removed, 1 changed

        """)
  }

  @Test func anOverlayTakesNothingAway() throws {
    try folder.write(
      "mine/facilities.surfaces.tsv", "id\tsurface\tcase\tvalid_from\nfac.hill\tTower\texact\t2001-02-03\n")
    let outcome = try diff("--overlay", "a", "mine/")
    #expect(
      outcome.output == """
        + fac.hill “Tower”: found as well, from 2001-02-03 on; it means fac.tower too (mine/facilities.surfaces.tsv:2)
        surfaces: 1 added

        """)
    #expect(outcome.status == 1)
  }

  @Test func rowsComeInTheFormatsOfQueries() throws {
    try writeSecond()
    #expect(
      try diff("--format", "tsv", "--limit", "1", "a", "b").output == """
        change\tof\tid\tsurface\tcolumn\told\tnew\tplace\tmeaning
        changed\tentity\tfac.hill\t\\N\tcountry\tUS\tCA\tb/facilities.tsv:2\tdocuments that name it lead to CA

        """)
    #expect(
      try diff("--format", "jsonl", "--limit", "1", "a", "b").output == """
        {"change":"changed","of":"entity","id":"fac.hill","surface":null,"column":"country","old":"US","new":"CA","place":"b/facilities.tsv:2","meaning":"documents that name it lead to CA"}

        """)
  }

  @Test func foldersThatAreAlikeAndFoldersThatAreNone() throws {
    let same = try diff("a", "a")
    #expect((same.status, same.output) == (0, "no difference\n"))
    try folder.write("bare/notes.txt", "none")
    try folder.write(
      "c/facilities.tsv", "id\tname\nhill\tHill\nfac.a\tA\nfac.a\tB\n")
    try folder.write("c/x.surfaces.tsv", "id\tsurface\tcase\nfac.a\tAAAA\tloud\nfac.a\tAAAA\nfac.x\t\n")
    for (arguments, errors) in [
      (["a", "gone"], ["gone: no such dictionary folder"]),
      (
        ["bare", "a"],
        [
          "bare: contains no dictionary: none of countries.tsv, organisations.tsv, facilities.tsv, places.tsv, *.surfaces.tsv, facilities.operators.tsv, contexts.tsv"
        ]
      ),
      (
        ["a", "c"],
        [
          "c/facilities.tsv:2: the id “hill” begins with none of country. org. fac. place. person. group. vessel.",
          "c/facilities.tsv:4: the id fac.a is taken by c/facilities.tsv:3",
          "c/x.surfaces.tsv:2: case is exact, smart or any, not “loud”",
          "c/x.surfaces.tsv:3: the same line is in c/x.surfaces.tsv:2",
          "c/x.surfaces.tsv:4: a line needs an id and a surface",
        ]
      ),
    ] {
      let outcome = try diff(arguments[0], arguments[1])
      #expect(outcome.status == 65 && outcome.output == "")
      #expect(outcome.errors.split(separator: "\n").map(String.init) == errors.map { "dateline: \($0)" })
    }
  }
}
