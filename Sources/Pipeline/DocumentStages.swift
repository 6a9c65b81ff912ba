import ArticleCleaning
import NewsModel
import Repetition

/// A document's way through the stages that need no other document. Immutable: any lane may call it.
struct DocumentStages: Sendable {
  let cleaner: ArticleCleaner
  /// Nil to stop after cleaning.
  let extractor: Extractor?

  /// Throws `DefinitionErrors` when dictionaries or rules are wrong; but for the page vocabulary they are read only when
  /// `annotating`. Throws `Installation.Missing`.
  init(definition: PipelineDefinition, annotating: Bool) throws {
    let pages = try definition.pageVocabulary()
    let (cleaner, wrongPages) = try Self.faults {
      try ArticleCleaner(pages: pages, options: .init(latestDay: definition.cleaning.latestDay))
    }
    let (extractor, wrongRules) = try Self.faults {
      annotating ? try Extractor(folders: definition.dictionaries, packs: definition.topics) : nil
    }
    guard let cleaner, let extractor else { throw DefinitionErrors(wrongPages + wrongRules) }
    self.cleaner = cleaner
    self.extractor = extractor
  }

  /// What is read, or all that is wrong with it.
  private static func faults<Read>(_ read: () throws -> Read) throws -> (Read?, [DefinitionErrors.Fault]) {
    do { return (try read(), []) } catch let errors as DefinitionErrors { return (nil, errors.faults) }
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
