import Foundation
import NewsModel
import Workbench

/// What `check` would find in the dictionary folders of the user's own, for commands that go on all the same.
enum DictionaryWarnings {
  /// Of dictionaries none where all folders are shipped ones, which `check` and the tests have seen.
  static func warnings(of definition: PipelineDefinition, in extractor: Extractor) -> [DefinitionErrors.Fault] {
    let folders = definition.dictionaries.filter { !isShipped($0) }
    return withoutTopics(definition)
      + (folders.isEmpty ? [] : extractor.names.lint(ofFolders: folders).map(\.asWarning))
  }

  static func withoutTopics(_ definition: PipelineDefinition) -> [DefinitionErrors.Fault] {
    guard definition.namesNoTopics else { return [] }
    let reason = "names dictionaries and no topics: no document has one; 'topics: []' says that this is meant"
    return [.init(file: definition.file, reason: reason, isWarning: true)]
  }

  private static func isShipped(_ folder: String) -> Bool {
    func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    return Installation.home.map { resolved(folder).hasPrefix(resolved($0) + "/") } ?? false
  }
}

extension DefinitionErrors.Fault {
  fileprivate var asWarning: Self {
    var warning = self
    warning.isWarning = true
    return warning
  }
}
