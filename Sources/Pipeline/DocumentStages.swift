import ArticleCleaning
import Extraction
import NewsModel

/// A document's way through the stages that need no other document. Immutable: any lane may call it.
struct DocumentStages: Sendable {
  var cleaner: ArticleCleaner
  /// Nil to stop after cleaning.
  var extractor: Extractor?

  func analyse(_ raw: RawDocument) -> AnalysedDocument {
    let document = cleaner.clean(raw)
    return extractor?.analyse(document) ?? AnalysedDocument(document: document, mentions: [], countries: [], topics: [])
  }
}
