import NewsModel
import ScannedText

/// The names under which pages declare date, author and title (`meta-names.tsv`).
struct MetaNames {
  enum Meaning: String, CaseIterable { case published, changed, date, author, title }

  enum Place: String, CaseIterable {
    /// The whole name of a `<meta>`.
    case meta
    /// The whole name of a member of a script's data.
    case script
    /// A part of an `itemprop`.
    case itemprop
    /// What a `data-` attribute's name begins with, behind `data-`.
    case data
    /// A part of a class, an id or an `itemprop`.
    case `class`
  }

  private(set) var dates: [String: (trust: Int, isChange: Bool)] = [:]
  /// In the file's order, in which they are asked.
  private(set) var authors: [String] = []
  /// With their trust.
  let members: PhraseTable<Int>
  let items: PhraseTable<DateLabel>
  let attributes: PhraseTable<Bool>
  /// Of elements that a change's day stands in.
  let changes: PhraseTable<Bool>
  /// Of elements that a day stands in.
  let dateElements: PhraseTable<Bool>
  let titleElements: PhraseTable<Bool>

  init(_ folder: String, _ faults: inout [DefinitionErrors.Fault]) {
    var file = VocabularyFile("meta-names.tsv", in: folder, columns: ["name", "meaning", "place", "trust"])
    var known = KnownLines()
    var members: [(String, Int)] = []
    var items: [(String, DateLabel)] = []
    var attributes: [(String, Bool)] = []
    var elements: [Meaning: [(String, Bool)]] = [:]
    for row in file.rows {
      let name = file.phrase(row)
      file.requireSmallLetters(name, row)
      guard let meaning = file.required(row, "meaning", of: Meaning.self),
        let place = file.required(row, "place", of: Place.self)
      else { continue }
      known.insert("\(name) (\(place.rawValue), \(meaning))", row, &file)
      switch (place, meaning) {
      case (.meta, .published), (.meta, .changed):
        dates[name] = file.number(row, "trust", in: 0...100).map { ($0, meaning == .changed) }
      case (.meta, .author): authors.append(name)
      case (.script, .published): members.append((name, file.number(row, "trust", in: 0...100) ?? 0))
      case (.itemprop, .published): items.append((name, .published))
      case (.itemprop, .changed): items.append((name, .changed))
      case (.data, .published): attributes.append(("data-" + name, true))
      case (.class, .changed), (.class, .date), (.class, .title): elements[meaning, default: []].append((name, true))
      default: file.complain(row, "\(meaning) is not read from \(place.rawValue)")
      }
    }
    self.members = PhraseTable(members)
    self.items = PhraseTable(items)
    self.attributes = PhraseTable(attributes)
    changes = PhraseTable(elements[.changed] ?? [])
    dateElements = PhraseTable(elements[.date] ?? [])
    titleElements = PhraseTable(elements[.title] ?? [])
    faults += file.faults
  }
}
