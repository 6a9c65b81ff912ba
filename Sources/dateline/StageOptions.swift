import ArgumentParser
import NewsModel
import Pipeline
import Reporting

/// The options that `clean` and `annotate` share.
struct StageOptions: ParsableArguments {
  @Argument(help: "Files and folders to read; '-' is standard input.")
  var paths: [String]

  @Option(
    help: ArgumentHelp("The pipeline whose settings are used. The default is the shipped one.", valueName: "file"))
  var pipeline: String?

  @Option(help: "The format for printing documents.")
  var format: StageFormat = .jsonl

  @OptionGroup var running: RunningOptions

  /// Prints every document in the paths. Exits with 3 if there were problems.
  func stream(annotating: Bool, zones: Set<Zone>) throws {
    let definition = try definition()
    let stream = try DocumentStream(
      paths: paths, definition: definition, annotating: annotating, jobs: running.lanes)
    if !running.quiet { Console.warn(stream.warnings) }
    let json = DocumentJSON(zones: zones)
    let (opening, separator, closing) = format == .json ? ("[", ",\n", "\n]\n") : ("", "\n", "\n")
    var isFirst = true
    var problems = ProblemCount(quiet: running.quiet)
    try stream.run(
      line: { annotating ? json.line($0) : json.line($0.document) },
      weigh: \.count,
      output: { line in
        // Two writes avoid copying a line, which may be long.
        Console.write(Array((isFirst ? opening : separator).utf8))
        Console.write(line)
        isFirst = false
      },
      problem: { problems.report($0) })
    if !isFirst { Console.write(Array(closing.utf8)) } else if format == .json { Console.write(Array("[]\n".utf8)) }
    if problems.count > 0 { throw Exit.problems }
  }

  private func definition() throws -> PipelineDefinition {
    guard let path = pipeline ?? Installation.defaultPipeline else { throw Installation.Missing() }
    return try PipelineFile.read(Installation.pipelinePath(for: path))
  }
}
