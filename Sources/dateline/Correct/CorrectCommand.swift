import ArgumentParser
import NewsStore
import Pipeline

struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Correct what names are: no name, the same as another, a spelling's meaning, a type.",
    discussion: """
      A correction is a line of corrections.tsv in your own dictionary folder, which you can also edit by hand. It changes \
      the counts of the database at once, without reading the archive, and holds in every later run. The next run also \
      writes the reports and trends again; it reads nothing anew.
      """,
    subcommands: [CorrectAdd.self, CorrectList.self, CorrectUndo.self])
}

/// The pipeline and database that the subcommands of `correct` work on.
struct CorrectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The pipeline whose dictionary folders are used: a file or a name.", valueName: "file"))
  var pipeline: String?

  @Option(help: ArgumentHelp("The database; by default the pipeline's.", valueName: "file"))
  var database: String?

  func definition() throws -> PipelineDefinition {
    guard let path = pipeline ?? Installation.defaultPipeline else { throw Installation.Missing() }
    var definition = try PipelineFile.read(Installation.pipelinePath(for: path))
    if let database { definition.database = database }
    return definition
  }
}

/// Describes what a correction changes in the database, in a line.
func describe(_ change: IdentityChange?, isTrial: Bool) -> String {
  guard let change else {
    return isTrial ? "no database yet: nothing would change\n" : "written; there is no database yet\n"
  }
  let counts =
    "\(Counted(change.mentions, "mention")) in \(Counted(change.documents, "document")) of "
    + "\(Counted(change.weeks, "week"))"
  if change.mentions == 0 { return isTrial ? "no mention would change\n" : "written; no mention changed\n" }
  return isTrial
    ? "would change \(counts)\n" : "changed \(counts); the next run writes the reports and trends of these weeks\n"
}
