import ArgumentParser
import Pipeline

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Recompute a report from its database and name what differs.",
    discussion: """
      Prints a line for each number, row or file that is not what the database says, and exits 1 if there is any. \
      Reports are made with the settings of the last run; give the pipeline where a report was made with others.
      """)

  @Argument(help: ArgumentHelp("A week's page, or a folder of reports.", valueName: "path"))
  var report: String

  @OptionGroup var settings: ReportSettings

  func run() throws {
    try Exit.reporting {
      let (store, definition) = try settings.open()
      do {
        let differences = try ReportVerification(store: store, definition: definition).differences(at: report)
        for line in differences { Console.writeText(line + "\n") }
        if !differences.isEmpty { throw ExitCode.failure }
      } catch let failure as ReportVerification.Failure {
        Console.complain(failure.description)
        throw ExitCode.failure
      }
    }
  }
}
