import ArgumentParser
import Foundation
import NewsStore

/// The option that selects the database that a command reads.
struct DatabaseOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database; by default DATELINE_DATABASE, or else the only .sqlite file in this folder.", valueName: "file"))
  var database: String?

  /// Returns the path without checking that a database exists there. Throws `NoneFound` if nothing selects a database.
  ///
  /// - Parameter known: The path of the database according to another file; used if the file exists.
  func path(else known: String? = nil) throws -> String {
    if let database { return database }
    if let known, FileManager.default.fileExists(atPath: known) { return known }
    if let path = ProcessInfo.processInfo.environment["DATELINE_DATABASE"], !path.isEmpty { return path }
    let names = try FileManager.default.contentsOfDirectory(atPath: ".").filter { $0.hasSuffix(".sqlite") }.sorted()
    guard names.count == 1 else { throw NoneFound(names: names) }
    return names[0]
  }

  func open(else known: String? = nil) throws -> NewsStore { try NewsStore.forReading(path: path(else: known)) }

  struct NoneFound: Error, CustomStringConvertible {
    var names: [String]

    var description: String {
      names.isEmpty
        ? "no database in this folder: name one with --database, or make one with 'dateline run'"
        : "several databases in this folder (\(names.joined(separator: ", "))): name one with --database"
    }
  }
}
