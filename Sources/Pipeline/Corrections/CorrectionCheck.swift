import Foundation
import Identity
import Names
import NewsModel
import NewsStore

/// Checks the corrections of a pipeline.
enum CorrectionCheck {
  /// Returns the lines that change nothing: a later line wins over them, or the pipeline's database has no mention to
  /// which they apply. Throws `DefinitionErrors` for lines that are wrong.
  static func warnings(of definition: PipelineDefinition, _ names: NameFinder) throws -> [DefinitionErrors.Fault] {
    let corrections = try IdentityKnowledge(names).corrections
    func warning(_ origin: String, _ reason: String) -> DefinitionErrors.Fault {
      let place = origin.split(separator: ":")
      return .init(file: String(place[0]), line: Int(place[1]) ?? 0, reason: reason, isWarning: true)
    }
    var warnings = corrections.overridden.map { warning($0.origin, "changes nothing: a later line wins") }
    let database = definition.databasePath
    if !corrections.corrections.isEmpty, FileManager.default.fileExists(atPath: database) {
      let store = try NewsStore.forReading(path: database)
      let overridden = Set(corrections.overridden.map(\.origin))
      for origin in try store.idleDecisions(of: Corrections.step) where !overridden.contains(origin) {
        warnings.append(warning(origin, "changes nothing: \(database) has no such name"))
      }
      for correction in corrections.corrections {
        if let target = correction.action.target, target.contains("~"), try !store.contains(.name, target) {
          warnings.append(warning(correction.origin, "changes nothing: \(database) has no name “\(target)”"))
        }
      }
    }
    return warnings
  }
}
