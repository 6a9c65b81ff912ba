import Foundation
import TestSupport
import Testing

/// The page vocabulary is a dictionary as the others are: `check` names its faults, and a run depends on its lines.
@Suite struct PageVocabularyRunTests {
  /// The shipped data, of which the page vocabulary may be changed.
  private let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    try home.makeFolder("Dictionaries")
    try home.makeFolder("Pipelines")
    let shipped = Repository.path + "/Dictionaries"
    for name in try FileManager.default.contentsOfDirectory(atPath: shipped) where name != "pages" {
      try home.link("Dictionaries/" + name, to: shipped + "/" + name)
    }
    try FileManager.default.copyItem(atPath: shipped + "/pages", toPath: home.path + "/Dictionaries/pages")
    try home.write("Pipelines/default.yaml", "archive: news\ndictionaries: names\ntopics: []\n")
    try home.write("Pipelines/names/organisations.tsv", "id\tkind\tname\norg.a\tcompany\tAbax Mills\n")
    try home.write("Pipelines/news/a.txt", "A title of the day\n\nThe gate was opened by Abax Mills.\n")
  }

  private func dateline(_ arguments: [String]) throws -> Program.Outcome {
    try Program(path: "/usr/bin/env").run(
      ["DATELINE_HOME=\(home.path)", Program.dateline.path] + arguments, folder: home.path)
  }

  private func add(_ line: String) throws {
    let file = "Dictionaries/pages/phrases.tsv"
    try home.write(file, try String(contentsOfFile: home.path + "/" + file, encoding: .utf8) + line + "\n")
  }

  @Test func anEditedFileMakesARunCleanAgain() throws {
    let run = ["run", "default", "--database", "a.sqlite", "--reports", "reports"]
    #expect(try dateline(run).errors.contains("(1 read now, "))
    #expect(try dateline(run).errors.contains("(0 read now, "))
    try add("wider reading\trelated\ten\topening")
    #expect(try dateline(run).errors.contains("(1 read now, "))
    try home.write("Pipelines/names/pages/phrases.tsv", Self.danish)
    #expect(try dateline(run).errors.contains("(1 read now, "))
    #expect(try dateline(run).errors.contains("(0 read now, "))
  }

  private static let danish = "phrase\tmeaning\tlanguage\tposition\ntil forsiden\trelated\tda\topening\n"

  /// A file of the user's folder needs only the lines and columns that it adds.
  @Test func aPhraseInAFolderOfTheUserEndsAnArticle() throws {
    let paragraph = "The council approved the harbour budget on Monday, and the mayor thanked everybody who had come."
    let page =
      "<article>" + String(repeating: "<p>\(paragraph)</p>", count: 5)
      + "<p>Til forsiden, hvor du finder havnens historie fra middelalderen til vore dage i <a href='/b'>billeder</a></p></article>"
    try home.write("Pipelines/news/b.html", "<html><body>\(page)</body></html>")
    let clean = ["clean", "--pipeline", "default", "Pipelines/news/b.html"]
    #expect(try dateline(clean).output.contains("Til forsiden"))
    try home.write("Pipelines/names/pages/phrases.tsv", Self.danish)
    #expect(try !dateline(clean).output.contains("Til forsiden"))
    #expect(try dateline(["check"]).status == 0)
    try home.write("Pipelines/names/pages/phrases.tsv", Self.danish + "læs nu\tpointer\tda\topening\n")
    let outcome = try dateline(["check"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("names/pages/phrases.tsv:3: “pointer” is no meaning"))
  }

  @Test func checkNamesAFaultyLineBesideThoseOfOtherFiles() throws {
    #expect(try dateline(["check"]).status == 0)
    try add("wider reading\tpointer\ten\topening")
    try home.write("Pipelines/names/organisations.tsv", "id\tkind\tname\norg.a\tcompany\tAbax\norg.a\tcompany\tBax\n")
    let outcome = try dateline(["check"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("Dictionaries/pages/phrases.tsv:") && outcome.errors.contains("is no meaning"))
    #expect(outcome.errors.contains("the id org.a is taken"))
    #expect(try dateline(["clean", "Pipelines/news"]).status == 65)
  }
}
