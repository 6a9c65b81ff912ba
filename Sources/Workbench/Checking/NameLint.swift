import Names
package import NewsModel
package import ScannedText

extension NameFinder {
  /// What `dateline check` reports of dictionaries and patterns that could be read: the doubtful lines, and the
  /// examples that fail.
  ///
  /// - Parameter mentions: finds a document's.
  package func lint(mentions: (ScannedDocument) -> [Mention]) -> [DefinitionErrors.Fault] {
    withoutActuallyEscaping(mentions) { mentions in
      lint.faults() + SuggestionCues.faults(in: folders)
        + PatternExamples(patterns: patterns, mentions: mentions).faults()
    }
  }

  /// What of it stands in the tables of some folders and changes what is found.
  package func lint(ofFolders folders: [String]) -> [DefinitionErrors.Fault] {
    lint.faultsThatCount().filter { fault in folders.contains { fault.file.hasPrefix($0 + "/") } }
  }

  private var lint: DictionaryLint {
    DictionaryLint(dictionary: dictionary, folders: folders, doubtful: DoubtfulSurfaces(self))
  }
}
