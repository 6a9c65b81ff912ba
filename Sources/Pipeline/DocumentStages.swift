import ArticleCleaning
import Extraction
import NewsModel

/// A document's way through the stages that need no other document. Immutable: any lane may call it.
struct DocumentStages: Sendable {
  let cleaner: ArticleCleaner
  /// Nil to stop after cleaning.
  let extractor: Extractor?

  /// Throws `DefinitionErrors` when dictionaries or rules are wrong; they are read only when `annotating`.
  init(definition: PipelineDefinition, annotating: Bool) throws {
    cleaner = ArticleCleaner()
    extractor = annotating ? try Extractor(folders: definition.dictionaries, packs: definition.topics) : nil
  }

  var entities: [Entity] { extractor?.entities ?? [] }
  var topics: [Topic] { extractor?.topics ?? [] }

  func analyse(_ raw: RawDocument) -> AnalysedDocument {
    let document = cleaner.clean(raw)
    return extractor?.analyse(document) ?? AnalysedDocument(document: document, mentions: [], countries: [], topics: [])
  }
}
