import ArgumentParser
import Pipeline

struct CorrectUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Remove a correction by its line, as 'dateline correct list' prints it.")

  @Argument(help: "The line in your corrections.tsv.")
  var line: Int

  @Flag(help: "Print what would change, and change nothing.")
  var dryRun = false

  @OptionGroup var options: CorrectOptions

  func run() throws {
    try Exit.reporting {
      var desk = try CorrectionDesk(try options.definition())
      guard let undone = try desk.undo(line: line, isTrial: dryRun) else {
        Console.printError("no correction is on line \(line); 'dateline correct list' prints the lines")
        throw ExitCode.failure
      }
      Console.writeText(describe(undone.change, isTrial: dryRun))
    }
  }
}
