package import NewsModel
package import ScannedText
package import TextScanning

/// Finds the mentions and countries of documents by the dictionaries and patterns of some folders. It is immutable, so
/// any thread may use it.
package struct NameFinder: Sendable {
  /// The dictionary folders, in the order in which they were read.
  package let folders: [DictionaryFolder]
  package let dictionary: NameDictionary
  package let patterns: PatternSet
  package let wordLists: WordLists
  package let commonWords: CommonWords
  package let countries: CountryFinder
  private let rules: NameRules

  /// The entities of the dictionaries, in order of id.
  package var entities: [Entity] { dictionary.entities }

  /// The phrases that names and countries require, which are searched for together with those of topics.
  package struct Phrases {
    private let names: PhraseAutomaton.Builder
    private let contexts: PhraseAutomaton.Builder
    private let cues: PhraseAutomaton.Builder

    fileprivate init(
      names: PhraseAutomaton.Builder, contexts: PhraseAutomaton.Builder, cues: PhraseAutomaton.Builder
    ) {
      self.names = names
      self.contexts = contexts
      self.cues = cues
    }

    package func joined(withTopics topics: PhraseAutomaton.Builder) -> JointPhrases {
      JointPhrases(names: names, contexts: contexts, topics: topics, cues: cues)
    }
  }

  /// Reads dictionary folders and collects all errors in them. A line in a later folder replaces the same line in an
  /// earlier one.
  package static func read(
    folders: [String], faults: inout [DefinitionErrors.Fault]
  ) -> (finder: NameFinder, phrases: Phrases) {
    let folders = DictionaryFolder.list(folders)
    let (dictionary, names) = DictionaryReader.read(folders: folders, faults: &faults)
    let finder = NameFinder(folders: folders, dictionary: dictionary, faults: &faults)
    let phrases = Phrases(
      names: names, contexts: dictionary.contexts.phrases, cues: finder.countries.cues.phrases)
    return (finder, phrases)
  }

  private init(folders: [DictionaryFolder], dictionary: NameDictionary, faults: inout [DefinitionErrors.Fault]) {
    self.folders = folders
    self.dictionary = dictionary
    wordLists = WordLists(folders: folders, faults: &faults)
    commonWords = CommonWords(wordLists)
    patterns = PatternReader.read(folders: folders, lists: wordLists, commonWords: commonWords, faults: &faults)
    let references = ReferenceRules(words: patterns.words, dictionary: dictionary, folders: folders, faults: &faults)
    countries = CountryFinder(folders: folders, dictionary: dictionary, faults: &faults)
    rules = NameRules(
      dictionary: dictionary, commonWords: commonWords, patterns: patterns, references: references,
      countries: countries, bodies: NationalBodies(folders: folders, dictionary: dictionary, faults: &faults))
  }

  /// The names and countries that were found in a document.
  package struct Found: Sendable {
    /// Accepted and rejected mentions, in order of section, start and end.
    package let mentions: [Mention]
    /// The place of each mention.
    package let places: [MentionPlace]
    /// Highest score first, then code.
    package let countries: [CountryScore]
  }

  /// Finds the mentions and countries of a document.
  ///
  /// - Parameter phrases: The phrases that were found in each section.
  package func find(in scanned: ScannedDocument, _ phrases: [JointPhrases.Found]) -> Found {
    var steps = NameSteps(scanned, phrases, rules: rules)
    steps.run()
    var writer = MentionWriter(dictionary: dictionary, patterns: patterns, scanned: scanned)
    let (mentions, places) = writer.write(steps.candidates, order: steps.order)
    return Found(mentions: mentions, places: places, countries: steps.countries)
  }

  /// The number of dictionary surfaces that occur in a document, before any of them is checked. The benchmark measures
  /// the search by it.
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
}
