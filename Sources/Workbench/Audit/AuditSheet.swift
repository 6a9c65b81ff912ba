package import NewsModel
import ScannedText

/// A sheet with a sample of mentions, topics or countries to judge, one in a row.
package struct AuditSheet {
  package let kind: AuditItem.Kind
  /// The names of topics and countries, by id and code.
  private let names: [SeriesKey: String]
  private var rows: [[String]] = []

  private static let columns = [
    SheetText.markColumn, "type", "name", "sentence", "rule", "id", "title", "document",
  ]
  /// The columns that are needed to evaluate the sheet.
  static let required = [SheetText.markColumn, "type", "rule"]

  package init(kind: AuditItem.Kind, names: [SeriesKey: String]) {
    self.kind = kind
    self.names = names
  }

  /// - Parameter analysed: the item's document with its stored analysis.
  package mutating func add(_ item: AuditItem, of analysed: AnalysedDocument) {
    let document = ScannedDocument(analysed.document)
    let found = found(item, in: analysed, document)
    rows.append([
      "", found.type, found.name, found.sentence, found.rule, found.id, analysed.document.title ?? "", item.document,
    ])
  }

  /// - Parameter population: the number of items from which the sample was picked.
  package func text(population: Int, seed: UInt64) -> String {
    SheetText.text(
      comments: [
        "dateline audit \(kind.rawValue): \(rows.count) of \(population) that count, seed \(seed)",
        "\(question) Write y or n into the column mark, or ? if you cannot tell.",
        "Then evaluate the sheet with: dateline audit score SHEET",
      ], columns: Self.columns, rows: rows)
  }

  private var question: String {
    switch kind {
    case .names: "Is the text between ⟦ and ⟧ a name of this type, complete, and does it mean the thing of this name?"
    case .topics: "Is the document about this topic?"
    case .countries: "Is the document about this country?"
    }
  }

  private struct Found {
    var type = ""
    var name = ""
    var id = ""
    var rule = ""
    var sentence = ""
  }

  private func found(_ item: AuditItem, in analysed: AnalysedDocument, _ document: ScannedDocument) -> Found {
    switch item.subject {
    case .mention(let entity, let zone, let start, let end):
      let mention = analysed.mentions.first {
        $0.rejection == nil && $0.entity == entity && ($0.zone, $0.start, $0.end) == (zone, start, end)
      }
      return Found(
        type: mention?.type.rawValue ?? "", name: mention?.name ?? "", id: entity,
        rule: mention?.rule.description ?? "", sentence: document.markedSentence(zone, start, end))
    case .topic(let id):
      let evidence = analysed.topics.first { $0.id == id }?.evidence.max { a, b in
        (a.weight, -a.start) < (b.weight, -b.start)
      }
      return Found(
        type: id, name: names[SeriesKey(.topic, id)] ?? id, id: id, rule: evidence.map { "term \($0.term)" } ?? "",
        sentence: evidence.map { document.markedSentence($0.zone, $0.start, $0.end) } ?? "")
    case .country(let code):
      let mention = analysed.mentions.first { $0.rejection == nil && $0.zone.isCounted && $0.country == code }
      return Found(
        type: code, name: names[SeriesKey(.country, code)] ?? code, id: code,
        rule: mention?.rule.description ?? "no mention",
        sentence: mention.map { document.markedSentence($0.zone, $0.start, $0.end) } ?? "")
    }
  }
}
