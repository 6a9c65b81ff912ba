import Foundation
package import NewsModel

/// Documents to mentions, countries and topics. Immutable: any thread may call it.
package struct Extractor: Sendable {
  package let dictionary: NameDictionary
  /// In order of id.
  package let topics: [Topic]
  private let finder: MentionFinder

  /// In order of id.
  package var entities: [Entity] { dictionary.entities }

  /// Reads dictionary folders (later ones win over earlier ones, line by line) and topic packs.
  ///
  /// Throws `DefinitionErrors` with everything that is wrong in them.
  package init(folders: [String], packs: [String]) throws {
    var faults: [DefinitionErrors.Fault] = []
    dictionary = DictionaryReader.read(folders: folders, faults: &faults)
    let lists = WordLists(folders: folders.map { $0 + "/patterns/words" }, faults: &faults)
    finder = MentionFinder(dictionary: dictionary, commonWords: CommonWords(lists.words["common-words"] ?? []))
    topics = []
    if !faults.isEmpty {
      throw DefinitionErrors(faults.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) })
    }
  }

  package func analyse(_ document: Document) -> AnalysedDocument {
    let scanned = ScannedDocument(document)
    let mentions = finder.mentions(in: scanned)
    return AnalysedDocument(document: document, mentions: mentions, countries: [], topics: [])
  }
}
