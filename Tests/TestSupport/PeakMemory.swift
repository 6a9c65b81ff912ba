import Foundation

extension Program {
  /// Runs a program to its end without its output, and returns its peak memory in bytes: the high-water mark of the
  /// resident set, as the kernel reports it during the run. The last milliseconds are missed.
  package func peakMemory(_ arguments: [String], folder: String) throws -> (status: Int32, bytes: Int) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var peak = 0
    while process.isRunning {
      peak = max(peak, Self.highWater(of: process.processIdentifier))
      usleep(2_000)
    }
    process.waitUntilExit()
    return (
      process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus, peak
    )
  }

  private static func highWater(of process: Int32) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
    else { return 0 }
    return kilobytes << 10
  }
}
