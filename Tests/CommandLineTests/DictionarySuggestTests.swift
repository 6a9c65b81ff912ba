import Foundation
import TestSupport
import Testing

/// Makes a dictionary folder from an archive without manual edits.
@Suite struct DictionarySuggestTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    // The texts differ, because text that is in every document of a source is taken for its footer.
    let texts = [
      """
      Zorblax Drilling Corp opened a well near the village Quonkford. The first barrel came at noon.

      Crude from the well goes to the Quonk Refinery. Mr Jaap Westmark told reporters that it was late.
      """,
      """
      Two men were hurt when a crane fell in Quonkford, the owner, Zorblax Drilling Corp, told reporters.

      Work at the Quonk Refinery went on all night. Mr Jaap Westmark blamed the wind.
      """,
      """
      A court heard on Monday that Zorblax Drilling Corp had paid for the road to the village Quonkford.

      The judge asked Mr Jaap Westmark why the Quonk Refinery kept no books.
      """,
    ]
    for (number, text) in texts.enumerated() { try folder.write("archive/\(number).txt", text) }
    try folder.write(
      "plain.yaml",
      "archive: archive\ndatabase: a.sqlite\nreports: reports\ndictionaries: [\(Repository.path)/Dictionaries]\ntopics: []\n"
    )
    try folder.write(
      "mine.yaml",
      "archive: archive\ndatabase: b.sqlite\nreports: reports\ndictionaries: [\(Repository.path)/Dictionaries, mine]\ntopics: []\n"
    )
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.dateline.run(arguments, folder: folder.path)
  }

  @Test func aSuggestedTableIsADictionary() throws {
    let table = try run("dictionary", "suggest", "--pipeline", "plain.yaml")
    #expect((table.status, table.errors) == (0, ""))
    let rows = table.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).prefix(8).joined(separator: "|")
    }
    #expect(
      rows == [
        "id|kind|name|country|documents|mentions|sources|rests_on",
        "fac.quonk-refinery|refinery|Quonk Refinery||3|3|3|last word “refinery” 3; pattern fac.site 3",
        "org.zorblax-drilling|company|Zorblax Drilling Corp||3|3|3|last word “Corp” 3; pattern org.company-form 3",
        "place.quonkford|town|Quonkford||3|3|3|“village” before 2; “in” before 1",
      ])
    #expect(
      table.output.contains(
        "\tCrude from the well goes to the Quonk Refinery. | Work at the Quonk Refinery went on all night. | The"))

    try folder.write("mine/organisations.tsv", table.output)
    let check = try run("check", "mine.yaml")
    #expect((check.status, check.errors) == (0, ""))
    #expect(check.output.contains("nothing wrong"))

    #expect(try run("run", "--quiet", "mine.yaml").status == 0)
    let mentions = try run("query", "mentions", "--database", "b.sqlite", "--format", "tsv").output.split(
      separator: "\n"
    )
    .map { $0.split(separator: "\t") }.filter { $0[9].hasPrefix("dictionary mine/") }
    .map { "\($0[6]) \($0[7]): \($0[8]): \($0[9])" }
    #expect(
      Set(mentions) == [
        "facility fac.quonk-refinery: Quonk Refinery: dictionary mine/organisations.tsv:2",
        "organisation org.zorblax-drilling: Zorblax Drilling Corp: dictionary mine/organisations.tsv:3",
        "place place.quonkford: Quonkford: dictionary mine/organisations.tsv:4",
      ])
    #expect(mentions.count == 9)
    #expect(
      try run("dictionary", "suggest", "--pipeline", "mine.yaml").output.split(separator: "\n").count == 1,
      "what is in a dictionary now is suggested no more")
  }

  @Test func namesAreChosenByTypeAndOrderedByDocuments() throws {
    func ids(_ arguments: String...) throws -> [String] {
      try Program.dateline.run(["dictionary", "suggest", "--pipeline", "plain.yaml"] + arguments, folder: folder.path)
        .output.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "\t" }) }
    }
    #expect(try ids("--type", "person") == ["person.jaap-westmark"])
    #expect(try ids("--minimum", "4") == [])
    #expect(try ids("--order", "documents") == ["fac.quonk-refinery", "org.zorblax-drilling", "place.quonkford"])
    let first = try run("dictionary", "suggest", "--pipeline", "plain.yaml", "--limit", "1")
    #expect(first.errors == "1 of 3 names; --limit 0 prints all\n")
  }
}
