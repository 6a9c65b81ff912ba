import Names
package import NewsModel
package import ScannedText

extension NameFinder {
  /// Returns what `dateline check` reports about dictionaries and patterns that could be read: doubtful lines and
  /// failed examples.
  ///
  /// - Parameter mentions: Finds the mentions of a document.
  package func lint(mentions: (ScannedDocument) -> [Mention]) -> [DefinitionErrors.Fault] {
    withoutActuallyEscaping(mentions) { mentions in
      lint.faults() + SuggestionCues.faults(in: folders)
        + PatternExamples(patterns: patterns, mentions: mentions).faults()
    }
  }

  /// Returns only the faults in the tables of some folders that change what is found.
  package func lint(ofFolders folders: [String]) -> [DefinitionErrors.Fault] {
    lint.faultsThatCount().filter { fault in folders.contains { fault.file.hasPrefix($0 + "/") } }
  }

  private var lint: DictionaryLint {
    DictionaryLint(dictionary: dictionary, folders: folders.map(\.path), doubtful: DoubtfulSurfaces(self))
  }
}
