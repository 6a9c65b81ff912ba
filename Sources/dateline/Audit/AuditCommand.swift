import ArgumentParser
import NewsModel
import NewsStore
import Workbench

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Print a sample of what a database counts for judging, and evaluate the judgements.",
    discussion: """
      Write the sheet to a file (> sheet.tsv), mark its rows in an editor or a spreadsheet, and evaluate it with \
      'dateline audit score sheet.tsv'.
      """,
    subcommands: [AuditNames.self, AuditTopics.self, AuditCountries.self, AuditFrequent.self, AuditScoreCommand.self])
}

/// The sample that the subcommands of `audit` print.
struct AuditOptions: ParsableArguments {
  @OptionGroup var database: DatabaseOption

  @Option(name: .customLong("n"), help: "The number of rows.")
  var count = 100

  @Option(help: "The seed of the sample. The same seed and archive give the same sample.")
  var seed: UInt64 = 1

  func validate() throws {
    if !(1...10_000).contains(count) { throw ValidationError("--n takes a number from 1 to 10000") }
  }

  func printSheet(of kind: AuditItem.Kind, type: EntityType? = nil) throws {
    try Exit.reporting {
      let store = try database.open()
      let sample = try store.auditSample(of: kind, type: type, count: count, seed: seed)
      var sheet = AuditSheet(kind: kind, names: try store.seriesNames())
      for item in sample.items {
        if let analysed = try store.analysis(of: item.document) { sheet.add(item, of: analysed) }
      }
      Console.write(Array(sheet.text(population: sample.population, seed: seed).utf8))
    }
  }
}
