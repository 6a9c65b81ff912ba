import ArticleCleaning
import NewsModel
import Repetition

/// The stages that process each document independently of the others. Immutable, so any lane may call it.
struct DocumentStages: Sendable {
  let cleaner: ArticleCleaner
  /// Nil if documents are only cleaned.
  let extractor: Extractor?

  /// Reads the page vocabulary and, if `annotating`, the dictionaries and rules. Throws `DefinitionErrors` with all faults
  /// in them, and `Installation.Missing`.
  init(definition: PipelineDefinition, annotating: Bool) throws {
    let pages = try definition.pageVocabulary()
    let (cleaner, wrongPages) = try Self.faults {
      try ArticleCleaner(
        pages: pages, options: .init(latestDay: definition.cleaning.latestDay, items: definition.cleaning.items))
    }
    let (extractor, wrongRules) = try Self.faults {
      annotating ? try Extractor(definition) : nil
    }
    // Either is nil only if its files have faults; the extractor inside may be nil because none was wanted.
    guard let cleaner, let extractor else { throw DefinitionErrors(wrongPages + wrongRules) }
    self.cleaner = cleaner
    self.extractor = extractor
  }

  /// Returns the value that was read, or all faults in its files.
  private static func faults<Read>(_ read: () throws -> Read) throws -> (Read?, [DefinitionErrors.Fault]) {
    do { return (try read(), []) } catch let errors as DefinitionErrors { return (nil, errors.faults) }
  }

  var entities: [Entity] { extractor?.entities ?? [] }
  var topics: [Topic] { extractor?.topics ?? [] }

  func analyse(_ raw: RawDocument) -> [AnalysedDocument] { cleaner.documents(of: raw).map { analyse($0) } }

  /// Analyses a document that is already cleaned.
  func analyse(_ document: Document) -> AnalysedDocument {
    guard let extractor else { return AnalysedDocument(document: document, mentions: [], countries: [], topics: []) }
    var analysed = extractor.analyse(document)
    analysed.signature = StorySignature(text: document.text)?.words ?? []
    return analysed
  }
}
