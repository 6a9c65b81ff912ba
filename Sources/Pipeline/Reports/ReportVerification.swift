import Foundation
package import NewsModel
package import NewsStore
import Reporting

/// Makes reports anew from a database and names what differs in those that lie in a folder. Where they say their database
/// lies is no difference: it may have been moved.
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

  /// What was compared.
  package struct Comparison: Sendable {
    package var files = 0
    /// One line a difference; none when the files are what the database says.
    package var differences: [String] = []
  }

  /// - Parameter path: a week's page, with which its charts are compared, or a whole folder.
  package func comparison(at path: String) throws -> Comparison {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw Failure.missing(path) }
    return isFolder.boolValue ? try comparison(ofFolder: path) : try comparison(ofPage: path)
  }

  private func comparison(ofPage path: String) throws -> Comparison {
    let name = (path as NSString).lastPathComponent
    guard let week = Week(iso: (name as NSString).deletingPathExtension),
      name.hasSuffix(".md") || name.hasSuffix(".html")
    else { throw Failure.notAReport(path) }
    let folder = (path as NSString).deletingLastPathComponent
    var comparison = Comparison()
    var isMade = false
    _ = try ReportFolder.make(
      from: store, definition: definition, database: ReportedDatabase.said(at: path), weeks: week...week
    ) { file in
      if file.path == name { isMade = true }
      if file.path == name || file.path.hasPrefix("charts/") { compare(file, in: folder, &comparison) }
    }
    guard isMade else { throw Failure.noSuchWeek(week) }
    return comparison
  }

  private func comparison(ofFolder folder: String) throws -> Comparison {
    var comparison = Comparison()
    var made: Set<String> = []
    _ = try ReportFolder.make(
      from: store, definition: definition, database: ReportedDatabase.said(at: folder), weeks: nil
    ) { file in
      made.insert(file.path)
      compare(file, in: folder, &comparison)
    }
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { name in
      Week(iso: (name as NSString).deletingPathExtension) != nil && !made.contains(name)
    }
    comparison.files += pages.count
    comparison.differences += pages.map { "\($0): the database has no document in this week" }
    return comparison
  }

  private func compare(_ file: ReportFile, in folder: String, _ comparison: inout Comparison) {
    comparison.files += 1
    let path = folder.isEmpty ? file.path : "\(folder)/\(file.path)"
    guard let found = FileManager.default.contents(atPath: path) else {
      comparison.differences.append("\(file.path): is missing")
      return
    }
    comparison.differences += ReportComparison.differences(
      path: file.path, found: Array(found), recomputed: file.bytes)
  }
}
