import ArticleCleaning
import Foundation
package import NewsModel
package import ScannedText

/// Reads a pipeline file. Unknown keys, wrong types and aliases are faults; all of them are reported with their lines.
package enum PipelineFile {
  /// Throws `DefinitionErrors`.
  package static func read(_ path: String) throws -> PipelineDefinition {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DefinitionErrors([.init(file: path, reason: "no such pipeline, or it cannot be read")])
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw DefinitionErrors([.init(file: path, reason: "is not UTF-8")])
    }
    return try parse(text, file: path)
  }

  /// - Parameter exists: returns whether there is a file or folder at a path.
  package static func parse(
    _ text: String, file: String, exists: (String) -> Bool = { FileManager.default.fileExists(atPath: $0) }
  ) throws -> PipelineDefinition {
    var reader = YAMLReader(file: file)
    let name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    var definition = PipelineDefinition(name: name)
    definition.file = file
    var (database, reports): (String?, String?)
    var (dictionaries, topics): ([String]?, [String]?)
    let folder = (file as NSString).deletingLastPathComponent
    if let root = reader.root(of: text) {
      let known: Set = [
        "name", "archive", "archive_keeps_removed", "database", "reports", "dictionaries", "topics", "cleaning",
        "items", "trends", "report",
      ]
      for (key, value) in reader.entries(root, known: known) {
        switch key {
        case "name": reader.string(value).map { definition.name = $0 }
        case "archive": definition.archive = reader.strings(value).map { resolve($0, in: folder) }
        case "archive_keeps_removed": reader.flag(value).map { definition.keepsRemovedFiles = $0 }
        case "database": database = reader.string(value)
        case "reports": reports = reader.string(value)
        case "dictionaries": dictionaries = folders(value, in: folder, &reader, exists)
        case "topics": topics = folders(value, in: folder, &reader, exists)
        case "cleaning": read(value, into: &definition.cleaning, &reader)
        case "items": definition.cleaning.items = itemRules(value, &reader)
        case "trends": read(value, into: &definition.trends, &reader)
        default: read(value, into: &definition.report, &reader)
        }
      }
    } else if reader.faults.isEmpty {
      throw DefinitionErrors([.init(file: file, reason: "is empty")])
    }
    if !reader.faults.isEmpty {
      throw DefinitionErrors(reader.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    definition.dictionaries = try dictionaries ?? [Installation.shippedDictionaries(for: file)]
    // The shipped topics refer to names of the shipped dictionaries, so they cannot be read without these.
    definition.topics =
      try topics ?? (dictionaries == nil ? [Installation.shippedDictionaries(for: file) + "/topics"] : [])
    definition.lacksTopics = topics == nil && dictionaries != nil
    definition.database = database.map { resolve($0, in: folder) }
    definition.reports = reports.map { resolve($0, in: folder) }
    definition.reportsBesideDatabase = reports.flatMap {
      relative($0, toFolderOf: database ?? definition.databasePath)
    }
    return definition
  }

  /// Returns a path relative to the folder of another path; nil if that cannot be derived from their spelling.
  private static func relative(_ path: String, toFolderOf other: String) -> String? {
    let isFixed: (String) -> Bool = { $0.hasPrefix("/") || $0.hasPrefix("~") }
    if isFixed(path) { return path }
    if isFixed(other) { return nil }
    var wanted = resolve(path, in: "").split(separator: "/")[...]
    var folder = resolve(other, in: "").split(separator: "/").dropLast()
    while let first = folder.first, first == wanted.first {
      folder.removeFirst()
      wanted.removeFirst()
    }
    if folder.contains("..") { return nil }
    let parts = folder.map { _ in ".." } + wanted
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// Returns the paths of dictionaries or topics. A path that does not exist relative to the pipeline file is looked for
  /// relative to the shipped pipelines, so that a copy of a shipped pipeline works in any folder.
  private static func folders(
    _ node: YAMLNode, in folder: String, _ reader: inout YAMLReader, _ exists: (String) -> Bool
  ) -> [String] {
    return (node.items ?? [node]).compactMap { item in
      guard let path = reader.string(item) else { return nil }
      let shipped = Installation.home.map { resolve(path, in: $0 + "/Pipelines") }
      if let found = [resolve(path, in: folder), shipped].compactMap(\.self).first(where: exists) { return found }
      reader.complain(item, "no such file or folder: \(path)")
      return nil
    }
  }

  private static func read(
    _ node: YAMLNode, into cleaning: inout PipelineDefinition.Cleaning, _ reader: inout YAMLReader
  ) {
    for (key, value) in reader.entries(node, known: ["page_limit_mib", "latest_day", "templates"]) {
      switch key {
      case "page_limit_mib": reader.integer(value, in: 1...1024).map { cleaning.pageLimit = $0 << 20 }
      case "latest_day": cleaning.latestDay = reader.day(value)
      default: reader.flag(value).map { cleaning.templates = $0 }
      }
    }
  }

  /// Reads descriptions of pages with many items. Each names its pages, and the first line of an item by its label or by
  /// the level of its heading.
  private static func itemRules(_ node: YAMLNode, _ reader: inout YAMLReader) -> [ItemRule] {
    reader.items(node).compactMap { item in
      var pages: String?
      var starts: [ItemRule.Start] = []
      let faults = reader.faults.count
      for (key, value) in reader.entries(item, known: ["pages", "label", "heading"]) {
        switch key {
        case "pages": pages = reader.string(value)
        case "label":
          if let label = reader.string(value) {
            starts.append(.label(label.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: ": "))))
          }
        default: reader.integer(value, in: 1...6).map { starts.append(.heading($0)) }
        }
      }
      if reader.faults.count > faults { return nil }
      guard let pages else {
        reader.complain(item, "names no pages")
        return nil
      }
      guard starts.count == 1 else {
        reader.complain(item, "needs the first line of an item: either a label or the level of a heading")
        return nil
      }
      return ItemRule(pages: pages, start: starts[0])
    }
  }

  private static func read(_ node: YAMLNode, into trends: inout TrendParameters, _ reader: inout YAMLReader) {
    let known: Set = [
      "unit", "baseline_weeks", "minimum_baseline_weeks", "missing_share", "missing_chance", "minimum_count",
      "false_discovery_rate", "confidence",
      "burst_ratio", "burst_cost", "back_after_weeks", "quiet_after_weeks", "slope_weeks", "minimum_pair_count",
    ]
    let weeks = 1...520
    for (key, value) in reader.entries(node, known: known) {
      switch key {
      case "unit": reader.choice(value, of: TrendParameters.Unit.self).map { trends.unit = $0 }
      case "baseline_weeks": reader.integer(value, in: weeks).map { trends.baselineWeeks = $0 }
      case "minimum_baseline_weeks": reader.integer(value, in: weeks).map { trends.minimumBaselineWeeks = $0 }
      case "missing_share": reader.number(value, in: 0...1).map { trends.missingShare = $0 }
      case "missing_chance": reader.number(value, in: 0...1).map { trends.missingChance = $0 }
      case "minimum_count": reader.integer(value, in: 1...1_000_000).map { trends.minimumCount = $0 }
      case "false_discovery_rate": reader.number(value, in: 0.0001...0.5).map { trends.falseDiscoveryRate = $0 }
      case "confidence": reader.number(value, in: 0.5...0.9999).map { trends.confidence = $0 }
      case "burst_ratio": reader.number(value, in: 1.01...100).map { trends.burstRatio = $0 }
      case "burst_cost": reader.number(value, in: 0...100).map { trends.burstCost = $0 }
      case "back_after_weeks": reader.integer(value, in: weeks).map { trends.backAfterWeeks = $0 }
      case "quiet_after_weeks": reader.integer(value, in: weeks).map { trends.quietAfterWeeks = $0 }
      case "slope_weeks": reader.integer(value, in: weeks).map { trends.slopeWeeks = $0 }
      default: reader.integer(value, in: 1...1_000_000).map { trends.minimumPairCount = $0 }
      }
    }
  }

  private static func read(_ node: YAMLNode, into report: inout PipelineDefinition.Report, _ reader: inout YAMLReader) {
    for (_, value) in reader.entries(node, known: ["rows"]) {
      reader.integer(value, in: 1...1000).map { report.rows = $0 }
    }
  }

  /// Resolves a path relative to a folder, by spelling alone.
  static func resolve(_ path: String, in folder: String) -> String {
    if path.hasPrefix("/") { return path }
    if path == "~" || path.hasPrefix("~/") { return (path as NSString).expandingTildeInPath }
    let joined = folder.isEmpty ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in joined.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (joined.hasPrefix("/") ? "/" : "") + (parts.isEmpty ? "." : parts.joined(separator: "/"))
  }
}

extension YAMLReader {
  mutating func number(_ node: YAMLNode, in range: ClosedRange<Double>) -> Double? {
    if let text = node.text, let value = Double(text), range.contains(value) { return value }
    complain(node, "expected a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  mutating func flag(_ node: YAMLNode) -> Bool? {
    if let text = node.text, let flag = Bool(text) { return flag }
    complain(node, "expected true or false")
    return nil
  }

  package mutating func day(_ node: YAMLNode) -> Day? {
    if let text = node.text, text.utf8.count == 10, let day = Day(iso: text) { return day }
    complain(node, "expected a day as yyyy-mm-dd")
    return nil
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ node: YAMLNode, of: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    if let text = node.text, let choice = Choice(rawValue: text) { return choice }
    complain(node, "expected one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    return nil
  }
}
