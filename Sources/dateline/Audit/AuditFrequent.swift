import ArgumentParser
import NewsModel
import NewsStore
import Workbench

struct AuditFrequent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frequent",
    abstract: "Print the most frequent names of each type, to mark what is no name and what is the same thing.",
    discussion: """
      Write the number of another row into the column same_as if both rows are the same thing. The evaluation counts such \
      a row as a second id.
      """)

  @OptionGroup var database: DatabaseOption

  @Option(name: .customLong("n"), help: "The number of names of each type.")
  var count = 100

  @Option(help: "Only names of this type.")
  var type: EntityType?

  func validate() throws {
    if !(1...10_000).contains(count) { throw ValidationError("--n takes a number from 1 to 10000") }
  }

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      var sheet = FrequentNameSheet()
      for type in type.map({ [$0] }) ?? EntityType.allCases {
        for name in try store.frequentNames(of: type, count: count) {
          sheet.add(name, example: try name.example.flatMap { try store.analysis(of: $0.document) })
        }
      }
      Console.write(Array(sheet.text.utf8))
    }
  }
}
