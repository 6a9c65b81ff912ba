import ArgumentParser
import NewsModel
import Pipeline

/// What `clean` and `annotate` share.
struct StageOptions: ParsableArguments {
  @Argument(help: "Files and folders; '-' is standard input.")
  var paths: [String]

  @Option(help: ArgumentHelp("The pipeline whose settings are used.", valueName: "file"))
  var pipeline: String?

  @Option(help: ArgumentHelp("Worker lanes; the number of cores unless told.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "No progress and no problems on standard error.")
  var quiet = false

  func definition() throws -> PipelineDefinition {
    guard let path = pipeline ?? Installation.defaultPipeline else {
      throw CleanExit.message("")
    }
    return try PipelineFile.read(path)
  }
}
