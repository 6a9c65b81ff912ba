import Foundation
package import NewsModel
package import NewsStore
import ReportBuilding
import Reporting

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

  /// Writes the pages of weeks, and if all weeks are wanted also the index and the tables. Only what changed is made. If
  /// the folder has no index yet, all weeks are written, so that no link is broken.
  ///
  /// - Parameter weeks: nil for all weeks.
  /// - Returns: the page of the last complete week among these, or else of the last week with documents; nil if none of
  ///   them has documents.
  package func write(
    from store: NewsStore, definition: PipelineDefinition, weeks: ClosedRange<Week>? = nil
  ) throws -> Latest? {
    let files = ReportFiles(
      store: store, definition: definition, database: ReportedDatabase.relativePath(of: store.path, from: path))
    guard let weeks else { return try update(files) }
    guard try store.storedWeeks().contains(where: weeks.contains) else { return nil }
    if !FileManager.default.fileExists(atPath: path + "/index.md") { _ = try update(files) }
    return try write(weeks, files)
  }

  /// Writes all weeks, the index and the tables, as far as they changed.
  ///
  /// - Parameter whole: a hash of everything on which the reports depend, by which `current` recognises them.
  func update(_ files: ReportFiles, whole: String = "") throws -> Latest? {
    for folder in Self.folders { ReplacedFile.removeAbandonedDrafts(in: path + folder) }
    return latest(try ReportUpdate(files, folder: path).run(whole: whole).latest)
  }

  /// Returns the latest report if the folder was made with this hash and all its files are there; nil otherwise.
  func current(whole: String) -> Latest?? {
    let manifest = ReportManifest(folder: path)
    guard manifest.whole == whole, !whole.isEmpty, TableDrafts.matchOld(manifest, in: path),
      ReportManifest.has(manifest.files, in: path),
      manifest.weeks.allSatisfy({ ReportManifest.has($0.files, in: path) })
    else { return nil }
    return .some(latest(manifest.latest))
  }

  private func write(_ weeks: ClosedRange<Week>, _ files: ReportFiles) throws -> Latest? {
    // The pages of these weeks may have other settings than the others, so the next update makes them again.
    var manifest = ReportManifest(folder: path)
    manifest.whole = ""
    for place in manifest.weeks.indices where weeks.contains(manifest.weeks[place].week) {
      manifest.weeks[place].inputs = ""
    }
    if !manifest.weeks.isEmpty { try manifest.write(to: path) }
    return latest(try files.make(weeks: weeks) { try Self.save($0, in: path) })
  }

  private func latest(_ latest: (week: Week, isComplete: Bool)?) -> Latest? {
    latest.map { Latest(path: "\(path)/\($0.week).md", isComplete: $0.isComplete) }
  }

  /// Writes a file of a folder unless it already has the same bytes.
  static func save(_ file: ReportFile, in folder: String) throws {
    let place = folder + "/" + file.path
    if FileManager.default.contents(atPath: place) == Data(file.bytes) { return }
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try ReplacedFile.write(file.bytes, to: place)
  }
}
