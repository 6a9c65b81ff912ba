import ArgumentParser
import NewsStore
import Pipeline

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Recompute a report from its database and list the differences.",
    discussion: """
      Prints a line for each number, row or file that differs from the database, and exits with 1 if there are any. Also \
      counts the documents of the weeks again and compares the result with the numbers in the database. \
      The database is the one given by --database, or else the one that the report names relative to its own folder. If \
      that does not exist, it is DATELINE_DATABASE, or else the only .sqlite file in this folder. The report is compared \
      with one made with the settings of the last run; give the pipeline if it was made with other settings.
      """)

  @Argument(help: ArgumentHelp("A week's page, or a folder of reports.", valueName: "path"))
  var report: String

  @OptionGroup var settings: ReportSettings

  @Flag(help: "Print only errors to standard error.")
  var quiet = false

  func run() throws {
    try Exit.reporting {
      let (store, definition) = try settings.open(of: report)
      do {
        let found = try ReportVerification(store: store, definition: definition).comparison(at: report)
        for line in found.differences { Console.writeText(line + "\n") }
        if !found.differences.isEmpty { throw ExitCode.failure }
        if !quiet {
          Console.printMessage(
            "\(report): \(found.files == 1 ? "the file agrees" : "all \(found.files) files agree") with \(store.path)")
        }
      } catch let failure as ReportVerification.Failure {
        Console.printError(failure.description)
        throw ExitCode.failure
      }
    }
  }
}
