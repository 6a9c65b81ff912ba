import Foundation
package import NewsModel
package import NewsStore
import Reporting

/// Checks reports against a database, and the numbers of the database against its documents.
///
/// The reports are made again from the stored numbers and compared with the files. The numbers are counted again by a
/// method of their own (`NewsStore.countDifferences`). The path of the database that a report names is not compared,
/// because the database may have been moved.
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

  package struct Comparison: Sendable {
    /// The number of files that were compared.
    package fileprivate(set) var files = 0
    /// One line for each difference.
    package fileprivate(set) var differences: [String] = []
  }

  /// Compares a week's page with its charts, or all files of a folder of reports.
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
    try compareNumbers(of: week, &comparison)
    _ = try files(of: path).make(weeks: week...week) { file in
      if file.path == name { isMade = true }
      if file.path == name || file.path.hasPrefix("charts/") { compare(file, in: folder, &comparison) }
    }
    guard isMade else { throw Failure.noSuchWeek(week) }
    return comparison
  }

  private func comparison(ofFolder folder: String) throws -> Comparison {
    var comparison = Comparison()
    var made: Set<String> = []
    for week in try store.storedWeeks() { try compareNumbers(of: week, &comparison) }
    _ = try files(of: folder).make(weeks: nil) { file in
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

  private func files(of report: String) -> ReportFiles {
    ReportFiles(store: store, definition: definition, database: ReportedDatabase.recordedPath(in: report))
  }

  private func compareNumbers(of week: Week, _ comparison: inout Comparison) throws {
    func text(_ numbers: [Int]) -> String {
      switch numbers.count {
      case 0: "nothing"
      case 1: "\(numbers[0]) documents"
      default: "\(numbers[0]) documents, \(numbers[1]) stories and \(numbers[2]) sources"
      }
    }
    comparison.differences += try store.countDifferences(in: week).map { difference in
      "database, \(week), \(difference.subject): \(text(difference.stored)) stored, "
        + "\(text(difference.counted)) counted from the documents"
    }
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
