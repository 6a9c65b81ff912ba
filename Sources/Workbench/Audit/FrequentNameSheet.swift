package import NewsModel
import ScannedText

/// A sheet with the most frequent names of each type, to mark those that are no names and those that are one thing.
package struct FrequentNameSheet {
  private var rows: [[String]] = []

  static let sameColumn = "same_as"
  static let rowColumn = "row"
  private static let columns = [
    SheetText.markColumn, sameColumn, rowColumn, "type", "name", "documents", "spellings", "sentence", "id", "document",
  ]
  static let required = [SheetText.markColumn, sameColumn, rowColumn, "type"]

  package init() {}

  /// - Parameter analysed: the document of the name's example; nil without one.
  package mutating func add(_ name: FrequentName, example analysed: AnalysedDocument?) {
    var sentence = ""
    if let analysed, case .mention(_, let zone, let start, let end) = name.example?.subject {
      sentence = ScannedDocument(analysed.document).markedSentence(zone, start, end)
    }
    rows.append([
      "", "", String(rows.count + 1), name.type.rawValue, name.name, String(name.documents),
      name.spellings.joined(separator: "; "), sentence, name.entity, name.example?.document ?? "",
    ])
  }

  package var text: String {
    SheetText.text(
      comments: [
        "dateline audit frequent: the most frequent names of each type",
        "Is this a name of its type? Write y or n into the column mark, or ? if you cannot tell.",
        "Is it the same thing as another row? Write the number of that row, which has more documents, into the column same_as.",
        "Then evaluate the sheet with: dateline audit score SHEET",
      ], columns: Self.columns, rows: rows)
  }
}
