import Foundation
package import NewsModel
package import NewsStore
import Reporting

/// Makes reports anew from a database and names what differs in those that lie in a folder.
package struct ReportVerification {
  private let store: NewsStore
  private let definition: PipelineDefinition

  package init(store: NewsStore, definition: PipelineDefinition) {
    self.store = store
    self.definition = definition
  }

  package enum Failure: Error, CustomStringConvertible {
    case missing(String)
    case notAReport(String)
    case noSuchWeek(Week)

    package var description: String {
      switch self {
      case .missing(let path): "\(path): no such file or folder"
      case .notAReport(let path): "\(path): neither a week's page (2013-W05.md, 2013-W05.html) nor a folder of reports"
      case .noSuchWeek(let week): "\(week): the database has no document in this week"
      }
    }
  }

  /// One line a difference; none when the report is what the database says.
  ///
  /// - Parameter path: a week's page, with which its charts are compared, or a whole folder.
  package func differences(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw Failure.missing(path) }
    return isFolder.boolValue ? try differences(inFolder: path) : try differences(ofPage: path)
  }

  private func differences(ofPage path: String) throws -> [String] {
    let name = (path as NSString).lastPathComponent
    guard let week = Week(iso: (name as NSString).deletingPathExtension),
      name.hasSuffix(".md") || name.hasSuffix(".html")
    else { throw Failure.notAReport(path) }
    let folder = (path as NSString).deletingLastPathComponent
    var differences: [String] = []
    var isMade = false
    _ = try ReportFolder.make(from: store, definition: definition, weeks: week...week) { file in
      if file.path == name { isMade = true }
      if file.path == name || file.path.hasPrefix("charts/") { differences += difference(of: file, in: folder) }
    }
    guard isMade else { throw Failure.noSuchWeek(week) }
    return differences
  }

  private func differences(inFolder folder: String) throws -> [String] {
    var differences: [String] = []
    var made: Set<String> = []
    _ = try ReportFolder.make(from: store, definition: definition, weeks: nil) { file in
      made.insert(file.path)
      differences += difference(of: file, in: folder)
    }
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { name in
      Week(iso: (name as NSString).deletingPathExtension) != nil && !made.contains(name)
    }
    return differences + pages.map { "\($0): the database has no document in this week" }
  }

  private func difference(of file: ReportFile, in folder: String) -> [String] {
    let path = folder.isEmpty ? file.path : "\(folder)/\(file.path)"
    guard let found = FileManager.default.contents(atPath: path) else { return ["\(file.path): is missing"] }
    return ReportComparison.differences(path: file.path, found: Array(found), recomputed: file.bytes)
  }
}
