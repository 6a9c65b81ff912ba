import NewsModel
import Trends

/// The precision that the marks of a sheet show, in total and in groups, with Wilson intervals at 95 %.
package struct AuditScore: Sendable, Equatable {
  /// Whether the sheet lists frequent names, so that second ids are counted.
  package let hasSecondIDs: Bool
  /// All rows first, then each type, then each rule; within these, the groups with the most rows come first.
  package let groups: [Group]

  package struct Group: Sendable, Equatable {
    /// `all`, `type` or `rule`.
    package var kind: String
    package var value: String
    package var right = 0
    package var wrong = 0
    /// Rows that are a second id of another row's thing.
    package var second = 0
    /// Rows without a judgement.
    package var open = 0

    package var judged: Int { right + wrong + second }
    package var precision: Double? { judged == 0 ? nil : Double(right) / Double(judged) }
    /// Nil if no row is judged.
    package var interval: ClosedRange<Double>? {
      judged == 0 ? nil : ShareInterval.wilson(count: right, total: judged, confidence: 0.95)
    }

    fileprivate mutating func add(_ mark: Mark) {
      switch mark {
      case .right: right += 1
      case .wrong: wrong += 1
      case .second: second += 1
      case .open: open += 1
      }
    }
  }

  fileprivate enum Mark { case right, wrong, second, open }

  /// Reads a sheet with marks. Throws `DefinitionErrors` with the place of everything that cannot be understood.
  ///
  /// - Parameter file: the path of the sheet, for messages.
  package init(sheet bytes: [UInt8], file: String) throws {
    let all = try SheetText.records(of: bytes, file: file, required: [SheetText.markColumn, "type"])
    hasSecondIDs = all.first?.cells[FrequentNameSheet.sameColumn] != nil
    let records = try SheetText.records(
      of: bytes, file: file, required: hasSecondIDs ? FrequentNameSheet.required : AuditSheet.required)
    let marks = try Self.marks(of: records, file: file, hasSecondIDs: hasSecondIDs)
    var groups: [String: [String: Group]] = [:]
    func add(_ mark: Mark, _ kind: String, _ value: String) {
      groups[kind, default: [:]][value, default: Group(kind: kind, value: value)].add(mark)
    }
    for (record, mark) in zip(records, marks) {
      add(mark, "all", "")
      add(mark, "type", record["type"])
      if !hasSecondIDs { add(mark, "rule", Self.rule(record["rule"])) }
    }
    self.groups = ["all", "type", "rule"].flatMap { kind in
      (groups[kind] ?? [:]).values.sorted { a, b in
        (-(a.judged + a.open), a.value) < (-(b.judged + b.open), b.value)
      }
    }
  }

  /// Returns a rule without the line of the dictionary and without the words that were found, so that rows of one kind
  /// belong together: `dictionary organisations.tsv`, `pattern org.ministry-of`, `reference acronym`.
  static func rule(_ text: String) -> String {
    let whole = text.prefix { $0 != "(" }.split(separator: " ").joined(separator: " ")
    guard whole.hasPrefix("dictionary ") else {
      return whole.hasPrefix("reference unit of ") ? "reference unit" : whole
    }
    return String(whole.prefix { $0 != ":" })
  }

  private static func marks(
    of records: [SheetText.Record], file: String, hasSecondIDs: Bool
  ) throws -> [Mark] {
    var faults: [DefinitionErrors.Fault] = []
    func complain(_ record: SheetText.Record, _ reason: String) {
      faults.append(.init(file: file, line: record.line, reason: reason))
    }
    if records.isEmpty { faults.append(.init(file: file, reason: "has no rows")) }
    var marks = records.map { record -> Mark in
      switch record[SheetText.markColumn].trimmed.lowercased() {
      case "y", "yes": return .right
      case "n", "no": return .wrong
      case "", "?": return .open
      case let other:
        complain(record, "expected y, n or ? in the column \(SheetText.markColumn), not '\(other)'")
        return .open
      }
    }
    if hasSecondIDs {
      let numbers = Dictionary(
        records.enumerated().map { ($1[FrequentNameSheet.rowColumn].trimmed, $0) },
        uniquingKeysWith: { first, _ in first })
      let targets = records.map { $0[FrequentNameSheet.sameColumn].trimmed }
      for (index, record) in records.enumerated() where !targets[index].isEmpty {
        guard let target = numbers[targets[index]] else {
          complain(record, "there is no row '\(targets[index])' that it could be the same as")
          continue
        }
        if target == index {
          complain(record, "a row cannot be the same as itself")
        } else if !targets[target].isEmpty {
          complain(record, "row \(targets[index]) is itself the same as row \(targets[target]); name that row")
        } else if marks[index] == .wrong {
          complain(record, "is marked as no name and as the same as row \(targets[index])")
        } else if marks[target] == .wrong {
          complain(record, "row \(targets[index]), which it is the same as, is marked as no name")
        } else {
          marks[index] = .second
        }
      }
    }
    if !faults.isEmpty { throw DefinitionErrors(faults) }
    return marks
  }
}

extension String {
  fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
