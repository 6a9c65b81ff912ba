import Foundation
import NewsModel

/// Finds the dictionaries and pipelines that are shipped with the program.
package enum Installation {
  package struct Missing: Error, CustomStringConvertible {
    package init() {}
    package var description: String {
      "the shipped dictionaries and pipelines were not found; set DATELINE_HOME to the folder that contains Pipelines/default.yaml"
    }
  }

  /// The folder with `Pipelines` and `Dictionaries`: `DATELINE_HOME` if it is set, or else the nearest folder above the
  /// program that contains `Pipelines/default.yaml` (a checkout), or else `share/dateline` beside the program's `bin`. Nil
  /// if there is none.
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

  /// Returns the folder of the shipped dictionaries for a pipeline that names none. Throws `DefinitionErrors`.
  static func shippedDictionaries(for file: String) throws -> String {
    guard let home else {
      throw DefinitionErrors([.init(file: file, reason: "names no dictionaries, and \(Missing())")])
    }
    return home + "/Dictionaries"
  }

  package static var defaultPipeline: String? { home.map { $0 + "/Pipelines/default.yaml" } }

  /// Returns the path of a pipeline that the user named by its file, or by the name of a shipped one without `.yaml`.
  package static func pipelinePath(for name: String) -> String {
    let files = FileManager.default
    if files.fileExists(atPath: name) || name.contains("/") { return name }
    if let home, files.fileExists(atPath: "\(home)/Pipelines/\(name).yaml") { return "\(home)/Pipelines/\(name).yaml" }
    return name
  }

  /// Returns the paths of the shipped pipelines in order of name. Throws `Missing`.
  package static func shippedPipelines() throws -> [String] {
    guard let home else { throw Missing() }
    return try FileManager.default.contentsOfDirectory(atPath: home + "/Pipelines").filter { $0.hasSuffix(".yaml") }
      .sorted().map { "\(home)/Pipelines/\($0)" }
  }

  private static var programPath: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}
