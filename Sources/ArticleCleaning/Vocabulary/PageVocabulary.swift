import NewsModel
import TextScanning

/// The words and phrases by which pages and text files are read: the files of `Dictionaries/pages`, as the tables that look for them.
/// Immutable: any thread may ask it.
package final class PageVocabulary: Sendable {
  let stockPhrases: StockPhrases
  let dumpPhrases: DumpPhrases
  let dumpAsides: DumpAsides
  let siteWords: SiteWords
  let roleWords: NameTable<ElementRole>

  /// - Parameter folder: holds all files of `Dictionaries/pages`.
  ///
  /// Throws `DefinitionErrors` with everything that is wrong in them.
  package init(folder: String) throws {
    var faults: [DefinitionErrors.Fault] = []
    let phrases = SitePhrase.read(folder, &faults)
    stockPhrases = StockPhrases(phrases)
    dumpPhrases = DumpPhrases(phrases)
    dumpAsides = DumpAsides(phrases)
    siteWords = SiteWords(phrases)
    roleWords = RoleWords.read(folder, &faults)
    if !faults.isEmpty { throw DefinitionErrors(faults.sorted { ($0.file, $0.line) < ($1.file, $1.line) }) }
  }
}
