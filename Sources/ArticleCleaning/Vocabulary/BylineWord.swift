import NewsModel
import ScannedText

/// A line of `byline-words.tsv`: a word of lines that name authors and days.
struct BylineWord {
  enum Meaning: String, CaseIterable {
    /// Joins two names.
    case conjunction
    /// A small word inside a name.
    case particle
    /// Of newsrooms, offices, firms and pages: a line with one of them names no person.
    case impersonal
    /// Stands in lines of dates besides names.
    case besideDate = "beside-date"
    /// Opens a sentence that no dateline is.
    case preposition
  }

  var word: String
  var meaning: Meaning

  /// In the file's order, in which conjunctions are tried.
  static func read(_ folder: String, _ faults: inout [DefinitionErrors.Fault]) -> [BylineWord] {
    var file = VocabularyFile("byline-words.tsv", in: folder, columns: ["word", "meaning", "language"])
    var known = KnownLines()
    var words: [BylineWord] = []
    for row in file.rows {
      let word = file.phrase(row)
      file.requireSmallLetters(word, row)
      guard let meaning = file.required(row, "meaning", of: Meaning.self) else { continue }
      known.insert("\(word) (\(meaning.rawValue))", row, &file)
      words.append(BylineWord(word: word, meaning: meaning))
    }
    faults += file.faults
    return words
  }
}

/// What `Byline` looks for.
struct BylineWords {
  /// Open a line that says who wrote.
  let openings: PhraseTable<Bool>
  /// Are cut from the front of names; with their lengths.
  let labels: PhraseTable<Int>
  /// Open a block of a text dump that says who wrote.
  let dumpLabels: [[UInt8]]
  /// With the blanks round them.
  let conjunctions: [String]
  let particles: Set<String>
  let impersonal: Set<String>

  init(_ labels: [Label], _ words: [BylineWord]) {
    let authors = labels.filter { $0.meaning == .author }
    openings = PhraseTable(authors.longestFirst(.opening).map { ($0.text, true) })
    self.labels = PhraseTable(authors.longestFirst(.cut).map { ($0.text, $0.text.utf8.count) })
    dumpLabels = authors.longestFirst(.dump).map { Array($0.text.utf8) }
    func all(_ meaning: BylineWord.Meaning) -> [String] { words.filter { $0.meaning == meaning }.map(\.word) }
    conjunctions = all(.conjunction).map { " \($0) " }
    particles = Set(all(.particle))
    impersonal = Set(all(.impersonal))
  }
}
