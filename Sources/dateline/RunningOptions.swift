import ArgumentParser
import Foundation

/// How commands that work through an archive go about it.
struct RunningOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Worker lanes; as many as cores unless told.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Nothing on standard error but errors.")
  var quiet = false

  var lanes: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  var showsProgress: Bool { !quiet && Console.errorIsTerminal }

  func validate() throws {
    // More lanes than this only cost memory on any machine there is.
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
  }
}
