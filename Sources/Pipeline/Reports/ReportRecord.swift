import Foundation
package import NewsModel

/// The settings of trends and reports as a database stores them, so that `verify` needs no pipeline.
struct ReportRecord: Codable {
  var trends: TrendParameters
  var report: PipelineDefinition.Report
  /// The folder of reports, relative to the folder of the database.
  var reports: String?

  init(_ definition: PipelineDefinition) {
    trends = definition.trends
    report = definition.report
    reports = definition.reportsBesideDatabase
  }

  /// Returns nil if the text is not a record.
  init?(json: String) {
    guard let record = try? JSONDecoder().decode(ReportRecord.self, from: Data(json.utf8)) else { return nil }
    self = record
  }

  /// Returns the record with its keys in order, so that the same settings give the same text.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension PipelineDefinition {
  /// Creates the part of a pipeline's definition that its database records: the name, the settings of trends and reports,
  /// and the folder of reports.
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
