import Foundation
import NewsModel

/// Where the dictionaries and pipelines that ship with the program are.
package enum Installation {
  package struct Missing: Error, CustomStringConvertible {
    package init() {}
    package var description: String {
      "the shipped dictionaries and pipelines were not found: set DATELINE_HOME to the folder that holds Pipelines/default.yaml"
    }
  }

  /// `DATELINE_HOME`; else the nearest folder above the program that holds `Pipelines/default.yaml` (a checkout); else
  /// `share/dateline` beside the program's `bin`. Nil when none of them exists.
  package static let home: String? = {
    let files = FileManager.default
    func isHome(_ path: String) -> Bool { files.fileExists(atPath: path + "/Pipelines/default.yaml") }
    if let home = ProcessInfo.processInfo.environment["DATELINE_HOME"] { return isHome(home) ? home : nil }
    var folder = URL(fileURLWithPath: programPath).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      if isHome(folder.path) { return folder.path }
      let shared = folder.deletingLastPathComponent().appendingPathComponent("share/dateline").path
      if folder.lastPathComponent == "bin", isHome(shared) { return shared }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  /// The shipped dictionaries, for a pipeline's file that names none. Throws `DefinitionErrors`.
  static func shippedRules(_ file: String) throws -> String {
    guard let home else {
      throw DefinitionErrors([.init(file: file, reason: "names no dictionaries, and \(Missing())")])
    }
    return home + "/Dictionaries"
  }

  package static var defaultPipeline: String? { home.map { $0 + "/Pipelines/default.yaml" } }

  /// A pipeline as the user names it: a file, or a shipped pipeline's name without `.yaml`.
  package static func pipelinePath(for name: String) -> String {
    let files = FileManager.default
    if files.fileExists(atPath: name) || name.contains("/") { return name }
    if let home, files.fileExists(atPath: "\(home)/Pipelines/\(name).yaml") { return "\(home)/Pipelines/\(name).yaml" }
    return name
  }

  /// In order of name. Throws `Missing`.
  package static func shippedPipelines() throws -> [String] {
    guard let home else { throw Missing() }
    return try FileManager.default.contentsOfDirectory(atPath: home + "/Pipelines").filter { $0.hasSuffix(".yaml") }
      .sorted().map { "\(home)/Pipelines/\($0)" }
  }

  private static var programPath: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}
