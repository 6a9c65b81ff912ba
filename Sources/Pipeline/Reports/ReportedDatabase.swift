import Foundation
import Reporting

/// Where the database of a report lies, seen from the report's own folder, so that both can be moved together. Reports
/// say it, and whoever has a report finds its database.
package enum ReportedDatabase {
  /// The key of a page's facts.
  static let key = "database"

  /// - Parameters:
  ///   - database: a path as the user wrote it.
  ///   - folder: of the reports; it need not exist yet.
  static func seen(_ database: String, from folder: String) -> String {
    let file = (database as NSString).lastPathComponent
    var to = real((database as NSString).deletingLastPathComponent)[...]
    var from = real(folder)[...]
    while let first = from.first, first == to.first {
      from.removeFirst()
      to.removeFirst()
    }
    return (from.map { _ in ".." } + to + [file]).joined(separator: "/")
  }

  /// What a page, or the pages of a folder, say of their database, as it stands there; nil where they do not say.
  static func said(at path: String) -> String? {
    guard let page = page(at: path), let file = FileHandle(forReadingAtPath: page),
      let bytes = try? file.read(upToCount: PageFacts.reach)
    else { return nil }
    return PageFacts.text(of: key, in: Array(bytes), isHTML: page.hasSuffix(".html"))
  }

  /// The path of the database that a page, or a folder of pages, names; nil where they name none.
  package static func path(namedAt report: String) -> String? {
    guard let said = said(at: report), let page = page(at: report) else { return nil }
    if said.hasPrefix("/") { return said }
    let folder = (page as NSString).deletingLastPathComponent
    return folder.isEmpty ? said : "\(folder)/\(said)"
  }

  /// The page itself; of a folder its index.
  private static func page(at path: String) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    return isFolder.boolValue ? "\(path)/index.md" : path
  }

  /// The parts of a path without links, as the system follows `..`. What does not exist yet has no links.
  private static func real(_ path: String) -> [String] {
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
