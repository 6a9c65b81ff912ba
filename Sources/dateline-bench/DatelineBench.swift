import ArgumentParser
import Foundation
import NewsModel
import Pipeline

/// Prints what a folder costs, a stage alone on one core and end to end, as TSV.
@main
struct DatelineBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline-bench",
    abstract: "Time every stage on a folder.",
    discussion: """
      A line a stage: seconds (the best of the repetitions), documents, bytes of content, documents a second, MB a second. \
      Stages are timed on one core; 'run' is everything with the database and reports, on --jobs lanes. Fails when the \
      stages disagree about what they counted.
      """)

  @Argument(help: "Files and folders.")
  var paths: [String]

  @Option(help: ArgumentHelp("The pipeline whose settings are used.", valueName: "file"))
  var pipeline: String?

  @Option(help: "Lanes of the whole run.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "Repetitions; the best of them counts.")
  var repeats = 3

  @Option(help: "Fail unless the archive has this many documents.")
  var expect: Int?

  func run() throws {
    guard let path = pipeline ?? Installation.defaultPipeline else { throw Installation.Missing() }
    let definition = try PipelineFile.read(Installation.pipelinePath(for: path))
    print("# machine\t\(Machine.description)")
    print("# swift\t\(Machine.swiftVersion)")
    print("# folder\t\(paths.joined(separator: " "))")
    print("stage\tjobs\tseconds\tdocuments\tbytes\tdocuments/s\tMB/s")
    let bench = try StageBench(paths: paths, definition: definition)
    var best: [StageBench.Timing] = []
    for _ in 0..<max(1, repeats) {
      let timings = try bench.stages() + [bench.wholeRun(jobs: jobs)]
      best =
        best.isEmpty
        ? timings : zip(best, timings).map { $0.seconds <= $1.seconds ? $0 : $1 }
    }
    for timing in best { print(timing.line) }
    if let expect, let documents = best.first?.documents, documents != expect {
      throw StageBench.Disagreement(description: "\(documents) documents were read, \(expect) were expected")
    }
  }
}
