import ArgumentParser
import Foundation

/// Options for commands that process an archive.
struct RunningOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The number of worker threads. The default is the number of cores.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Print only errors to standard error.")
  var quiet = false

  var lanes: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  var showsProgress: Bool { !quiet && Console.errorIsTerminal }

  func validate() throws {
    // On any machine that exists, more lanes than this would only cost memory.
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
  }
}
