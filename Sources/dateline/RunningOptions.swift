import ArgumentParser
import Foundation

/// Options for commands that process an archive.
struct RunningOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Worker lanes; as many as cores unless told.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Nothing on standard error but errors.")
  var quiet = false

  var lanes: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  var showsProgress: Bool { !quiet && Console.errorIsTerminal }

  func validate() throws {
    // On any machine that exists, more lanes than this would only cost memory.
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
  }
}
