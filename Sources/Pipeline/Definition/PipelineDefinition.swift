package import ArticleCleaning
import Foundation
package import NewsModel

/// The contents of a pipeline file. Paths in the file are relative to its folder; here they are resolved.
package struct PipelineDefinition: Sendable, Equatable {
  package var name: String
  /// The path of the file, for messages; empty if there is none.
  package var file = ""
  /// Files and folders of the archive.
  package var archive: [String] = []
  /// Whether the database keeps the documents of files that the archive no longer contains.
  package var keepsRemovedFiles = false
  package var database: String?
  package var reports: String?
  /// The folder of reports relative to the folder of the database, as the file names both. A command that has only the
  /// database can find the reports with it. Nil if the file names no reports.
  package var reportsBesideDatabase: String?
  /// Dictionary folders. A line of a later folder replaces the line with the same id of an earlier one.
  package var dictionaries: [String] = []
  /// Topic packs, or folders of them.
  package var topics: [String] = []
  /// True if the file names dictionaries but has no key for topics, which is more often forgotten than intended.
  package var lacksTopics = false
  package var cleaning = Cleaning()
  package var trends = TrendParameters()
  package var report = Report()

  package init(name: String) { self.name = name }

  /// The path of the database; in the working folder if none is named.
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
    /// The number of bytes, after decompression, up to which a page is read. The rest is left out and reported.
    package var pageLimit = 32 << 20
    /// The last day that is believed as a publication date; nil for the program's own limit.
    package var latestDay: Day?
    /// Whether blocks that recur on the pages of a site are moved to the zones of its template.
    package var templates = true
    /// The pages with many items that the file describes with its key `items`.
    package var items: [ItemRule] = []

    package init(
      pageLimit: Int = 32 << 20, latestDay: Day? = nil, templates: Bool = true, items: [ItemRule] = []
    ) {
      self.pageLimit = pageLimit
      self.latestDay = latestDay
      self.templates = templates
      self.items = items
    }
  }

  package struct Report: Sendable, Equatable, Codable {
    /// The number of rows in each table.
    package var rows = 15
  }
}
