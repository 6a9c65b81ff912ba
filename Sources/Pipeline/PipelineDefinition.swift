import Foundation
package import NewsModel

/// What the user wrote in `Pipelines/NAME.yaml`. Paths in it are relative to the file's folder; here they are resolved.
package struct PipelineDefinition: Sendable, Equatable {
  package var name: String
  /// Where it stands, for messages; empty for none.
  package var file = ""
  /// Files and folders of the archive.
  package var archive: [String] = []
  package var database: String?
  package var reports: String?
  /// The same as its file has it, seen from the folder of the file's database, so that whoever finds that database finds
  /// its reports; nil when the file names none.
  package var reportsBesideDatabase: String?
  /// Dictionary folders; a line of a later one wins over the same id of an earlier one.
  package var dictionaries: [String] = []
  /// Topic packs, or folders of them.
  package var topics: [String] = []
  /// Its file names dictionaries and says nothing of topics, which is more often forgotten than meant.
  package var namesNoTopics = false
  package var cleaning = Cleaning()
  package var trends = TrendParameters()
  package var report = Report()

  package init(name: String) { self.name = name }

  /// Where the database is, in the working folder unless told.
  package var databasePath: String { database ?? "\(name).sqlite" }
  package var reportsFolder: String { reports ?? "Reports/\(name)" }

  /// The folders of the page vocabulary: the shipped one, by which every pipeline cleans, then the folders `pages` in the
  /// user's dictionary folders. Throws `Installation.Missing`.
  func pageVocabulary() throws -> [String] {
    guard let home = Installation.home else { throw Installation.Missing() }
    let shipped = home + "/Dictionaries/pages"
    func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    return [shipped]
      + dictionaries.map { $0 + "/pages" }.filter {
        FileManager.default.fileExists(atPath: $0) && resolved($0) != resolved(shipped)
      }
  }

  package struct Cleaning: Sendable, Equatable {
    /// A page is read up to this many bytes after decompression; the rest is left out and named.
    package var pageLimit = 32 << 20
    /// No publication date after this day is believed; nil for the last that is believed at all.
    package var latestDay: Day?
    /// Blocks that recur on a site's pages are zoned as its template.
    package var templates = true

    package init(pageLimit: Int = 32 << 20, latestDay: Day? = nil, templates: Bool = true) {
      self.pageLimit = pageLimit
      self.latestDay = latestDay
      self.templates = templates
    }
  }

  package struct Report: Sendable, Equatable, Codable {
    /// Rows a table.
    package var rows = 15
  }
}
