import NewsModel
import ScannedText

/// The names of months and weekdays (`calendar.tsv`).
struct Calendar {
  enum Meaning: String, CaseIterable {
    case january, february, march, april, may, june, july, august, september, october, november, december
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
  }

  /// With their numbers, from 1.
  private(set) var months: [(name: String, month: Int)] = []
  private(set) var weekdays: [String] = []

  init(_ folder: String, _ faults: inout [DefinitionErrors.Fault]) {
    var file = VocabularyFile("calendar.tsv", in: folder, columns: ["word", "meaning", "language"])
    var known = KnownLines()
    for row in file.rows {
      let word = file.phrase(row)
      // Where two languages disagree on a word (Croatian `listopad` is October, Polish November), the more spoken one has it.
      known.insert(word, row, &file)
      file.requireSmallLetters(word, row)
      guard let meaning = file.required(row, "meaning", of: Meaning.self), let number = Self.numbers[meaning] else {
        continue
      }
      if number <= 12 { months.append((word, number)) } else { weekdays.append(word) }
    }
    faults += file.faults
  }

  private static let numbers = Dictionary(
    uniqueKeysWithValues: Meaning.allCases.enumerated().map { ($1, $0 + 1) })
}
