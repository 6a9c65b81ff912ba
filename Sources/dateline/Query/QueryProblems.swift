import ArgumentParser
import NewsModel
import NewsStore

struct QueryProblems: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problems",
    abstract: "Inputs, and parts of them, that could not be used.")

  @OptionGroup var database: DatabaseOption

  @Option(help: "What is wrong.")
  var kind: Problem.Kind?

  @Option(help: ArgumentHelp("The path of an input; * stands for anything.", valueName: "path"))
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
