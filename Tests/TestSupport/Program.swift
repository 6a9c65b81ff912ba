package import Foundation

/// The built program, run as a user runs it.
package struct Program: Sendable {
  package struct Outcome: Sendable {
    package var status: Int32
    package var output: String
    package var errors: String
  }

  package var path: String

  /// The `dateline` next to the test binary, from the same build.
  package static let dateline = Program(name: "dateline")

  package init(name: String) {
    let tests =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    path = (tests as NSString).deletingLastPathComponent + "/" + name
  }

  /// A program of the system, given by its path.
  package init(path: String) { self.path = path }

  /// Runs the program to its end. Standard input is empty unless given.
  package func run(_ arguments: [String], input: Data = Data(), folder: String? = nil) throws -> Outcome {
    try start(arguments, input: input, folder: folder).finish()
  }

  /// Starts the program and returns at once, so that several programs can wait at the same time.
  package func start(_ arguments: [String], input: Data = Data(), folder: String? = nil) throws -> Running {
    let scratch = try TemporaryFolder()
    let (process, output, errors) = try prepare(arguments, scratch: scratch, folder: folder)
    let feed = Pipe()
    process.standardInput = feed
    try process.run()
    try feed.fileHandleForWriting.write(contentsOf: input)
    try feed.fileHandleForWriting.close()
    return Running(scratch: scratch, process: process, output: output, errors: errors)
  }

  package struct Running {
    /// Keeps the folder with the program's output.
    fileprivate let scratch: TemporaryFolder
    fileprivate let process: Process
    fileprivate let output: URL
    fileprivate let errors: URL

    package func finish() throws -> Outcome {
      process.waitUntilExit()
      return Outcome(
        status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
        output: try String(decoding: Data(contentsOf: output), as: UTF8.self),
        errors: try String(decoding: Data(contentsOf: errors), as: UTF8.self))
    }
  }

  /// Runs the program and kills it (`kill -9`) after some time. Returns whether it was still running.
  package func runAndKill(_ arguments: [String], after seconds: Double) throws -> Bool {
    let scratch = try TemporaryFolder()
    let (process, _, _) = try prepare(arguments, scratch: scratch, folder: nil)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    let wasRunning = process.isRunning
    if wasRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return wasRunning
  }

  /// Runs the program, interrupts it (Ctrl-C) after some time, and waits for its end.
  package func runAndInterrupt(_ arguments: [String], after seconds: Double, folder: String) throws -> Outcome {
    let scratch = try TemporaryFolder()
    let (process, output, errors) = try prepare(arguments, scratch: scratch, folder: folder)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(decoding: Data(contentsOf: output), as: UTF8.self),
      errors: try String(decoding: Data(contentsOf: errors), as: UTF8.self))
  }

  /// Output goes to files, because a pipe that nobody reads could fill up.
  private func prepare(
    _ arguments: [String], scratch: TemporaryFolder, folder: String?
  ) throws -> (Process, output: URL, errors: URL) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let output = URL(fileURLWithPath: try scratch.write("output", ""))
    let errors = URL(fileURLWithPath: try scratch.write("errors", ""))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    return (process, output, errors)
  }
}
