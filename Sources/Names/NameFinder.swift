package import NewsModel
package import ScannedText
package import TextScanning

/// Documents to mentions and countries, by the dictionaries and patterns of some folders. Immutable: any thread may call it.
package struct NameFinder: Sendable {
  /// In the order that they were read in.
  package let folders: [String]
  package let dictionary: NameDictionary
  package let patterns: PatternSet
  package let wordLists: WordLists
  package let commonWords: CommonWords
  package let countries: CountryFinder
  private let rules: NameRules

  /// In order of id.
  package var entities: [Entity] { dictionary.entities }

  /// The phrases that names and countries ask for, to be looked for together with those of topics.
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

  /// Reads dictionary folders (later ones win over earlier ones, line by line); gathers everything that is wrong in them.
  package static func read(
    folders: [String], faults: inout [DefinitionErrors.Fault]
  ) -> (finder: NameFinder, phrases: Phrases) {
    let (dictionary, names) = DictionaryReader.read(folders: folders, faults: &faults)
    let finder = NameFinder(folders: folders, dictionary: dictionary, faults: &faults)
    let phrases = Phrases(
      names: names, contexts: dictionary.contexts.phrases, cues: finder.countries.cues.phrases)
    return (finder, phrases)
  }

  private init(folders: [String], dictionary: NameDictionary, faults: inout [DefinitionErrors.Fault]) {
    self.folders = folders
    self.dictionary = dictionary
    wordLists = WordLists(folders: folders.map { $0 + "/patterns/words" }, faults: &faults)
    commonWords = CommonWords(wordLists)
    patterns = PatternReader.read(folders: folders, lists: wordLists, commonWords: commonWords, faults: &faults)
    let references = ReferenceRules(words: patterns.words, dictionary: dictionary, folders: folders, faults: &faults)
    rules = NameRules(
      dictionary: dictionary, commonWords: commonWords, patterns: patterns, references: references)
    countries = CountryFinder(folders: folders, dictionary: dictionary, commonWords: commonWords, faults: &faults)
  }

  /// Those that stand and those that were rejected, in order of section, start, end, each with what it was made of.
  ///
  /// - Parameter phrases: what was found in each section.
  package func findMentions(
    in scanned: ScannedDocument, _ phrases: [JointPhrases.Found]
  ) -> (mentions: [Mention], origins: [MentionOrigin]) {
    var steps = NameSteps(scanned, phrases, rules: rules)
    steps.run()
    var writer = MentionWriter(dictionary: dictionary, patterns: patterns, scanned: scanned)
    return writer.write(steps.candidates)
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
}
