import Foundation

/// The machine and compiler of a measurement.
enum Machine {
  static var description: String {
    let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?
      .split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    let memory = ProcessInfo.processInfo.physicalMemory >> 30
    return "\(processor ?? "unknown processor"), \(ProcessInfo.processInfo.activeProcessorCount) cores, \(memory) GiB"
  }

  /// The peak memory of this process in MiB. (`getrusage` is not used because its value begins with that of the parent
  /// process.)
  static var peakMemory: Int {
    let line = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8))?
      .split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
  }

  /// The version of the compiler that built this program, as far as a program can know it.
  static var swiftVersion: String {
    #if swift(>=6.4)
      "6.4 or later"
    #elseif swift(>=6.3)
      "6.3"
    #elseif swift(>=6.2)
      "6.2"
    #else
      "6.1"
    #endif
  }
}
