import Foundation
package import NewsModel
package import ScannedText

/// Reads and writes `corrections.tsv`: a table with one correction a line, which people also edit by hand.
package struct CorrectionFile {
  package let path: String
  /// In the order of lines.
  package private(set) var corrections: [Correction]

  private static let columns = ["decision", "entity", "spelling", "target", "scope", "date", "reason"]
  /// After so many wrong lines the file is probably none of corrections.
  private static let mostFaults = 100
  private static let heading = """
    # Corrections: what names are, as a person decided. Later lines win over earlier ones.
    # decision: no-name, same-as, means or is-a; entity: an id; spelling: as texts write it; target: an id or a type;
    # scope: empty for all documents, source:NAME, document:SOURCE or from:DAY.

    """

  /// Reads the corrections of a dictionary folder; there are none if it lacks the file.
  package init(folder: DictionaryFolder, faults: inout [DefinitionErrors.Fault]) {
    path = folder.path(of: DictionaryFolder.File.corrections.rawValue)
    corrections = []
    guard let table = folder.table(.corrections, faults: &faults) else { return }
    for column in table.columns where !Self.columns.contains(column) {
      faults.append(.init(file: path, line: 0, reason: "unknown column “\(column)”"))
    }
    let before = faults.count
    for row in table.rows {
      if faults.count - before == Self.mostFaults {
        faults.append(table.fault(row, "no line from here on is read: too many lines before it are wrong"))
        break
      }
      do throws(CorrectionFault) {
        corrections.append(try Self.correction(row, of: table))
      } catch {
        faults.append(table.fault(row, error.description))
      }
    }
  }

  private static func correction(_ row: TableFile.Row, of table: TableFile) throws(CorrectionFault) -> Correction {
    func text(_ column: String) -> String? {
      let text = table.text(row, table.column(column))
      return text.isEmpty ? nil : text
    }
    let action = try Correction.Action(decision: text("decision") ?? "", target: text("target") ?? "")
    var entity: String?
    if let id = text("entity") { entity = try Correction.Action.id(id) }
    guard let scope = IdentityDecision.Scope(text: text("scope") ?? "") else {
      throw CorrectionFault("the scope is empty, source:NAME, document:SOURCE or from:DAY, not “\(text("scope")!)”")
    }
    var day: Day?
    if let date = text("date") {
      guard let read = Day(iso: date) else { throw CorrectionFault("“\(date)” is not a day (yyyy-mm-dd)") }
      day = read
    }
    let correction = Correction(
      action, entity: entity, spelling: text("spelling"), scope: scope, day: day, reason: text("reason") ?? "",
      origin: "\(table.name):\(row.line)")
    try correction.check()
    return correction
  }

  /// Adds a line to the file, which is created if it does not exist.
  package mutating func append(_ correction: Correction) throws {
    var text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    if text.isEmpty { text = Self.heading + Self.columns.joined(separator: "\t") + "\n" }
    if !text.hasSuffix("\n") { text += "\n" }
    let header = text.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") } ?? ""
    let fields = Self.fields(of: correction)
    text +=
      header.split(separator: "\t", omittingEmptySubsequences: false).map { fields[String($0)] ?? "" }
      .joined(separator: "\t") + "\n"
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    corrections.append(correction)
  }

  /// Removes a line by its number. Returns false if no correction is on it.
  package mutating func remove(line: Int) throws -> Bool {
    guard let index = corrections.firstIndex(where: { $0.line == line }) else { return false }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines.remove(at: line - 1)
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path), options: .atomic)
    corrections.remove(at: index)
    return true
  }

  private static func fields(of correction: Correction) -> [String: String] {
    let words = correction.action.words
    return [
      "decision": words.decision, "entity": correction.entity ?? "", "spelling": correction.spelling ?? "",
      "target": words.target, "scope": correction.scope.description, "date": correction.day?.description ?? "",
      "reason": correction.reason,
    ].mapValues { $0.split(whereSeparator: { $0 == "\t" || $0.isNewline }).joined(separator: " ") }
  }
}

extension Correction {
  /// The number of its line in the file.
  package var line: Int { origin.split(separator: ":").last.flatMap { Int($0) } ?? 0 }

  /// Throws what is missing or contradictory.
  package func check() throws(CorrectionFault) {
    switch action {
    case .noName:
      if entity == nil, spelling == nil { throw CorrectionFault("no-name needs an entity or a spelling") }
    case .sameAs(let target):
      guard let entity else { throw CorrectionFault("same-as needs an entity") }
      if entity == target { throw CorrectionFault("\(entity) is the same as itself") }
    case .means: if spelling == nil { throw CorrectionFault("means needs a spelling") }
    case .isA: if entity == nil { throw CorrectionFault("is-a needs an entity") }
    }
  }
}
