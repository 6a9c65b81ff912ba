import ArgumentParser
import NewsModel
import NewsStore
import Pipeline

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write weekly reports from a database.",
    discussion: """
      Without a week, or if the folder has no index yet, writes all weeks, the index and the tables. Prints the path of \
      the report for the latest complete week, or for the latest week if none is complete. Without --reports, the folder \
      in the pipeline file is used, relative to the database.
      """)

  @Argument(help: ArgumentHelp("A week (2013-W05) or a range of weeks (2013-W05..2013-W09).", valueName: "week"))
  var weeks: WeekRange?

  @Option(help: ArgumentHelp("The first week.", valueName: "2013-W05"))
  var from: Week?

  @Option(help: ArgumentHelp("The last week.", valueName: "2013-W09"))
  var to: Week?

  @Option(help: ArgumentHelp("Only the last weeks that have documents.", valueName: "n"))
  var latest: Int?

  @OptionGroup var settings: ReportSettings

  @Option(
    help: ArgumentHelp(
      "Where reports are written. The default is the folder that the pipeline file names.", valueName: "folder"
    ))
  var reports: String?

  func validate() throws {
    let ways = [weeks != nil, from != nil || to != nil, latest != nil]
    if ways.count(where: { $0 }) > 1 { throw ValidationError("give a week or a range, --from and --to, or --latest") }
    if let from, let to, from > to { throw ValidationError("--from is after --to") }
    if let latest, latest < 1 { throw ValidationError("--latest needs a number of weeks, at least 1") }
  }

  /// The weeks that are wanted; nil for all.
  private func wanted(in store: NewsStore) throws -> ClosedRange<Week>? {
    if let weeks { return weeks.range }
    if from == nil, to == nil, latest == nil { return nil }
    let stored = try store.storedWeeks()
    guard let first = latest.map({ stored.suffix($0).first }) ?? stored.first, let last = stored.last else {
      return nil
    }
    // A range before the first week with documents, or after the last one, has none.
    return (from ?? min(first, to ?? first))...(to ?? max(last, from ?? last))
  }

  func run() throws {
    try Exit.reporting {
      let (store, made) = try settings.open()
      var definition = made
      if let reports { definition.reports = reports }
      let folder = ReportFolder(path: definition.reportsFolder)
      guard let latest = try folder.write(from: store, definition: definition, weeks: wanted(in: store)) else {
        Console.printError("no document of the database has a date in these weeks")
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
