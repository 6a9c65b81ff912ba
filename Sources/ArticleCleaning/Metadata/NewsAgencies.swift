import NewsModel

/// The news agencies that a byline, a dateline or a credit may name (`agencies.tsv`).
struct NewsAgencies {
  private var exact: [String: String] = [:]
  private var folded: [String: String] = [:]
  private let endings: Set<String>

  /// Spellings of at most this many bytes match only in their own case.
  private static let shortSpelling = 3

  /// - Parameter endings: the last two words of agencies that the table does not list, in lower case.
  init(_ folders: [String], endings: [String], _ faults: inout [DefinitionErrors.Fault]) {
    self.endings = Set(endings)
    var file = VocabularyFile("agencies.tsv", in: folders, columns: ["spelling", "agency"])
    for row in file.rows {
      let spelling = file.phrase(row)
      let agency = file.text(row, "agency")
      if agency.isEmpty { file.complain(row, "has no agency") }
      guard file.isNew(spelling, row) else { continue }
      exact[spelling] = agency
      let lowered = spelling.lowercased()
      if spelling.utf8.count > Self.shortSpelling, folded[lowered] == nil { folded[lowered] = agency }
    }
    faults += file.faults
  }

  /// Returns the usual name of an agency if `text` names the agency and nothing else.
  func named(_ text: some StringProtocol) -> String? {
    let name = String(text)
    return exact[name] ?? (name.utf8.count > Self.shortSpelling ? folded[name.lowercased()] : nil)
      ?? (callsItselfAgency(name) ? name : nil)
  }

  /// Whether a name describes itself as an agency: three to five words with capitals, whose last two words are those of
  /// agencies, such as "Northern Press Agency".
  private func callsItselfAgency(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (3...5).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
      && endings.contains(words.suffix(2).joined(separator: " ").lowercased())
  }
}
