import Foundation
import NewsModel
import Reporting
import Testing

@Suite struct ReportFolderTests {
  /// All files for an archive of 26 weeks.
  static func folder() throws -> [String: [UInt8]] {
    let reports = (0...25).map { SyntheticReport.report(weekInHistory: $0) }
    var files: [String: [UInt8]] = [:]
    for file in ReportTables.headers { files[file.path] = file.bytes }
    var index = WeekIndex(SyntheticReport.facts)
    for report in reports {
      for file in ReportPages.files(for: report) { files[file.path] = file.bytes }
      for file in ReportTables.rows(of: report) { files[file.path, default: []] += file.bytes }
      index.add(WeekIndex.Line(report))
    }
    let description = ReportTables.description(archive: "Example archive")
    for file in index.files + [description] { files[file.path] = file.bytes }
    try writeOut(files.map { ReportFile(path: $0.key, bytes: $0.value) })
    return files
  }

  /// Writes the files for a person or another parser to the folder in `DATELINE_REPORT_FOLDER`, if it is set.
  static func writeOut(_ files: [ReportFile], to subfolder: String = "") throws {
    guard let folder = ProcessInfo.processInfo.environment["DATELINE_REPORT_FOLDER"] else { return }
    for file in files {
      let url = URL(fileURLWithPath: folder).appendingPathComponent(subfolder).appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }

  @Test func everyLinkLeadsSomewhere() throws {
    let files = try Self.folder()
    for (path, bytes) in files where path.hasSuffix(".md") {
      let text = String(decoding: bytes, as: UTF8.self)
      for target in Self.targets(in: text, from: "](", to: ")") where !target.hasPrefix("https://") {
        if target.hasPrefix("#") {
          #expect(text.contains("<a id=\"\(target.dropFirst())\"></a>"), "\(path): \(target)")
        } else if target != "2013-W06.md" {
          let isGap = target == "2012-W41.md"
          #expect(files[target] != nil || isGap, "\(path): \(target)")
        }
      }
    }
    for (path, bytes) in files where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      for target in Self.targets(in: text, from: "href=\"", to: "\"") where target.hasPrefix("#") {
        #expect(text.contains("id=\"\(target.dropFirst())\""), "\(path): \(target)")
      }
    }
  }

  static func targets(in text: String, from start: String, to end: String) -> [String] {
    text.components(separatedBy: start).dropFirst().compactMap { $0.components(separatedBy: end).first }
  }
}
