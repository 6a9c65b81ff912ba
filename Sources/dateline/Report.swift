import ArgumentParser
import NewsModel
import Pipeline

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write weekly reports from a database.",
    discussion: """
      Without a week, all weeks, the index and the tables; so too into a folder that has no index yet. Prints the path of \
      the latest complete week's report, or of the latest one where no week is complete.
      """)

  @Argument(help: ArgumentHelp("A week (2013-W05) or a range of them (2013-W05..2013-W09).", valueName: "week"))
  var weeks: WeekRange?

  @OptionGroup var settings: ReportSettings

  @Option(
    help: ArgumentHelp(
      "Where reports are written; else where the pipeline's file has them, seen from its database.", valueName: "folder"
    ))
  var reports: String?

  func run() throws {
    try Exit.reporting {
      let (store, made) = try settings.open()
      var definition = made
      if let reports { definition.reports = reports }
      let folder = ReportFolder(path: definition.reportsFolder)
      guard let latest = try folder.write(from: store, definition: definition, weeks: weeks?.range) else {
        Console.complain("no document of the database has a date in these weeks")
        throw ExitCode.failure
      }
      Console.write(Array("\(latest.path)\n".utf8))
    }
  }
}

/// `2013-W05` or `2013-W05..2013-W09`.
struct WeekRange: ExpressibleByArgument {
  let range: ClosedRange<Week>

  init?(argument: String) {
    let ends = argument.split(separator: "..", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count), let first = Week(iso: ends[0]), let last = Week(iso: ends[ends.count - 1]),
      first <= last
    else { return nil }
    range = first...last
  }
}
