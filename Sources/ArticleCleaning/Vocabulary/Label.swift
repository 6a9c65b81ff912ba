import NewsModel

/// A line of `labels.tsv`: words that say what follows them or stands beside them.
struct Label {
  enum Meaning: String, CaseIterable {
    /// The day of publication, or of a change.
    case published, changed
    /// The value of a field above an article.
    case title, date, author, publisher, address, tags
    /// What press databases note about an article: its section, its number of words.
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
    /// Opens a block of a text file.
    case text
  }

  var text: String
  var meaning: Meaning
  var uses: Set<Use> = []

  /// The order of lines changes nothing.
  static func read(_ folders: [String], _ faults: inout [DefinitionErrors.Fault]) -> [Label] {
    var file = VocabularyFile("labels.tsv", in: folders, columns: ["label", "meaning", "language", "use"])
    var labels: [Label] = []
    for row in file.rows {
      let text = file.phrase(row)
      file.requireSmallLetters(text, row)
      guard let meaning = file.required(row, "meaning", of: Meaning.self), !text.isEmpty else { continue }
      var label = Label(text: text, meaning: meaning)
      if file.text(row, "use").isEmpty { file.complain(row, "has no use") }
      for use in file.choices(row, "use", of: Use.self) {
        if !use.meanings.contains(meaning) { file.complain(row, "“\(use)” is no use of \(meaning)") }
        if file.isNew("\(text) (\(use == .opening ? "\(meaning), " : "")\(use))", row) { label.uses.insert(use) }
      }
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
    case .cut, .text: [.author]
    }
  }
}

extension [Label] {
  func texts(_ use: Label.Use) -> [String] { filter { $0.uses.contains(use) }.map(\.text) }
}
