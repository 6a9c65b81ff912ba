import Foundation
import TestSupport
import Testing

/// The complete output of `dateline check` for dictionary folders with one fault each.
@Suite struct DictionaryCheckTests {
  private static let organisations = "id\tkind\tname\torg.a\tcompany\tAbax Mills\norg.b\tcompany\tBolo Works\n"
    .replacing("name\t", with: "name\n")
  private static let surfaces = "id\tsurface\tcase\trequires\n"

  private func check(_ files: [String: String], second: [String: String] = [:]) throws -> (
    status: Int32, errors: [String]
  ) {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write("names/" + name, text) }
    for (name, text) in second { try folder.write("more/" + name, text) }
    try folder.write(
      "p.yaml",
      "archive: .\ndatabase: p.sqlite\nreports: reports\ndictionaries: [names\(second.isEmpty ? "" : ", more")]\ntopics: []\n"
    )
    let outcome = try Program.dateline.run(["check", "p.yaml"], folder: folder.path)
    return (outcome.status, outcome.errors.split(separator: "\n").map { String($0.dropFirst("dateline: ".count)) })
  }

  @Test(arguments: [
    (
      "organisations.tsv", organisations + "org.b\tcompany\tBolo Again\n",
      "names/organisations.tsv:4: the id org.b is taken by names/organisations.tsv:3"
    ),
    (
      "organisations.surfaces.tsv", surfaces + "org.a\tMill Works\norg.b\tMill Works\n",
      "names/organisations.surfaces.tsv:3: “Mill Works” is org.a in names/organisations.surfaces.tsv:2 as well, and neither line requires context"
    ),
    (
      "organisations.surfaces.tsv", surfaces + "org.a\tmill works\tany\norg.b\tMill Works\n",
      "names/organisations.surfaces.tsv:3: “Mill Works” is org.a in names/organisations.surfaces.tsv:2 as well, and neither line requires context"
    ),
    (
      "organisations.surfaces.tsv", surfaces + "org.a\tSummer\n",
      "names/organisations.surfaces.tsv:2: “Summer” is an everyday word: a sentence that begins with it, or a headline, would name org.a; it needs context"
    ),
    (
      "organisations.surfaces.tsv", surfaces + "org.a\tSUMMER\tany\n",
      "names/organisations.surfaces.tsv:2: “SUMMER” is an everyday word: it needs context or a case policy"
    ),
    (
      "organisations.surfaces.tsv", surfaces + "org.a\tAbx\tsmart\n",
      "names/organisations.surfaces.tsv:2: “Abx” is short: give it the case policy exact (a name, in a surfaces line of its own), or context"
    ),
    (
      "organisations.surfaces.tsv", surfaces + "org.a\tMills\t\tnear:@kind:regulator|mill\n",
      "names/organisations.surfaces.tsv:2: requires: no entity is of the kind regulator"
    ),
    (
      "organisations.surfaces.tsv", surfaces + "org.a\tMills\t\tnear:@org.c\n",
      "names/organisations.surfaces.tsv:2: requires: no dictionary has the id org.c"
    ),
    (
      "organisations.surfaces.tsv", surfaces + "org.a\tMills\t\tnear:@type:firm\n",
      "names/organisations.surfaces.tsv:2: requires: no type “firm”"
    ),
    (
      "organisations.surfaces.tsv", surfaces + "org.a\tMills\t\tnear:$mill\n",
      "names/organisations.surfaces.tsv:2: requires: contexts.tsv has no set mill"
    ),
    (
      "organisations.surfaces.tsv", surfaces + "org.c\tMills\n",
      "names/organisations.surfaces.tsv:2: no dictionary has the id org.c"
    ),
    (
      "facilities.tsv", "id\tkind\tname\tpart_of\nfac.a\tmill\tAbax Mill\tfac.b\n",
      "names/facilities.tsv:2: part_of: no dictionary has the id fac.b"
    ),
    (
      "facilities.tsv", "id\tkind\tname\tpart_of\nfac.a\tmill\tAbax Mill\tfac.a\n",
      "names/facilities.tsv:2: part_of is the line's own id"
    ),
    (
      "facilities.tsv",
      "id\tkind\tname\toperator\nfac.a\tmill\tAbax Mill\torg.c\nfac.b\tmill\tBolo Mill\tBolo & Sons\n",
      "names/facilities.tsv:2: operator: no dictionary has the id org.c"
    ),
    (
      "places.tsv", "id\tkind\tname\tcountry\nplace.a\ttown\tAbaxford\tXX\n",
      "names/places.tsv:2: country: no country has the code XX"
    ),
    (
      "vetoes.yaml", "- id: mills\n  entity: org.c\n  scope: span\n  phrases: [wind mills]\n",
      "names/vetoes.yaml:2:11: no dictionary has the id org.c"
    ),
    (
      "patterns/a.yaml", "patterns:\n  - id: x\n    type: organisation\n    pattern: zork <start>\n",
      "names/patterns/a.yaml:2: x: <start> is allowed only in left and not_left"
    ),
    (
      "patterns/a.yaml",
      "patterns:\n  - id: x\n    type: organisation\n    pattern: ((((zork){12,12}){12,12}){12,12}){12,12}\n",
      "names/patterns/a.yaml:2: x: pattern has more than 128 elements"
    ),
    (
      "patterns/a.yaml",
      "patterns:\n  - id: x\n    type: organisation\n    pattern: ((((((((((((((((((((((((((((((((((((((((\n",
      "names/patterns/a.yaml:4:14: pattern “((((((((((((((((((((((((((((((((((((((((”: brackets deeper than 32"
    ),
    (
      "patterns/suggestion-cues.tsv", "where\tword\ttype\tkind\tweight\nbeside\tmill\tfacility\tmill\t2\n",
      "names/patterns/suggestion-cues.tsv:2: where is one of first, last, before, after, never, alone, not “beside”"
    ),
  ])
  func isAnError(file: String, text: String, message: String) throws {
    let base = [
      "organisations.tsv": Self.organisations,
      "countries.tsv": "id\tkind\tname\tcountry\ncountry.fd\tstate\tFreedonia\tFD\n",
      "patterns/words/common-words.txt": "summer\nmill\n",
    ]
    let outcome = try check(base.merging([file: text]) { $1 })
    #expect(outcome.errors == [message])
    #expect(outcome.status == 65)
  }

  @Test(arguments: [
    (
      "organisations.tsv", "id\tkind\tname\norg.b\tcompany\tBolo Works\norg.a\tcompany\tAbax Mills\n",
      "names/organisations.tsv:3: warning: not in order of id: org.a comes after org.b"
    ),
    (
      "organisations.surfaces.tsv", surfaces + "org.a\tMills\norg.a\tAbax\n",
      "names/organisations.surfaces.tsv:3: warning: not in order of surface: Abax comes after Mills"
    ),
    (
      "facilities.operators.tsv", "id\toperator\nfac.mill-2\tAcme\nfac.mill-1\tAcme\n",
      "names/facilities.operators.tsv:3: warning: not in order of id: fac.mill-1 comes after fac.mill-2"
    ),
    (
      "vetoes.yaml", "- id: mills\n  entity: org.a\n  scope: span\n  phrases: [wind mills, Bolo Works]\n",
      "names/vetoes.yaml:1: warning: the veto mills none of its phrases contains one of its surfaces, which the scope span requires"
    ),
    (
      "vetoes.yaml", "- id: mills\n  entity: org.a\n  type: place\n  scope: sentence\n  phrases: [wind]\n",
      "names/vetoes.yaml:1: warning: the veto mills is for entities that are of none of its types"
    ),
    (
      "vetoes.yaml", "- id: mills\n  entity: org.a\n  surface: Bolo Works\n  scope: sentence\n  phrases: [wind]\n",
      "names/vetoes.yaml:1: warning: the veto mills its surfaces belong to none of its entities and types"
    ),
    ("facilities.surfaces.tsv", "", "names/facilities.surfaces.tsv: warning: has no line, so nothing is read from it"),
    ("mine.tsv", "", "names/mine.tsv: warning: has no line, so nothing is read from it"),
    (
      "mine.tsv", "key\tname\norg.c\tCorvo Works\n",
      "names/mine.tsv: warning: is not read: it has no columns id and name"
    ),
    (
      "vetoes.yaml", "- id: mills\n  surface: Windmill\n  scope: span\n  phrases: [wind mills]\n",
      "names/vetoes.yaml:1: warning: the veto mills is for surfaces that no dictionary writes"
    ),
  ])
  func isAWarning(file: String, text: String, message: String) throws {
    let base = [
      "organisations.tsv": Self.organisations,
      "facilities.tsv": "id\tkind\tname\nfac.mill-1\tmill\tNorth Windmill\nfac.mill-2\tmill\tSouth Windmill\n",
    ]
    let outcome = try check(base.merging([file: text]) { $1 })
    #expect(outcome.errors == [message])
    #expect(outcome.status == 0)
  }

  @Test(arguments: [
    "org.a\tWHO\n", "org.a\teSummer\n", "org.a\tAbx\n", "org.a\tSummer\t\tnear:mill\n",
    "org.a\tMill Works\texact\norg.b\tMILL WORKS\texact\n", "org.a\tMill Works\norg.b\tMill Works\t\tnear:Bolo\n",
  ])
  func isNoFault(lines: String) throws {
    let outcome = try check([
      "organisations.tsv": Self.organisations, "organisations.surfaces.tsv": Self.surfaces + lines,
      "patterns/words/common-words.txt": "summer\nmill\nwho\n",
    ])
    #expect(outcome.errors == [])
    #expect(outcome.status == 0)
  }

  /// The line has no case policy, as `dictionary suggest` writes it.
  @Test func aShortNameIsMatchedAsItIsWritten() throws {
    let names = Self.organisations + "org.c\tcompany\tAbx\n"
    #expect(try check(["organisations.tsv": names]).errors == [])
    let folder = try TemporaryFolder()
    try folder.write("names/organisations.tsv", names)
    try folder.write("archive/a.txt", "The firm Abx met ABX and ABx again.")
    try folder.write(
      "p.yaml", "archive: archive\ndatabase: p.sqlite\nreports: reports\ndictionaries: [names]\ntopics: []\n")
    let annotated = try Program.dateline.run(["annotate", "--pipeline", "p.yaml", "archive"], folder: folder.path)
    #expect(annotated.output.components(separatedBy: "\"entity\"").count == 2, "\(annotated.output)")
    #expect(annotated.output.contains("\"surface\":\"Abx\""))
  }

  /// Files with any name are read, so faults in their lines are found.
  @Test func entitiesMayStandInAFileOfAnyName() throws {
    let files = ["organisations.tsv": Self.organisations]
    let good = "id\tkind\tname\norg.c\tcompany\tCorvo Works\nplace.d\ttown\tDunbarrow\n"
    #expect(try check(files, second: ["mynames.tsv": good]).errors == [])
    let taken = try check(files, second: ["more.tsv": good, "mynames.tsv": good])
    #expect(
      taken.errors == [
        "more/mynames.tsv:2: the id org.c is taken by more/more.tsv:2",
        "more/mynames.tsv:3: the id place.d is taken by more/more.tsv:3",
      ])
  }

  @Test func aFaultNamesTheFolderThatItIsIn() throws {
    let outcome = try check(
      ["organisations.tsv": Self.organisations], second: ["organisations.tsv": "id\tkind\tname\norg.c\tcompany\n"])
    #expect(outcome.errors == ["more/organisations.tsv:2: a line needs an id and a name"])
  }

  /// Faults that `check` rejects are only warnings in other commands.
  @Test func aRunWarnsOfFaultsInTheUsersDictionaries() throws {
    let folder = try TemporaryFolder()
    try folder.write("names/organisations.tsv", Self.organisations + "org.c\tcompany\tSummer\n")
    try folder.write("names/patterns/words/common-words.txt", "summer\n")
    try folder.write("archive/a.txt", "Abax Mills met again.")
    try folder.write(
      "p.yaml", "archive: archive\ndatabase: p.sqlite\nreports: reports\ndictionaries: [names]\ntopics: []\n")
    let warning =
      "dateline: names/organisations.tsv:4: warning: “Summer” is an everyday word: a sentence that begins with it, or a headline, would name org.c; it needs context\n"
    let run = try Program.dateline.run(["run", "p.yaml"], folder: folder.path)
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix(warning), "\(run.errors)")
    #expect(try Program.dateline.run(["run", "--quiet", "p.yaml"], folder: folder.path).errors == "")
    let annotated = try Program.dateline.run(["annotate", "--pipeline", "p.yaml", "archive"], folder: folder.path)
    #expect((annotated.status, annotated.errors) == (0, warning))
  }
}
