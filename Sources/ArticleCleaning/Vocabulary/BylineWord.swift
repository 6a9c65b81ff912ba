import NewsModel
import TextScanning

/// A line of `byline-words.tsv`: a word of lines that name authors and days.
struct BylineWord {
  enum Meaning: String, CaseIterable {
    /// Joins two names.
    case conjunction
    /// A small word inside a name.
    case particle
    /// A word of newsrooms, offices, firms and pages: a line that has it names no person.
    case impersonal
    /// A word that lines with a date have besides names.
    case besideDate = "beside-date"
    /// A word that opens a sentence with a day, but no dateline.
    case preposition
    /// A word that shows that the hyphen before it belongs to the preceding word: "first- and second-hand".
    case afterHyphen = "after-hyphen"
    /// A word for a person's job behind the name, without a comma between them.
    case job
    /// A small word behind which the place of a person follows: "Jane Doe in Oslo".
    case beforePlace = "before-place"
    /// What content systems call an author whom nobody entered.
    case nobody
    /// The ending of compound words that name no person: "Onlineredaktion".
    case impersonalEnding = "impersonal-ending"
    /// The last words of the name of a news agency that no table lists.
    case agencyEnding = "agency-ending"
  }

  var word: String
  var meaning: Meaning

  /// The order of the lines is that in which conjunctions are tried.
  static func read(_ folders: [String], _ faults: inout [DefinitionErrors.Fault]) -> [BylineWord] {
    var file = VocabularyFile("byline-words.tsv", in: folders, columns: ["word", "meaning", "language"])
    var words: [BylineWord] = []
    for row in file.rows {
      let word = file.phrase(row)
      file.requireSmallLetters(word, row)
      guard let meaning = file.required(row, "meaning", of: Meaning.self),
        file.isNew("\(word) (\(meaning.rawValue))", row)
      else { continue }
      words.append(BylineWord(word: word, meaning: meaning))
    }
    faults += file.faults
    return words
  }
}

extension [BylineWord] {
  func words(_ meaning: BylineWord.Meaning) -> [String] { filter { $0.meaning == meaning }.map(\.word) }
}

/// The words that `Byline` looks for. It is a class because copies of ten tables for each line would take time.
final class BylineWords: Sendable {
  /// Open a line that says who wrote the article.
  let openings: PhraseTrie<Bool>
  /// Labels that are cut from the front of names, with their lengths in bytes.
  let labels: PhraseTrie<Int>
  /// Open a block of a text file that says who wrote the article.
  let textOpenings: PhraseTrie<Bool>
  /// With the blanks around them.
  let conjunctions: [String]
  let particles: Set<String>
  let impersonal: Set<String>
  let impersonalEndings: [String]
  let jobs: Set<String>
  let beforePlaces: Set<String>
  /// In lower case.
  let nobodies: Set<String>

  init(_ labels: [Label], _ words: [BylineWord]) {
    let authors = labels.filter { $0.meaning == .author }
    openings = PhraseTrie(authors.texts(.opening))
    self.labels = PhraseTrie(authors.texts(.cut).map { ($0, $0.utf8.count) })
    textOpenings = PhraseTrie(authors.texts(.text))
    conjunctions = words.words(.conjunction).map { " \($0) " }
    particles = Set(words.words(.particle))
    impersonal = Set(words.words(.impersonal))
    impersonalEndings = words.words(.impersonalEnding)
    jobs = Set(words.words(.job))
    beforePlaces = Set(words.words(.beforePlace))
    nobodies = Set(words.words(.nobody))
  }
}
