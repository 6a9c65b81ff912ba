import ArgumentParser
import NewsStore
import Pipeline

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Recompute a report from its database and name what differs.",
    discussion: """
      Prints a line for each number, row or file that is not what the database says, and exits 1 if there is any. \
      The database is the one that the report names, seen from the report's folder; --database wins, and where that one is \
      gone, DATELINE_DATABASE and the only .sqlite file of this folder are looked at. Reports are made with the settings \
      of the last run; give the pipeline where a report was made with others.
      """)

  @Argument(help: ArgumentHelp("A week's page, or a folder of reports.", valueName: "path"))
  var report: String

  @OptionGroup var settings: ReportSettings

  @Flag(help: "Nothing on standard error but errors.")
  var quiet = false

  func run() throws {
    try Exit.reporting {
      let (store, definition) = try settings.open(of: report)
      do {
        let found = try ReportVerification(store: store, definition: definition).comparison(at: report)
        for line in found.differences { Console.writeText(line + "\n") }
        if !found.differences.isEmpty { throw ExitCode.failure }
        if !quiet {
          Console.tell(
            "\(report): \(found.files == 1 ? "the file is" : "all \(found.files) files are") as \(store.path) has it")
        }
      } catch let failure as ReportVerification.Failure {
        Console.complain(failure.description)
        throw ExitCode.failure
      }
    }
  }
}
