import Foundation
import Names
import NewsModel
import TextScanning

/// A table of the user's own: lines separated into fields by tabs or commas, with a header line of column names.
enum PlainTable {
  private static let surfaceColumns = ["surfaces", "aliases", "alias"]
  private static let knownColumns = ["id", "kind", "name", "country"] + surfaceColumns

  /// Reads the table. The column `name` is required; `id`, `kind`, `country` and one of `surfaces`, `aliases` and
  /// `alias` (separated by ";" or "|") are recognised, in any capitals. Other columns become attributes. Lines with the
  /// same id, or with the same name and country, are one entity.
  static func draft(from text: String, name: String, target: DictionaryImport.Target?) throws -> DictionaryDraft {
    let (columns, records, tooLong) = DelimitedText.records(of: text, separator: separator(of: text)) { column in
      let plain = column.trimmingCharacters(in: .whitespaces).lowercased()
      return knownColumns.contains(plain) ? plain : column
    }
    try DictionaryImport.require(["name"], in: columns, of: name)
    guard let target else {
      throw DefinitionErrors([.init(file: name, reason: "needs the type and kind of its entities")])
    }
    let others = columns.filter { !$0.isEmpty && !knownColumns.contains($0) }
    var draft = DictionaryDraft(of: name, stem: target.type.fileStem, columns: others, source: "From \(name)")
    draft.complain(tooLong: tooLong, columns: columns)
    for record in records {
      let given = DictionaryDraft.cell(record["id"])
      let country = DictionaryDraft.cell(record["country"])
      let code = isCode(country) ? country : CountryNames.code(of: country)
      if code.isEmpty, !country.isEmpty {
        draft.complain(record.line, "no country is called “\(country)”: the line is kept without one")
      }
      let line = DictionaryDraft.Line(
        id: given.isEmpty ? "\(target.type.idPrefix).\(DictionaryDraft.slug(record["name"]))" : given,
        kind: record["kind"].isEmpty ? target.kind : DictionaryDraft.cell(record["kind"]), name: record["name"],
        country: code, attributes: record.fields)
      guard let id = draft.merge(line, hasID: !given.isEmpty, from: record.line) else { continue }
      for column in surfaceColumns {
        for surface in record[column].split(whereSeparator: { ";|".contains($0) }) {
          draft.addSurface(String(surface), of: id, from: record.line)
        }
      }
    }
    return draft
  }

  /// A tab if the header line has one, otherwise a comma.
  private static func separator(of text: String) -> UInt8 {
    let header = text.prefix { !$0.isNewline }
    return UInt8(ascii: header.contains("\t") || !header.contains(",") ? "\t" : ",")
  }

  private static func isCode(_ country: String) -> Bool {
    country.utf8.count == 2 && country.utf8.allSatisfy(\.isASCIICapital)
  }
}
