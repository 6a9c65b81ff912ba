import Foundation
import NewsModel
import Reporting
import TextScanning

/// What a folder of reports was made from: for each week a hash, the files, the lengths of its rows in the tables and its
/// line in the index. With it, a run writes only what changed. It is a file in the folder, one JSON object a line.
struct ReportManifest: Sendable {
  /// The hash of everything on which the folder as a whole depends; empty if the folder is not complete.
  var whole = ""
  /// The files that belong to no single week, with their sizes in bytes.
  var files: [String: Int] = [:]
  /// In order of week.
  var weeks: [Entry] = []

  struct Entry: Codable, Sendable {
    /// The hash of everything on which the page and the rows of the week depend; empty if they must be made again.
    var inputs: String
    /// The files of the week with their sizes in bytes.
    var files: [String: Int]
    /// The lengths of its rows in the tables, in the order of `ReportTables.headers`, in bytes.
    var tables: [Int]
    var line: WeekIndex.Line
    var week: Week { line.week }
  }

  private struct Head: Codable {
    var whole: String
    var files: [String: Int]
  }

  static let name = ".manifest.jsonl"
  /// The chart of the index, which an archive without topics does not have.
  private static let topicsChart = "topics.svg"

  init() {}

  /// Reads the manifest of a folder. A file that is missing, damaged or of another form is one without weeks.
  init(folder: String) {
    guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(Self.name)") else { return }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let decoder = JSONDecoder()
    guard let first = lines.first, let head = try? decoder.decode(Head.self, from: Data(first)),
      let weeks = try? lines.dropFirst().map({ try decoder.decode(Entry.self, from: Data($0)) }),
      weeks.allSatisfy({ $0.tables.count == ReportTables.headers.count && $0.tables.allSatisfy { $0 >= 0 } }),
      zip(weeks, weeks.dropFirst()).allSatisfy({ $0.week < $1.week })
    else { return }
    whole = head.whole
    files = head.files
    self.weeks = weeks
  }

  func write(to folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes = Array(try encoder.encode(Head(whole: whole, files: files)))
    for week in weeks {
      bytes.append(UInt8(ascii: "\n"))
      bytes += try encoder.encode(week)
    }
    bytes.append(UInt8(ascii: "\n"))
    let path = "\(folder)/\(Self.name)"
    if FileManager.default.contents(atPath: path) != Data(bytes) { try ReplacedFile.write(bytes, to: path) }
  }

  /// The page with which a reader begins: that of the last complete week, or else of the last week.
  var latest: (week: Week, isComplete: Bool)? {
    weeks.last { $0.line.isComplete }.map { ($0.week, true) } ?? weeks.last.map { ($0.week, false) }
  }

  /// Whether all files are in a folder and have their sizes.
  static func has(_ files: [String: Int], in folder: String) -> Bool {
    files.allSatisfy { FileSize.of("\(folder)/\($0.key)") == $0.value }
  }

  /// Removes the pages and charts of weeks that the manifest does not name: those of weeks that are gone, and what an
  /// interrupted run wrote.
  func removeOthers(from folder: String) {
    let known = Set(weeks.flatMap(\.files.keys)).union(files.keys)
    for place in ["", "charts/"] {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(place)")) ?? []
      where (Self.isOfWeek(name) || name == Self.topicsChart) && !known.contains(place + name) {
        unlink("\(folder)/\(place)\(name)")
      }
    }
  }

  /// Whether a file has the name of a week's page or chart: `2013-W05.md`, `2013-W05-topics.svg`.
  private static func isOfWeek(_ name: String) -> Bool {
    guard Week(iso: name.prefix(8)) != nil else { return false }
    let rest = name.dropFirst(8)
    return rest == ".md" || rest == ".html" || rest.hasPrefix("-") && rest.hasSuffix(".svg")
  }
}

/// The size of a file in bytes; nil if there is no regular file.
enum FileSize {
  static func of(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}
