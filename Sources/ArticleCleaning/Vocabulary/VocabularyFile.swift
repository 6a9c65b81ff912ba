import Foundation
import NewsModel
import ScannedText
import TextScanning

/// A file of the page vocabulary: the lines of the shipped file and those that the user's folders add to it, with
/// everything that is wrong in them.
struct VocabularyFile {
  struct Row {
    fileprivate var table: Int
    fileprivate var row: TableFile.Row
  }

  /// The rows of the last folder first, so that a user's line comes before the shipped ones.
  let rows: [Row]
  private(set) var faults: [DefinitionErrors.Fault] = []
  private let tables: [TableFile]
  /// The column of the word or phrase.
  private let key: String
  private var known: [String: Row] = [:]

  /// - Parameters: - folders: the shipped folder, which must have the file, then the user's, which may have it. -
  ///   columns: all columns of the shipped file; the first is that of the word or phrase, which a user's file must have
  ///   too.
  init(_ name: String, in folders: [String], columns: [String]) {
    key = columns[0]
    var faults: [DefinitionErrors.Fault] = []
    let tables = folders.enumerated().compactMap { index, folder -> TableFile? in
      let path = folder + "/" + name
      if index > 0, !FileManager.default.fileExists(atPath: path) { return nil }
      let table = TableFile(path: path, name: name, faults: &faults)
      Self.check(table, columns, required: index == 0 ? columns : [columns[0]], &faults)
      return table
    }
    self.tables = tables
    rows = tables.indices.reversed().flatMap { index in tables[index].rows.map { Row(table: index, row: $0) } }
    self.faults = faults
  }

  private static func check(
    _ table: TableFile, _ columns: [String], required: [String], _ faults: inout [DefinitionErrors.Fault]
  ) {
    func complain(_ reason: String) { faults.append(.init(file: table.path, reason: reason)) }
    if String(validating: table.bytes, as: UTF8.self) == nil { complain("is not UTF-8") }
    for column in required where table.column(column) == nil && !table.columns.isEmpty {
      complain("has no column \(column)")
    }
    for column in table.columns where !columns.contains(column) { complain("has an unknown column \(column)") }
    if table.rows.isEmpty, faults.isEmpty { complain("holds no line") }
  }

  func text(_ row: Row, _ column: String) -> String {
    tables[row.table].text(row.row, tables[row.table].column(column))
  }

  /// Returns the word or phrase of a line. The language is checked and has no other use: codes of two letters, or
  /// `mul`.
  mutating func phrase(_ row: Row) -> String {
    let text = text(row, key)
    if text.isEmpty { complain(row, "has no \(key)") }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      complain(row, "“\(text)” begins or ends with a blank: write \(Self.blank)")
    }
    if tables[row.table].column("language") != nil {
      let languages = self.text(row, "language").split(separator: " ")
      if languages.isEmpty || !languages.allSatisfy(Self.isLanguage) {
        complain(row, "“\(self.text(row, "language"))” is no language (two letters, or mul)")
      }
    }
    guard text.contains(where: { $0 == Self.blank || $0 == Self.lineEnd }) else { return text }
    return String(text.map { $0 == Self.blank ? " " : $0 == Self.lineEnd ? "\n" : $0 })
  }

  /// Whether no line that was read before says the same. A folder that says something twice has a fault; a user's line
  /// replaces a shipped one.
  ///
  /// - Parameter sense: what may be said only once, usually the word with the place where it counts.
  mutating func isNew(_ sense: String, _ row: Row) -> Bool {
    guard let first = known[sense] else {
      known[sense] = row
      return true
    }
    if first.table == row.table { complain(row, "“\(sense)” stands in line \(first.row.line) already") }
    return false
  }

  /// Returns the value that a field names; nil for an empty field and, with a fault, for any other word.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ row: Row, _ column: String, of: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let text = text(row, column)
    return text.isEmpty ? nil : choice(text, row, column, of: Choice.self)
  }

  /// The same for a field that may not be empty.
  mutating func required<Choice: RawRepresentable & CaseIterable>(
    _ row: Row, _ column: String, of choices: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    if text(row, column).isEmpty { complain(row, "has no \(column)") }
    return choice(row, column, of: choices)
  }

  /// The same for a field that lists values between blanks.
  mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ row: Row, _ column: String, of: Choice.Type
  ) -> [Choice] where Choice.RawValue == String {
    text(row, column).split(separator: " ").compactMap { choice(String($0), row, column, of: Choice.self) }
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, _ row: Row, _ column: String, of: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    complain(row, "“\(text)” is no \(column) (\(Choice.allCases.map(\.rawValue).joined(separator: ", ")))")
    return nil
  }

  /// Returns a number within a range; nil, with a fault, for anything else.
  mutating func number(_ row: Row, _ column: String, in range: ClosedRange<Int>) -> Int? {
    if let number = Int(text(row, column)), range.contains(number) { return number }
    complain(row, "“\(text(row, column))” is no \(column) (\(range.lowerBound) to \(range.upperBound))")
    return nil
  }

  /// Texts are compared in lower case, so that a word with a capital could never match.
  mutating func requireSmallLetters(_ word: String, _ row: Row) {
    if !Scalars.lowered(Array(word.utf8)).elementsEqual(word.utf8) {
      complain(row, "“\(word)” has a capital: texts are compared in small letters")
    }
  }

  mutating func complain(_ row: Row, _ reason: String) { faults.append(tables[row.table].fault(row.row, reason)) }

  /// Written for a blank at the end of a phrase, where nobody would see one.
  private static let blank: Character = "␣"
  private static let lineEnd: Character = "⏎"

  private static func isLanguage(_ code: Substring) -> Bool {
    code == "mul" || code.utf8.count == 2 && code.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }
}
