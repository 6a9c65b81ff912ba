import ArgumentParser
import NewsStore

struct QuerySQL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Run your own SELECT statement.",
    discussion: """
      The schema explains the tables and views: dateline query sql "SELECT sql FROM sqlite_schema". The statement can \
      only read, and only this database. It may use 384 MiB of memory, and a row may have 10 MB.
      """)

  @Argument(help: "One SQL statement.")
  var statement: String

  @OptionGroup var database: DatabaseOption

  @Option(help: ArgumentHelp("The longest time that the statement may take.", valueName: "seconds"))
  var timeLimit = 1.0

  @OptionGroup var rows: RowOptions

  func validate() throws {
    guard timeLimit > 0, timeLimit <= 86_400 else { throw ValidationError("--time-limit takes up to 86400 seconds") }
  }

  func run() throws {
    try Exit.reporting {
      UserSQL.boundMemory()
      let reader = try UserSQL(path: database.path())
      let limit = rows.rowLimit
      try rows.write { columns, row in
        var count = 0
        try reader.answer(statement, seconds: timeLimit, columns: columns) { cells in
          guard count < limit ?? .max else { return false }
          count += 1
          try row(cells)
          return true
        } stuck: { failure in
          Exit.atOnce(failure.description)
        }
      }
    }
  }
}
