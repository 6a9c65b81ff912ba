import NewsModel
import TextScanning

/// The names under which pages declare dates, authors, titles and other metadata (`meta-names.tsv`).
struct MetaNames {
  enum Meaning: String, CaseIterable {
    case published, changed, date, author, title, language
    /// The name of the site; that of its publisher or its app, which may be the site's.
    case site, publisher
    /// The tags of the article; the keywords of the page, which may be the site's.
    case tags, keywords
  }

  enum Place: String, CaseIterable {
    /// The whole name of a `<meta>`.
    case meta
    /// The whole name of a member of a script's data.
    case script
    /// A part of an `itemprop`.
    case itemprop
    /// The beginning of the name of a `data-` attribute, after `data-`.
    case data
    /// A part of a class, an id or an `itemprop`.
    case `class`
  }

  private(set) var dates: [String: (trust: Int, isChange: Bool)] = [:]
  /// The names of `<meta>` elements for everything but dates, in the order of the file, in which they are tried.
  private var names: [Meaning: [String]] = [:]
  /// Members of a script's data with their trust.
  let members: PhraseTrie<Int>
  let items: PhraseTrie<DateLabel>
  let attributes: PhraseTrie<Bool>
  /// Names of elements with the day of a change.
  let changes: PhraseTrie<Bool>
  /// Names of elements with a day.
  let dateElements: PhraseTrie<Bool>
  let titleElements: PhraseTrie<Bool>

  init(_ folders: [String], _ faults: inout [DefinitionErrors.Fault]) {
    var file = VocabularyFile("meta-names.tsv", in: folders, columns: ["name", "meaning", "place", "trust"])
    var members: [(String, Int)] = []
    var items: [(String, DateLabel)] = []
    var attributes: [(String, Bool)] = []
    var elements: [Meaning: [(String, Bool)]] = [:]
    for row in file.rows {
      let name = file.phrase(row)
      file.requireSmallLetters(name, row)
      guard let meaning = file.required(row, "meaning", of: Meaning.self),
        let place = file.required(row, "place", of: Place.self),
        file.isNew("\(name) (\(place.rawValue), \(meaning))", row)
      else { continue }
      switch (place, meaning) {
      case (.meta, .published), (.meta, .changed):
        dates[name] = file.number(row, "trust", in: 0...100).map { ($0, meaning == .changed) }
      case (.meta, .author), (.meta, .title), (.meta, .language), (.meta, .site), (.meta, .publisher), (.meta, .tags),
        (.meta, .keywords):
        names[meaning, default: []].append(name)
      case (.script, .published): members.append((name, file.number(row, "trust", in: 0...100) ?? 0))
      case (.itemprop, .published): items.append((name, .published))
      case (.itemprop, .changed): items.append((name, .changed))
      case (.data, .published): attributes.append(("data-" + name, true))
      case (.class, .changed), (.class, .date), (.class, .title): elements[meaning, default: []].append((name, true))
      default: file.complain(row, "\(meaning) is not read from \(place.rawValue)")
      }
    }
    self.members = PhraseTrie(members)
    self.items = PhraseTrie(items)
    self.attributes = PhraseTrie(attributes)
    changes = PhraseTrie(elements[.changed] ?? [])
    dateElements = PhraseTrie(elements[.date] ?? [])
    titleElements = PhraseTrie(elements[.title] ?? [])
    faults += file.faults
  }

  /// The names of `<meta>` elements with a meaning, in the order in which they are tried.
  func named(_ meaning: Meaning) -> [String] { names[meaning] ?? [] }
}
