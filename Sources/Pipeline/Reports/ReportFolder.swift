import Foundation
package import NewsModel
package import NewsStore
import ReportBuilding
import Reporting
import Trends

/// A folder of reports.
package struct ReportFolder {
  private let path: String

  package init(path: String) { self.path = path }

  /// The folder itself and the folders inside it into which files are written.
  private static let folders = ["", "/charts", "/csv"]

  /// The report with which a reader begins.
  package struct Latest: Sendable {
    package var path: String
    /// False if none of the weeks is complete.
    package var isComplete: Bool
  }

  /// Writes the pages of weeks, and if all weeks are wanted also the index and the tables. A file that already has the
  /// same bytes is not written. If the folder has no index yet, all weeks are written, so that no link is broken.
  ///
  /// - Parameter weeks: nil for all weeks.
  /// - Returns: the page of the last complete week among these, or else of the last week with documents; nil if none of
  ///   them has documents.
  package func write(
    from store: NewsStore, definition: PipelineDefinition, weeks: ClosedRange<Week>? = nil
  ) throws -> Latest? {
    let hasIndex = FileManager.default.fileExists(atPath: path + "/index.md")
    return try write(
      ReportFiles(
        store: store, definition: definition, database: ReportedDatabase.relativePath(of: store.path, from: path)),
      weeks: weeks, includingOthers: !hasIndex)
  }

  /// As `write(from:definition:weeks:)`.
  func write(_ files: ReportFiles, weeks: ClosedRange<Week>? = nil, includingOthers: Bool = false) throws -> Latest? {
    for folder in Self.folders { ReplacedFile.removeAbandonedDrafts(in: path + folder) }
    let latest = try files.make(weeks: weeks, includingOthers: includingOthers, take: save)
    return latest.map { Latest(path: "\(path)/\($0.week).md", isComplete: $0.isComplete) }
  }

  private func save(_ file: ReportFile) throws {
    let place = path + "/" + file.path
    if FileManager.default.contents(atPath: place) == Data(file.bytes) { return }
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try ReplacedFile.write(file.bytes, to: place)
  }
}
