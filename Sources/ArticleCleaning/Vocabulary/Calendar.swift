import NewsModel

/// The names of months and weekdays (`calendar.tsv`).
struct Calendar {
  enum Meaning: String, CaseIterable {
    case january, february, march, april, may, june, july, august, september, october, november, december
    // The Solar Hijri calendar of Iran.
    case farvardin, ordibehesht, khordad, tir, mordad, shahrivar, mehr, aban, azar, dey, bahman, esfand
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
  }

  /// The months with their numbers, from 1; those of the Solar Hijri calendar from 13.
  private(set) var months: [(name: String, month: Int)] = []
  private(set) var weekdays: [String] = []

  init(_ folders: [String], _ faults: inout [DefinitionErrors.Fault]) {
    var file = VocabularyFile("calendar.tsv", in: folders, columns: ["word", "meaning", "language"])
    for row in file.rows {
      let word = file.phrase(row)
      file.requireSmallLetters(word, row)
      // A word has one meaning. Croatian `listopad` is October and Polish `listopad` is November: the language with
      // more speakers has the word.
      guard file.isNew(word, row), let meaning = file.required(row, "meaning", of: Meaning.self),
        let number = Self.numbers[meaning]
      else { continue }
      if number <= 24 { months.append((word, number)) } else { weekdays.append(word) }
    }
    faults += file.faults
  }

  private static let numbers = Dictionary(
    uniqueKeysWithValues: Meaning.allCases.enumerated().map { ($1, $0 + 1) })
}
