import Foundation
import NewsModel
import Reporting

/// The path of a report's database relative to the report's own folder. Reports contain it, so that their database can be
/// found even after both were moved together.
package enum ReportedDatabase {
  /// Returns the path of a database relative to a folder.
  ///
  /// - Parameters:
  ///   - database: a path as the user wrote it.
  ///   - folder: the folder of reports, which need not exist yet.
  static func relativePath(of database: String, from folder: String) -> String {
    let file = (database as NSString).lastPathComponent
    var to = resolvedComponents(of: (database as NSString).deletingLastPathComponent)[...]
    var from = resolvedComponents(of: folder)[...]
    while let first = from.first, first == to.first {
      from.removeFirst()
      to.removeFirst()
    }
    return (from.map { _ in ".." } + to + [file]).joined(separator: "/")
  }

  /// Returns the path of the database as a page, or the index of a folder, contains it; nil if it contains none.
  static func recordedPath(in path: String) -> String? {
    guard let page = page(at: path), let file = FileHandle(forReadingAtPath: page),
      let bytes = try? file.read(upToCount: PageFacts.reach)
    else { return nil }
    return PageFacts.text(of: WeeklyReport.Fact.database, in: Array(bytes), isHTML: page.hasSuffix(".html"))
  }

  /// Returns the path of the database that a page or a folder of pages names; nil if it names none.
  package static func path(namedAt report: String) -> String? {
    guard let recorded = recordedPath(in: report), let page = page(at: report) else { return nil }
    if recorded.hasPrefix("/") { return recorded }
    let folder = (page as NSString).deletingLastPathComponent
    return folder.isEmpty ? recorded : "\(folder)/\(recorded)"
  }

  /// Returns the page itself, or the index of a folder.
  private static func page(at path: String) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    return isFolder.boolValue ? "\(path)/index.md" : path
  }

  /// Returns the components of a path with symbolic links resolved before `..`, as the system does. Components that do not
  /// exist yet are kept.
  private static func resolvedComponents(of path: String) -> [String] {
    let absolute = URL(fileURLWithPath: path.isEmpty ? "." : path).standardizedFileURL.path
    var existing = absolute
    var missing: [String] = []
    while existing != "/", !FileManager.default.fileExists(atPath: existing) {
      missing.insert((existing as NSString).lastPathComponent, at: 0)
      existing = (existing as NSString).deletingLastPathComponent
    }
    let resolved = realpath(existing, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    return (resolved ?? existing).split(separator: "/").map(String.init) + missing
  }
}
