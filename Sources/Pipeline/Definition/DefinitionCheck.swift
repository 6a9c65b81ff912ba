import Foundation
package import NewsModel
import Topics

/// Finds faults in pipelines and in the dictionaries and rules that they name.
package struct DefinitionCheck {
  /// All faults and warnings, in the order in which they were found.
  package private(set) var faults: [DefinitionErrors.Fault] = []
  package var warnings: Int { faults.count(where: \.isWarning) }
  /// The numbers of pipelines, entities, topics and test sentences that were checked.
  package private(set) var pipelines = 0
  package private(set) var entities = 0
  package private(set) var topics = 0
  package private(set) var sentences = 0

  /// The combinations of dictionaries and topics that were checked. Pipelines that share one need no second check.
  private var seen: Set<[String]> = []
  private var seenFaults: Set<String> = []

  package init() {}

  package mutating func check(pipeline path: String) {
    pipelines += 1
    do {
      let definition = try PipelineFile.read(path)
      for missing in definition.archive where !FileManager.default.fileExists(atPath: missing) {
        add([.init(file: path, reason: "the archive \(missing) does not exist")])
      }
      add(DictionaryWarnings.withoutTopics(definition))
      guard seen.insert(definition.dictionaries + ["", ""] + definition.topics).inserted else { return }
      let stages = try DocumentStages(definition: definition, annotating: true)
      guard let extractor = stages.extractor else { return }
      entities = max(entities, extractor.entities.count)
      topics += extractor.topics.count
      sentences += extractor.topicSet.testCount
      add(extractor.lint())
      add(try CorrectionCheck.warnings(of: definition, extractor.names))
      add(extractor.topicSet.failedTests { stages.analyse($0) })
    } catch let errors as DefinitionErrors {
      add(errors.faults)
    } catch {
      add([.init(file: path, reason: "\(error)")])
    }
  }

  /// Returns the terms of a topic's rules, each with the phrases that it matches; nil if the pipeline has no such topic.
  package static func expansion(
    of topic: String, pipeline path: String
  ) throws -> [(term: String, variants: [String])]? {
    try DocumentStages(definition: PipelineFile.read(path), annotating: true).extractor?.topicSet.expanded(topic)
  }

  private mutating func add(_ found: [DefinitionErrors.Fault]) {
    for fault in found where seenFaults.insert(fault.description).inserted { faults.append(fault) }
  }
}
