import ArgumentParser
import Identity
import NewsModel
import Pipeline
import Reporting

struct CorrectList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the corrections with their lines, in the order in which they apply.")

  @OptionGroup var options: CorrectOptions
  @OptionGroup var rows: RowOptions

  func run() throws {
    try Exit.reporting {
      let desk = try CorrectionDesk(try options.definition())
      try rows.write { columns, row in
        try columns(["line", "decision", "entity", "spelling", "target", "scope", "date", "reason", "file"])
        for (path, it) in desk.corrections.prefix(rows.rowLimit ?? .max) {
          let words = it.action.words
          try row([
            .integer(it.line), .text(words.decision), .text(it.entity ?? ""), .text(it.spelling ?? ""),
            .text(words.target), .text(it.scope.description), .text(it.day?.description ?? ""), .text(it.reason),
            .text(path),
          ])
        }
      }
    }
  }
}
