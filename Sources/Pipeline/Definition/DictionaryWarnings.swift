import Foundation
import NewsModel
import Workbench

/// The faults that `check` would find in the user's own dictionary folders, as warnings of commands that continue.
enum DictionaryWarnings {
  /// Shipped folders give no warnings, because the tests check them.
  static func warnings(of definition: PipelineDefinition, in extractor: Extractor) -> [DefinitionErrors.Fault] {
    let folders = definition.dictionaries.filter { !isShipped($0) }
    return withoutTopics(definition)
      + (folders.isEmpty ? [] : extractor.names.lint(ofFolders: folders).map(\.asWarning))
  }

  static func withoutTopics(_ definition: PipelineDefinition) -> [DefinitionErrors.Fault] {
    guard definition.lacksTopics else { return [] }
    let reason =
      "names dictionaries but no topics, so no document will have a topic; write 'topics: []' if this is intended"
    return [.init(file: definition.file, reason: reason, isWarning: true)]
  }

  static func isShipped(_ folder: String) -> Bool {
    func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    return Installation.home.map { (resolved(folder) + "/").hasPrefix(resolved($0 + "/Dictionaries") + "/") } ?? false
  }
}

extension DefinitionErrors.Fault {
  fileprivate var asWarning: Self {
    var warning = self
    warning.isWarning = true
    return warning
  }
}
