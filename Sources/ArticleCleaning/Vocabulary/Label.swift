import NewsModel
import ScannedText

/// A line of `labels.tsv`: words that say what stands beside them.
struct Label {
  enum Meaning: String, CaseIterable {
    /// The day of publication, or of a change, stands beside it.
    case published, changed
    /// What the value of a field above an article is.
    case title, date, author, publisher, address, tags
    /// What databases of the press note of an article: its section, its number of words.
    case record
    /// A field of a message, a press office or a file.
    case other
    /// "FOR IMMEDIATE RELEASE"
    case release
  }

  enum Use: String, CaseIterable {
    /// Near a date.
    case near
    /// Alone before a date.
    case alone
    /// The name of a field, before its colon.
    case field
    /// Opens a line.
    case opening
    /// Is cut from the front of names.
    case cut
    /// Opens a block of a text dump.
    case dump
  }

  var text: String
  var meaning: Meaning
  var uses: Set<Use> = []

  /// In the file's order, which changes nothing.
  static func read(_ folder: String, _ faults: inout [DefinitionErrors.Fault]) -> [Label] {
    var file = VocabularyFile("labels.tsv", in: folder, columns: ["label", "meaning", "language", "use"])
    var known = KnownLines()
    var labels: [Label] = []
    for row in file.rows {
      let text = file.phrase(row)
      file.requireSmallLetters(text, row)
      guard let meaning = file.required(row, "meaning", of: Meaning.self), !text.isEmpty else { continue }
      var label = Label(text: text, meaning: meaning)
      for use in file.text(row, "use").split(separator: " ") {
        guard let found = Use(rawValue: String(use)), found.meanings.contains(meaning) else {
          file.complain(row, "“\(use)” is no use of \(meaning)")
          continue
        }
        label.uses.insert(found)
        known.insert("\(text) (\(found == .opening ? "\(meaning), " : "")\(use))", row, &file)
      }
      if file.text(row, "use").isEmpty { file.complain(row, "has no use") }
      labels.append(label)
    }
    faults += file.faults
    return labels
  }
}

extension Label.Use {
  fileprivate var meanings: [Label.Meaning] {
    switch self {
    case .near: [.published, .changed]
    case .alone: [.published]
    case .field: [.title, .date, .author, .publisher, .address, .tags, .record, .other]
    case .opening: [.author, .release]
    case .cut, .dump: [.author]
    }
  }
}

extension [Label] {
  /// The texts of one use. In this order the first that stands at a place is the longest.
  func longestFirst(_ use: Label.Use) -> [Label] {
    filter { $0.uses.contains(use) }.sorted { $0.text.utf8.count > $1.text.utf8.count }
  }
}
