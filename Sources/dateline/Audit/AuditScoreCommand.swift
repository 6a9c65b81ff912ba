import ArgumentParser
import Foundation
import NewsModel
import Workbench

struct AuditScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Evaluate a sheet with marks: precision with Wilson intervals at 95 %, by type and by rule.",
    discussion: """
      Rows without a mark are open and do not count. For a sheet of frequent names, precision is the share of rows that are \
      right and are not a second id.
      """)

  @Argument(help: ArgumentHelp("A sheet of 'dateline audit', with marks.", valueName: "sheet"))
  var sheet: String

  @OptionGroup var rows: RowOptions

  func run() throws {
    try Exit.reporting {
      guard let data = FileManager.default.contents(atPath: sheet) else {
        throw DefinitionErrors([.init(file: sheet, reason: "cannot be read")])
      }
      let score = try AuditScore(sheet: Array(data), file: sheet)
      try rows.write { columns, row in
        try columns(
          ["group", "value", "right", "wrong"] + (score.hasSecondIDs ? ["second_id"] : [])
            + ["open", "precision", "low", "high"])
        for group in score.groups.prefix(rows.rowLimit ?? .max) {
          let numbers = [group.precision, group.interval?.lowerBound, group.interval?.upperBound]
          try row(
            [.text(group.kind), .text(group.value), .integer(group.right), .integer(group.wrong)]
              + (score.hasSecondIDs ? [.integer(group.second)] : []) + [.integer(group.open)]
              + numbers.map { $0.map { .real(($0 * 1000).rounded() / 1000) } ?? .null })
        }
      }
    }
  }
}
