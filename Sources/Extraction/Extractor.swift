package import NewsModel

/// Documents to mentions, countries and topics. Immutable: any thread may call it.
package struct Extractor: Sendable {
  /// In order of id.
  package let entities: [Entity]
  /// In order of id.
  package let topics: [Topic]

  /// Reads dictionary folders (later ones win over earlier ones, line by line) and topic packs.
  ///
  /// Throws `DefinitionErrors` with everything that is wrong in them.
  package init(folders: [String], packs: [String]) throws {
    entities = []
    topics = []
  }

  package func analyse(_ document: Document) -> AnalysedDocument {
    AnalysedDocument(document: document, mentions: [], countries: [], topics: [])
  }
}
