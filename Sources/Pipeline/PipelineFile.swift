import Foundation
import NewsModel
import Yams

/// Reads a pipeline file. Unknown keys, wrong types and aliases are faults with their line; all are told at once.
package enum PipelineFile {
  /// A pipeline is a page of text; what is larger is another file by mistake or a bomb.
  static let sizeLimit = 256 << 10

  /// Throws `DefinitionErrors`, or Foundation's error for a file that cannot be read.
  package static func read(_ path: String) throws -> PipelineDefinition {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    guard data.count <= sizeLimit else { throw DefinitionErrors([.init(file: path, reason: "larger than 256 KiB")]) }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw DefinitionErrors([.init(file: path, reason: "is not UTF-8")])
    }
    return try parse(text, file: path)
  }

  package static func parse(_ text: String, file: String) throws -> PipelineDefinition {
    let folder = (file as NSString).deletingLastPathComponent
    let reader = DefinitionReader(file: file)
    var definition = PipelineDefinition(name: ((file as NSString).lastPathComponent as NSString).deletingPathExtension)
    definition.file = file
    func resolved(_ path: String) -> String {
      if path.hasPrefix("/") { return path }
      if path == "~" || path.hasPrefix("~/") { return (path as NSString).expandingTildeInPath }
      return folder.isEmpty ? path : normalised(folder + "/" + path)
    }
    reader.map(
      try reader.root(of: text),
      [
        "name": { if let name = reader.string($0) { definition.name = name } },
        "archive": { definition.archive = reader.strings($0).map(resolved) },
        "database": { definition.database = reader.string($0).map(resolved) },
        "reports": { definition.reports = reader.string($0).map(resolved) },
        "dictionaries": { definition.dictionaries = reader.strings($0).map(resolved) },
        "topics": { definition.topics = reader.strings($0).map(resolved) },
        "cleaning": {
          reader.map(
            $0,
            [
              "page_limit_mib": { node in
                if let limit = reader.integer(node, in: 1...1024) { definition.cleaning.pageLimit = limit << 20 }
              },
              "latest_day": { definition.cleaning.latestDay = reader.day($0) },
              "templates": { if let flag = reader.flag($0) { definition.cleaning.templates = flag } },
            ])
        },
        "trends": {
          reader.map(
            $0,
            [
              "unit": {
                if let unit = reader.choice($0, of: TrendParameters.Unit.self) { definition.trends.unit = unit }
              },
              "baseline_weeks": { if let n = reader.integer($0, in: 2...520) { definition.trends.baselineWeeks = n } },
              "minimum_baseline_weeks": {
                if let n = reader.integer($0, in: 2...520) { definition.trends.minimumBaselineWeeks = n }
              },
              "minimum_count": {
                if let n = reader.integer($0, in: 1...1_000_000) { definition.trends.minimumCount = n }
              },
              "false_discovery_rate": {
                if let rate = reader.number($0, in: 0.0001...0.5) { definition.trends.falseDiscoveryRate = rate }
              },
              "confidence": {
                if let level = reader.number($0, in: 0.5...0.9999) { definition.trends.confidence = level }
              },
              "burst_ratio": { if let s = reader.number($0, in: 1.01...100) { definition.trends.burstRatio = s } },
              "burst_cost": { if let gamma = reader.number($0, in: 0...100) { definition.trends.burstCost = gamma } },
              "back_after_weeks": {
                if let n = reader.integer($0, in: 1...520) { definition.trends.backAfterWeeks = n }
              },
              "quiet_after_weeks": {
                if let n = reader.integer($0, in: 1...520) { definition.trends.quietAfterWeeks = n }
              },
              "slope_weeks": { if let n = reader.integer($0, in: 4...520) { definition.trends.slopeWeeks = n } },
              "minimum_pair_count": {
                if let n = reader.integer($0, in: 1...1_000_000) { definition.trends.minimumPairCount = n }
              },
            ])
        },
        "report": {
          reader.map($0, ["rows": { if let n = reader.integer($0, in: 1...1000) { definition.report.rows = n } }])
        },
      ])
    try reader.finish()
    return definition
  }

  /// `a/b/../c` to `a/c`, by spelling alone.
  private static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + (parts.isEmpty ? "." : parts.joined(separator: "/"))
  }
}
