package import Names
package import NewsModel
package import ScannedText
package import Topics
package import Workbench

/// Finds the mentions, countries and topics of documents. Immutable, so any thread may call it.
package struct Extractor: Sendable {
  package let names: NameFinder
  package let topicSet: TopicSet
  private let phrases: JointPhrases

  /// In order of id.
  package var topics: [Topic] { topicSet.topics }
  /// In order of id.
  package var entities: [Entity] { names.entities }

  /// Reads dictionary folders and topic packs. Lines of a later folder replace those with the same id of an earlier one.
  /// Throws `DefinitionErrors` with all faults in them.
  package init(folders: [String], packs: [String]) throws {
    var faults: [DefinitionErrors.Fault] = []
    let namePhrases: NameFinder.Phrases
    (names, namePhrases) = NameFinder.read(folders: folders, faults: &faults)
    do {
      topicSet = try TopicSet(
        packs: packs, entities: EntityKinds(names.entities, countries: names.dictionary.countries))
    } catch let errors as DefinitionErrors {
      throw DefinitionErrors(faults + errors.faults)
    }
    phrases = namePhrases.joined(withTopics: topicSet.phrases)
    if !faults.isEmpty {
      throw DefinitionErrors(faults.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) })
    }
  }

  /// Reads the dictionaries and topics of a pipeline.
  package init(_ definition: PipelineDefinition) throws {
    try self.init(folders: definition.dictionaries, packs: definition.topics)
  }

  package func analyse(_ document: Document) -> AnalysedDocument {
    var document = document
    let (scanned, phrases) = search(&document)
    let found = Found(names: names.find(in: scanned, phrases), phrases: phrases)
    return AnalysedDocument(
      document: document, mentions: found.names.mentions, countries: found.names.countries,
      topics: findTopics(of: scanned, found))
  }

  /// Finds the phrases of a document. A text with more names than memory has room for is searched only up to the limit,
  /// and the document gets a problem.
  private func search(_ document: inout Document) -> (ScannedDocument, [JointPhrases.Found]) {
    let scanned = ScannedDocument(document)
    let phrases = phrases.find(in: scanned)
    let portion = NamePortion(scanned, phrases)
    guard let ends = portion.ends else { return (scanned, phrases) }
    document.problems.append(
      Problem(
        source: document.source, kind: .tooLarge,
        reason: "\(portion.leftOut) bytes of its text not searched: the first \(DocumentLimits.names) names and words "
          + "with a capital are"))
    let part = ScannedDocument(document, upTo: ends)
    return (part, self.phrases.find(in: part))
  }
}

/// The steps of `analyse` one by one, for measuring them.
extension Extractor {
  /// The names and countries of a document, and the phrases that topics are found by.
  package struct Found: Sendable {
    package let names: NameFinder.Found
    /// By section.
    fileprivate let phrases: [JointPhrases.Found]
  }

  package func findNames(in scanned: ScannedDocument) -> Found {
    let phrases = phrases.find(in: scanned)
    return Found(names: names.find(in: scanned, phrases), phrases: phrases)
  }

  package func findTopics(of scanned: ScannedDocument, _ found: Found) -> [TopicAssignment] {
    topicSet.assign(scanned, mentions: found.names.mentions, places: found.names.places, found.phrases)
  }
}

/// Functions of the workbench that need the mentions or the country evidence of a document.
extension Extractor {
  /// Returns the faults that `dateline check` reports in dictionaries and patterns that could be read.
  package func lint() -> [DefinitionErrors.Fault] {
    names.lint { findNames(in: $0).names.mentions }
  }

  /// Explains every place of a document where a text occurs, in any spelling; empty if it does not occur.
  package func explain(surface: String, in document: Document) -> [SurfaceExplanation] {
    names.explain(surface: surface, in: document, mentions: analyse(document).mentions)
  }

  /// Returns the evidence for the countries of a document other than mentions, by code, each once and in order of the text.
  package func countryEvidence(in document: Document) -> [String: [String]] {
    let scanned = ScannedDocument(document)
    return names.countries.otherEvidence(of: scanned, phrases.find(in: scanned))
  }
}
