import ArgumentParser
import NewsModel
import NewsStore

struct QueryProblems: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problems",
    abstract: "List inputs, and parts of inputs, that could not be used.")

  @OptionGroup var database: DatabaseOption

  @Option(help: "The kind of problem.")
  var kind: Problem.Kind?

  @Option(help: ArgumentHelp("The path of an input; * matches anything.", valueName: "path"))
  var source: String?

  @OptionGroup var rows: RowOptions

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      var filter = QueryFilter()
      (filter.kind, filter.source, filter.limit) = (kind?.rawValue, source, rows.rowLimit)
      try rows.write(store.problems(filter), from: store)
    }
  }
}

extension Problem.Kind: ExpressibleByArgument {}
