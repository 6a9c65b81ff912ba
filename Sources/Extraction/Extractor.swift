import Foundation
package import NewsModel

/// Documents to mentions, countries and topics. Immutable: any thread may call it.
package struct Extractor: Sendable {
  package let dictionary: NameDictionary
  package let patterns: PatternSet
  package let topicSet: TopicSet
  let finder: MentionFinder
  private let countryFinder: CountryFinder

  /// In order of id.
  package var topics: [Topic] { topicSet.topics }
  /// In order of id.
  package var entities: [Entity] { dictionary.entities }

  /// Reads dictionary folders (later ones win over earlier ones, line by line) and topic packs.
  ///
  /// Throws `DefinitionErrors` with everything that is wrong in them.
  package init(folders: [String], packs: [String]) throws {
    var faults: [DefinitionErrors.Fault] = []
    dictionary = DictionaryReader.read(folders: folders, faults: &faults)
    let lists = WordLists(folders: folders.map { $0 + "/patterns/words" }, faults: &faults)
    patterns = PatternReader.read(folders: folders, lists: lists, faults: &faults)
    let references = ReferenceRules(words: patterns.words, dictionary: dictionary, folders: folders, faults: &faults)
    finder = MentionFinder(
      dictionary: dictionary, commonWords: CommonWords(lists.words["common-words"] ?? []), patterns: patterns,
      references: references)
    countryFinder = CountryFinder(folders: folders, dictionary: dictionary, faults: &faults)
    do {
      topicSet = try TopicSet(packs: packs, entities: EntityKinds(dictionary.entities))
    } catch let errors as DefinitionErrors {
      throw DefinitionErrors(faults + errors.faults)
    }
    if !faults.isEmpty {
      throw DefinitionErrors(faults.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) })
    }
  }

  package func analyse(_ document: Document) -> AnalysedDocument {
    let scanned = ScannedDocument(document)
    var mentions = finder.mentions(in: scanned)
    let countries = countryFinder.countries(of: scanned, mentions: &mentions)
    return AnalysedDocument(
      document: document, mentions: mentions, countries: countries, topics: topicSet.assign(scanned, mentions: mentions)
    )
  }
}
