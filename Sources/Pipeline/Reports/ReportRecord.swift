import Foundation
package import NewsModel

/// How trends and reports were made, as a database keeps it, so that `verify` needs no pipeline.
struct ReportRecord: Codable {
  var trends: TrendParameters
  var report: PipelineDefinition.Report
  /// Seen from the database's folder.
  var reports: String?

  init(_ definition: PipelineDefinition) {
    trends = definition.trends
    report = definition.report
    reports = definition.reportsBesideDatabase
  }

  /// Nil for what is none: a database of an earlier version.
  init?(json: String) {
    guard let record = try? JSONDecoder().decode(ReportRecord.self, from: Data(json.utf8)) else { return nil }
    self = record
  }

  /// With the keys in order, so that the same settings give the same text.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension PipelineDefinition {
  /// What a database tells of the pipeline that made it: its name, how trends and reports were made, and where its file
  /// has the reports.
  package init(recordedIn run: RunDescription?, of database: String) {
    self.init(name: run?.pipeline ?? "archive")
    guard let record = ReportRecord(json: run?.settings ?? "") else { return }
    trends = record.trends
    report = record.report
    reports = record.reports.map {
      PipelineFile.resolve($0, in: (database as NSString).deletingLastPathComponent)
    }
  }
}
