import Foundation
import Names
import NewsModel
import ScannedText

/// The lines of one dictionary folder as written, before folders are merged and anything is looked up.
struct DictionaryLines {
  struct Key: Hashable, Comparable {
    var id: String
    var subject: DictionaryChange.Subject
    /// A surface, a phrase of a context set, or an operator with its first day, because an operator may return later.
    var text: String

    static func < (a: Key, b: Key) -> Bool {
      if a.id != b.id { return a.id.utf8.lexicographicallyPrecedes(b.id.utf8) }
      if a.subject != b.subject { return a.subject < b.subject }
      return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
  }

  struct Line {
    /// The values that are not empty, by column.
    var values: [String: String]
    /// The file and line, such as `folder/organisations.tsv:3`.
    var place: String
  }

  private(set) var lines: [Key: Line] = [:]

  /// Reads a folder. Adds all errors in it to `faults`.
  init(folder: String, faults: inout [DefinitionErrors.Fault]) {
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let files = DictionaryFolder(path: folder)
    guard files.exists else {
      faults.append(.init(file: folder, reason: "no such dictionary folder"))
      return
    }
    var tables = files.entityFiles.map { (files.table($0, faults: &faults), DictionaryChange.Subject.entity) }
    tables += files.surfaceFiles.map { (files.table($0, faults: &faults), .surface) }
    if let table = files.table(.operators, faults: &faults) { tables.append((table, .operator)) }
    if let table = files.table(.contexts, faults: &faults) { tables.append((table, .context)) }
    for (table, subject) in tables { add(table, subject, faults: &faults) }
    if tables.isEmpty {
      let known = DictionaryFolder.entityFiles.joined(separator: ", ")
      faults.append(
        .init(
          file: folder,
          reason:
            "contains no dictionary: none of \(known), *.surfaces.tsv, \(DictionaryFolder.File.operators.rawValue), "
            + DictionaryFolder.File.contexts.rawValue))
    }
  }

  private mutating func add(
    _ table: TableFile, _ subject: DictionaryChange.Subject, faults: inout [DefinitionErrors.Fault]
  ) {
    let (idColumn, textColumn) = subject.keyColumns
    guard let id = table.column(idColumn), let text = table.column(textColumn) else {
      if !table.columns.isEmpty {
        faults.append(.init(file: table.path, reason: "needs the columns \(idColumn) and \(textColumn)"))
      }
      return
    }
    let entities = EntityColumns(table)
    for row in table.rows {
      let idText = table.text(row, id)
      let textText = table.text(row, text)
      guard !idText.isEmpty, !textText.isEmpty else {
        faults.append(
          table.fault(row, "a line needs \(idColumn.withArticle) and \(textColumn.withArticle)"))
        continue
      }
      if subject == .entity, entities.entity(row, faults: &faults) == nil { continue }
      var line = Line(values: [:], place: "\(table.path):\(row.line)")
      for (index, column) in table.columns.enumerated() where index != id && !table.range(row, index).isEmpty {
        line.values[column] = table.text(row, index)
      }
      if subject == .surface { check(&line, textText, in: table, row, &faults) }
      let key = Key(id: idText, subject: subject, text: keyText(textText, subject, line))
      if let other = lines[key] {
        // A phrase that occurs twice in a set has no effect, and reading the dictionaries reports no error for it.
        if subject == .context { continue }
        faults.append(
          table.fault(
            row, "\(subject == .entity ? "the id \(idText) is taken by" : "the same line is in") \(other.place)"))
        continue
      }
      lines[key] = line
    }
  }

  private func keyText(_ text: String, _ subject: DictionaryChange.Subject, _ line: Line) -> String {
    switch subject {
    case .entity: ""
    case .surface, .context: text
    case .operator: line.values["valid_from"].map { "\(text) \($0)" } ?? text
    }
  }

  /// Checks the line of a surface, and replaces an empty case policy with the default one for the surface.
  private func check(
    _ line: inout Line, _ surface: String, in table: TableFile, _ row: TableFile.Row,
    _ faults: inout [DefinitionErrors.Fault]
  ) {
    line.values["surface"] = nil
    if let policy = line.values["case"] {
      if CasePolicy(column: policy) == nil { faults.append(table.fault(row, CasePolicy.fault(policy))) }
    } else {
      line.values["case"] = surface.utf8.count <= 3 ? "exact" : "smart"
    }
    for column in ["valid_from", "valid_to"] {
      if let day = line.values[column], Day(iso: day) == nil {
        faults.append(table.fault(row, "“\(day)” is not a day (yyyy-mm-dd)"))
      }
    }
  }
}

extension DictionaryChange.Subject {
  fileprivate var keyColumns: (id: String, text: String) {
    switch self {
    case .entity: ("id", "name")
    case .surface: ("id", "surface")
    case .operator: ("id", "operator")
    case .context: ("name", "phrase")
    }
  }
}

extension String {
  fileprivate var withArticle: String { (first.map("aeiou".contains) == true ? "an " : "a ") + self }
}
