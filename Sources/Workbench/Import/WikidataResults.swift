import Names
import NewsModel

/// A CSV download of the Wikidata Query Service, with a column of items, one of their labels, and any others.
enum WikidataResults {
  /// Reads the table. Columns have the names that queries give them: `item` and `itemLabel` (or any name with and
  /// without `Label`), `countryCode` or `iso2`, `alias` and `itemAltLabel` (several values separated by "|" or ", ").
  /// Every other column becomes an attribute. Rows with the same item are one entity.
  static func draft(from text: String, name: String, target: DictionaryImport.Target?) throws -> DictionaryDraft {
    guard let target else {
      throw DefinitionErrors([.init(file: name, reason: "needs the type and kind of its entities")])
    }
    let (columns, records, tooLong) = DelimitedText.records(of: text, separator: UInt8(ascii: ","))
    guard let label = columns.first(where: { $0.hasSuffix("Label") && columns.contains(String($0.dropLast(5))) }) else {
      throw DefinitionErrors([
        .init(file: name, line: 1, reason: "has no column of labels beside a column of items, like item and itemLabel")
      ])
    }
    let item = String(label.dropLast(5))
    let countries = ["countryCode", "iso2"].filter(columns.contains)
    let aliases = ["alias", "\(item)AltLabel"].filter(columns.contains)
    let others = columns.filter { ![item, label].contains($0) && !countries.contains($0) && !aliases.contains($0) }
    var draft = DictionaryDraft(
      of: name, stem: target.type.fileStem, columns: ["wikidata"] + others + ["source"], source: "From Wikidata, CC0")
    draft.complain(tooLong: tooLong, columns: columns)
    var ids: [String: String] = [:]
    for record in records {
      let number = String(record[item].split(separator: "/").last ?? "")
      let text = record[label]
      guard number.hasPrefix("Q") else {
        draft.complain(record.line, "“\(record[item])” is no item")
        continue
      }
      // If the label is the item number itself, the item has no label in the language of the query.
      guard text != number, !text.isEmpty else {
        draft.complain(record.line, "\(number) has no label")
        continue
      }
      if ids[number] == nil {
        var attributes = Dictionary(uniqueKeysWithValues: others.map { ($0, record[$0]) })
        attributes["wikidata"] = number
        attributes["source"] = "Wikidata"
        let country = countries.map { record[$0] }.first { $0.utf8.count == 2 } ?? ""
        let id = "\(target.type.idPrefix).\(DictionaryDraft.slug(text))"
        ids[number] = draft.add(
          .init(id: id, kind: target.kind, name: text, country: country, attributes: attributes),
          from: record.line)
      }
      guard let id = ids[number] else { continue }
      for column in aliases {
        for alias in record[column].split(whereSeparator: { $0 == "|" || $0 == "," }) {
          draft.addSurface(String(alias), of: id, from: record.line)
        }
      }
    }
    return draft
  }
}
