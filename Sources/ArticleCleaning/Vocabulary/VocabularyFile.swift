import NewsModel
import ScannedText
import TextScanning

/// One file of `Dictionaries/pages` with what is wrong in it.
struct VocabularyFile {
  private let table: TableFile
  /// The column that holds the word or phrase.
  private let key: String
  private(set) var faults: [DefinitionErrors.Fault] = []

  var rows: [TableFile.Row] { table.rows }

  /// - Parameter columns: all that the file must have; the first is the key.
  init(_ name: String, in folder: String, columns: [String]) {
    key = columns[0]
    table = TableFile(path: folder + "/" + name, name: name, faults: &faults)
    if String(validating: table.bytes, as: UTF8.self) == nil { complain("is not UTF-8") }
    for column in columns where table.column(column) == nil && !table.columns.isEmpty {
      complain("has no column \(column)")
    }
    for column in table.columns where !columns.contains(column) { complain("has an unknown column \(column)") }
    if rows.isEmpty, faults.isEmpty { complain("holds no line") }
  }

  func text(_ row: TableFile.Row, _ column: String) -> String { table.text(row, table.column(column)) }

  /// The word or phrase of a line. Its language is only checked: one or more codes of two letters, or `mul` for all.
  mutating func phrase(_ row: TableFile.Row) -> String {
    let text = text(row, key)
    if text.isEmpty { complain(row, "has no \(key)") }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      complain(row, "“\(text)” begins or ends with a blank: write \(Self.blank)")
    }
    if table.column("language") != nil {
      let languages = self.text(row, "language").split(separator: " ")
      if languages.isEmpty || !languages.allSatisfy(Self.isLanguage) {
        complain(row, "“\(self.text(row, "language"))” is no language (two letters, or mul)")
      }
    }
    guard text.contains(where: { $0 == Self.blank || $0 == Self.lineEnd }) else { return text }
    return String(text.map { $0 == Self.blank ? " " : $0 == Self.lineEnd ? "\n" : $0 })
  }

  /// The value that a field names; nil for an empty one and, with a fault, for any other word.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ row: TableFile.Row, _ column: String, of: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let text = text(row, column)
    if text.isEmpty { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    complain(row, "“\(text)” is no \(column) (\(Choice.allCases.map(\.rawValue).joined(separator: ", ")))")
    return nil
  }

  /// The same of a field that may not be empty.
  mutating func required<Choice: RawRepresentable & CaseIterable>(
    _ row: TableFile.Row, _ column: String, of choices: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    if text(row, column).isEmpty { complain(row, "has no \(column)") }
    return choice(row, column, of: choices)
  }

  /// A number of a range; nil, with a fault, for anything else.
  mutating func number(_ row: TableFile.Row, _ column: String, in range: ClosedRange<Int>) -> Int? {
    if let number = Int(text(row, column)), range.contains(number) { return number }
    complain(row, "“\(text(row, column))” is no \(column) (\(range.lowerBound) to \(range.upperBound))")
    return nil
  }

  /// Texts are lowered before they are compared with this word.
  mutating func requireSmallLetters(_ word: String, _ row: TableFile.Row) {
    if !Scalars.lowered(Array(word.utf8)).elementsEqual(word.utf8) {
      complain(row, "“\(word)” has a capital: texts are compared in small letters")
    }
  }

  mutating func complain(_ row: TableFile.Row, _ reason: String) { faults.append(table.fault(row, reason)) }

  private mutating func complain(_ reason: String) { faults.append(.init(file: table.path, reason: reason)) }

  /// Stands for a blank at a phrase's end, where nobody would see one.
  private static let blank: Character = "␣"
  private static let lineEnd: Character = "⏎"

  private static func isLanguage(_ code: Substring) -> Bool {
    code == "mul" || code.utf8.count == 2 && code.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }
}

/// Finds lines that say again what an earlier line says.
struct KnownLines {
  private var lines: [String: Int32] = [:]

  /// - Parameter sense: what may stand only once; the phrase, as a rule.
  mutating func insert(_ sense: String, _ row: TableFile.Row, _ file: inout VocabularyFile) {
    if let first = lines.updateValue(row.line, forKey: sense) {
      file.complain(row, "“\(sense)” stands in line \(first) already")
    }
  }
}
