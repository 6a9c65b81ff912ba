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
  let functionWords: FunctionWords
  let months: MonthNames
  let dateLabels: DateLabels
  let fieldNames: [String: HeadField.Kind]
  let releases: PhraseTable<Bool>
  let bylines: BylineWords
  /// Words that lines of dates have besides names.
  let besideDates: Set<[UInt8]>
  /// Words that a sentence with a day opens with, and a dateline does not.
  let prepositions: Set<String>
  let agencies: NewsAgencies
  let metaNames: MetaNames

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
    functionWords = FunctionWords(folder, &faults)
    let calendar = Calendar(folder, &faults)
    months = MonthNames(calendar)
    let labels = Label.read(folder, &faults)
    dateLabels = DateLabels(labels)
    fieldNames = HeadField.names(labels)
    releases = PhraseTable(
      labels.filter { $0.meaning == .release && $0.uses.contains(.opening) }.map { ($0.text, true) })
    let words = BylineWord.read(folder, &faults)
    bylines = BylineWords(labels, words)
    besideDates = PublicationLine.wordsBesideNames(words, calendar, dateLabels)
    prepositions = Set(words.filter { $0.meaning == .preposition }.map(\.word))
    agencies = NewsAgencies(folder, &faults)
    metaNames = MetaNames(folder, &faults)
    if !faults.isEmpty { throw DefinitionErrors(faults.sorted { ($0.file, $0.line) < ($1.file, $1.line) }) }
  }
}
