import NewsModel
import ScannedText

/// The wire agencies that a byline, a dateline or a credit may name (`agencies.tsv`).
struct NewsAgencies {
  /// The agency's usual name, when `text` is an agency's name and nothing else. Names of three letters and fewer must be in their own case.
  func named(_ text: some StringProtocol) -> String? {
    let name = String(text)
    return exact[name] ?? (name.utf8.count > 3 ? folded[name.lowercased()] : nil)
      ?? (Self.callsItselfAgency(name) ? name : nil)
  }

  /// "Northern Press Agency": an agency that the table does not know, by the last two of its three to five words.
  private static func callsItselfAgency(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (3...5).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
      && ["News Agency", "Press Agency", "News Service"].contains(words.suffix(2).joined(separator: " "))
  }

  private var exact: [String: String] = [:]
  private var folded: [String: String] = [:]

  init(_ folder: String, _ faults: inout [DefinitionErrors.Fault]) {
    var file = VocabularyFile("agencies.tsv", in: folder, columns: ["spelling", "agency"])
    var known = KnownLines()
    for row in file.rows {
      let spelling = file.phrase(row)
      let agency = file.text(row, "agency")
      if agency.isEmpty { file.complain(row, "has no agency") }
      known.insert(spelling, row, &file)
      exact[spelling] = agency
      if spelling.utf8.count > 3 { folded[spelling.lowercased()] = agency }
    }
    faults += file.faults
  }
}
