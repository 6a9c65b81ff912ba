import Foundation
import NewsModel
import TextScanning

/// The words and phrases by which pages and text files are read: the files of `Dictionaries/pages` and what the user's
/// folders add to them, as the tables that look for them. Immutable: any thread may use it.
package final class PageVocabulary: Sendable {
  let phrases: SitePhrases
  let roleWords: NameTable<ElementRole>
  let functionWords: FunctionWords
  let months: MonthNames
  let dateLabels: DateLabels
  let fieldNames: [String: HeadField.Kind]
  let releases: PhraseTrie<Bool>
  let bylines: BylineWords
  /// Words that lines with a date have besides names.
  let besideDates: Set<[UInt8]>
  /// Words that open a sentence with a day, but no dateline.
  let prepositions: Set<String>
  /// Words behind a hyphen at a line's end that leave the hyphen with the word before it.
  let afterHyphens: Set<[UInt8]>
  let agencies: NewsAgencies
  let metaNames: MetaNames
  let formLabels: FormLabels

  /// - Parameter folders: the shipped folder `Dictionaries/pages`, which holds all files, then the user's folders,
  ///   which hold any of them. A line of a later folder replaces one that says the same.
  ///
  /// Throws `DefinitionErrors` with everything that is wrong in the files.
  package init(folders: [String]) throws {
    var faults: [DefinitionErrors.Fault] = []
    phrases = SitePhrases(SitePhrase.read(folders, &faults))
    roleWords = RoleWords.read(folders, &faults)
    functionWords = FunctionWords(folders, &faults)
    let calendar = Calendar(folders, &faults)
    months = MonthNames(calendar)
    let labels = Label.read(folders, &faults)
    dateLabels = DateLabels(labels)
    fieldNames = HeadField.names(labels)
    releases = PhraseTrie(labels.filter { $0.meaning == .release }.texts(.opening))
    let words = BylineWord.read(folders, &faults)
    bylines = BylineWords(labels, words)
    besideDates = PublicationLine.wordsBesideNames(words, calendar, dateLabels)
    prepositions = Set(words.words(.preposition))
    afterHyphens = Set(words.words(.afterHyphen).map { Array($0.utf8) })
    agencies = NewsAgencies(folders, endings: words.words(.agencyEnding), &faults)
    metaNames = MetaNames(folders, &faults)
    formLabels = FormLabels(folders, &faults)
    for folder in folders.dropFirst() { faults += Self.unreadFiles(folder) }
    if !faults.isEmpty { throw DefinitionErrors(faults.sorted { ($0.file, $0.line) < ($1.file, $1.line) }) }
  }

  private static let files: Set = [
    "agencies.tsv", "byline-words.tsv", "calendar.tsv", "class-words.tsv", "form-labels.tsv", "function-words.tsv",
    "labels.tsv", "meta-names.tsv", "phrases.tsv",
  ]

  /// Reports the tables of a user's folder that no part of the vocabulary is read from.
  private static func unreadFiles(_ folder: String) -> [DefinitionErrors.Fault] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".tsv") && !$0.hasPrefix(".") && !files.contains($0) }.sorted().map {
      .init(
        file: folder + "/" + $0, reason: "is no file of the page vocabulary (\(files.sorted().joined(separator: ", ")))"
      )
    }
  }
}
