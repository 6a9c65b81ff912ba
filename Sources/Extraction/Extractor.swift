import Foundation
package import NewsModel
import TextScanning

/// Documents to mentions, countries and topics. Immutable: any thread may call it.
package struct Extractor: Sendable {
  package let dictionary: NameDictionary
  package let patterns: PatternSet
  package let topicSet: TopicSet
  let phrases: JointPhrases
  let finder: MentionFinder
  let countryFinder: CountryFinder
  let suggestionCues: SuggestionCues
  let doubtfulSurfaces: DoubtfulSurfaces
  let folders: [String]

  /// In order of id.
  package var topics: [Topic] { topicSet.topics }
  /// In order of id.
  package var entities: [Entity] { dictionary.entities }

  /// Reads dictionary folders (later ones win over earlier ones, line by line) and topic packs.
  ///
  /// Throws `DefinitionErrors` with everything that is wrong in them.
  package init(folders: [String], packs: [String]) throws {
    var faults: [DefinitionErrors.Fault] = []
    self.folders = folders
    let names: PhraseAutomaton.Builder
    (dictionary, names) = DictionaryReader.read(folders: folders, faults: &faults)
    let lists = WordLists(folders: folders.map { $0 + "/patterns/words" }, faults: &faults)
    let commonWords = CommonWords(
      lists.words["common-words"] ?? [], headlineVerbs: lists.words["headline-verbs"] ?? [])
    patterns = PatternReader.read(folders: folders, lists: lists, commonWords: commonWords, faults: &faults)
    let references = ReferenceRules(words: patterns.words, dictionary: dictionary, folders: folders, faults: &faults)
    finder = MentionFinder(
      dictionary: dictionary, commonWords: commonWords, patterns: patterns,
      references: references)
    countryFinder = CountryFinder(
      folders: folders, dictionary: dictionary, commonWords: commonWords, faults: &faults)
    doubtfulSurfaces = DoubtfulSurfaces(
      commonWords: commonWords, namesFirst: Set((lists.words["names-first"] ?? []).map(foldedWords)))
    suggestionCues = SuggestionCues(folders: folders, faults: &faults)
    do {
      topicSet = try TopicSet(packs: packs, entities: EntityKinds(dictionary.entities, countries: dictionary.countries))
    } catch let errors as DefinitionErrors {
      throw DefinitionErrors(faults + errors.faults)
    }
    phrases = JointPhrases(
      names: names, contexts: dictionary.contexts.phrases, topics: topicSet.terms.phrases(),
      cues: countryFinder.cues.phrases)
    if !faults.isEmpty {
      throw DefinitionErrors(faults.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) })
    }
  }

  package func analyse(_ document: Document) -> AnalysedDocument {
    let scanned = ScannedDocument(document)
    var found = findMentions(in: scanned)
    let countries = findCountries(of: scanned, &found)
    return AnalysedDocument(
      document: document, mentions: found.mentions, countries: countries, topics: findTopics(of: scanned, found))
  }
}

/// The steps of `analyse`, in order, for who measures them.
extension Extractor {
  /// A document's mentions, and what they were made of.
  package struct Found: Sendable {
    package fileprivate(set) var mentions: [Mention]
    fileprivate var origins: [MentionOrigin]
    /// By section.
    fileprivate var phrases: [JointPhrases.Found]
  }

  /// How many dictionary surfaces stand in a document, before anything is asked of them: the search alone.
  package func countSurfaces(in scanned: ScannedDocument) -> Int {
    var matches: [PhraseAutomaton.Match] = []
    var count = 0
    for section in scanned.sections {
      matches.removeAll(keepingCapacity: true)
      dictionary.automaton.search(section.stream, in: section.bytes, into: &matches)
      count += matches.count
    }
    return count
  }

  package func findMentions(in scanned: ScannedDocument) -> Found {
    let phrases = phrases.find(in: scanned)
    let (mentions, origins) = finder.find(in: scanned, phrases)
    return Found(mentions: mentions, origins: origins, phrases: phrases)
  }

  /// Where a name has several bearers the mention that stands may change.
  package func findCountries(of scanned: ScannedDocument, _ found: inout Found) -> [CountryScore] {
    countryFinder.countries(of: scanned, mentions: &found.mentions, found.origins, found.phrases)
  }

  package func findTopics(of scanned: ScannedDocument, _ found: Found) -> [TopicAssignment] {
    topicSet.assign(scanned, mentions: found.mentions, found.origins, found.phrases)
  }
}
