import ArgumentParser
import Foundation
import NewsModel
import Pipeline

/// Measures what processing a folder costs, each stage alone on one core and end to end. Prints TSV.
@main
struct DatelineBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline-bench",
    abstract: "Measure the time of every stage on a folder.",
    discussion: """
      Prints a line for each stage: seconds (the fastest repetition), documents, bytes, things found, documents per second \
      and MB per second. Bytes are those of the archive for reading, cleaning and the whole run, and those of the \
      documents' text for the other stages. Seconds are processor time on one core. 'extract' is all of extraction \
      together. 'run' is everything including database and reports, with --jobs threads, in wall time. Fails if a stage \
      loses documents, or finds a different number of things in another repetition or from --expect.
      """)

  @Argument(help: "Files and folders.")
  var paths: [String]

  @Option(help: ArgumentHelp("The pipeline whose settings are used.", valueName: "file"))
  var pipeline: String?

  @Option(help: "The number of worker threads in the whole run.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "The number of repetitions; the fastest counts.")
  var repeats = 3

  @Option(
    help: ArgumentHelp(
      "Fail unless a stage finds this number, such as read=14000. A number without a stage is the number of documents. May be repeated.",
      valueName: "stage=number"))
  var expect: [String] = []

  @Option(
    help: """
      Measure only this part: stages (each stage alone), extract, run, or text (naive and fast ways to find words and names, \
      which is not measured unless asked for). May be repeated.
      """)
  var only: [Part] = []

  enum Part: String, ExpressibleByArgument, CaseIterable {
    case stages, extract, run, text
  }

  func validate() throws {
    for path in paths where !FileManager.default.fileExists(atPath: path) {
      throw ValidationError("\(path): no such file or folder")
    }
    if jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    if repeats < 1 { throw ValidationError("--repeats takes a number from 1") }
  }

  func run() throws {
    guard let path = pipeline ?? Installation.defaultPipeline else { throw Installation.Missing() }
    let definition = try PipelineFile.read(Installation.pipelinePath(for: path))
    print("# machine\t\(Machine.description)")
    print("# swift\t\(Machine.swiftVersion)")
    print("# folder\t\(paths.joined(separator: " "))")
    print("stage\tjobs\tseconds\tdocuments\tbytes\tresults\tdocuments/s\tMB/s")
    let bench = try StageBench(paths: paths, definition: definition)
    var best: [StageBench.Timing] = []
    for _ in 0..<repeats {
      var timings: [StageBench.Timing] = []
      if isWanted(.stages) { timings += try bench.stages() }
      if isWanted(.extract) { timings.append(try bench.extraction()) }
      if only.contains(.text) { timings += try bench.textSteps() }
      if isWanted(.run) { timings.append(try bench.wholeRun(jobs: jobs)) }
      for (before, now) in zip(best, timings) where before.results != now.results {
        throw StageBench.Disagreement(
          description: "\(now.stage) found \(before.results), and the next time \(now.results)")
      }
      best =
        best.isEmpty
        ? timings : zip(best, timings).map { $0.seconds <= $1.seconds ? $0 : $1 }
    }
    for timing in [bench.loading] + best { print(timing.line) }
    print("# memory\t\(Machine.peakMemory) MiB at most")
    for expected in expect { try check(expected, best) }
  }

  private func isWanted(_ part: Part) -> Bool { only.isEmpty || only.contains(part) }

  private func check(_ expected: String, _ timings: [StageBench.Timing]) throws {
    let parts = expected.split(separator: "=")
    guard let number = Int(parts.last ?? ""), parts.count <= 2 else {
      throw ValidationError("--expect \(expected): a stage and a number are wanted, as in read=14000")
    }
    if parts.count == 1 {
      for timing in timings where timing.documents != number {
        throw StageBench.Disagreement(
          description: "\(timing.documents) documents came to \(timing.stage), \(number) were expected")
      }
      return
    }
    guard let timing = timings.first(where: { $0.stage == parts[0] }) else {
      throw ValidationError("--expect \(expected): no such stage was timed")
    }
    guard timing.results == number else {
      throw StageBench.Disagreement(description: "\(timing.stage) found \(timing.results), not \(number)")
    }
  }
}
