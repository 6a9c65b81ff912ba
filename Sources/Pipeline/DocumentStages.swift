import Repetition
import ArticleCleaning
import NewsModel

/// A document's way through the stages that need no other document. Immutable: any lane may call it.
struct DocumentStages: Sendable {
  let cleaner: ArticleCleaner
  /// Nil to stop after cleaning.
  let extractor: Extractor?

  /// Throws `DefinitionErrors` when dictionaries or rules are wrong; they are read only when `annotating`.
  init(definition: PipelineDefinition, annotating: Bool) throws {
    cleaner = ArticleCleaner(options: .init(latestDay: definition.cleaning.latestDay))
    extractor = annotating ? try Extractor(folders: definition.dictionaries, packs: definition.topics) : nil
  }

  var entities: [Entity] { extractor?.entities ?? [] }
  var topics: [Topic] { extractor?.topics ?? [] }

  func analyse(_ raw: RawDocument) -> AnalysedDocument { analyse(cleaner.clean(raw)) }

  /// A document whose zones are known.
  func analyse(_ document: Document) -> AnalysedDocument {
    guard let extractor else { return AnalysedDocument(document: document, mentions: [], countries: [], topics: []) }
    var analysed = extractor.analyse(document)
    analysed.signature = StorySignature(text: document.text)?.words ?? []
    return analysed
  }
}
