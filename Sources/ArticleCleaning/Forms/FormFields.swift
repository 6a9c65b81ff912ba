import NewsModel
import TextScanning

/// The fields of the forms in a text: runs of lines "Label: value".
///
/// A field's value may continue on the next lines of its block, and a field without a value takes the block after it (the
/// cell of a table).
///
/// A run needs several different labels, some of which are known or occur several times in the text. A speaker's name
/// before each of his sentences is therefore no form, and neither is a list of countries with a number for each.
struct FormFields {
  struct Field {
    /// The index of the block of the label.
    var block: Int
    var label: Range<Int>
    /// What stands behind the label on its line, or the whole line after it; it may be empty.
    var value: Range<Int>
    /// The label with its value, and the lines that continue the value.
    var ranges: [Range<Int>]
    /// The index of the block of the value, if it is another one.
    var valueBlock: Int?
  }

  /// In order, with the fields of all runs.
  private(set) var fields: [Field] = []
  /// The blocks of forms that recur in the text with the same labels, or that begin an item according to a rule.
  private(set) var recurring: Set<Int> = []

  private static let fewestLabels = 3
  /// The share of known labels, one in this many, with which a run is a form.
  private static let knownShare = 4
  /// A longer line does not continue a value.
  private static let longestContinuation = 120

  /// - Parameters:
  ///   - text: the text of all blocks.
  ///   - blocks: the lines of each block, which may be divided further here; empty for a block that has no part in it.
  ///   - itemLabel: the label of the first field of an item, in lower case, if a rule names one.
  init(_ text: [UInt8] = [], blocks: [[Range<Int>]] = [], labels: FormLabels, itemLabel: String? = nil) {
    let runs = Self.runs(text, blocks)
    if runs.isEmpty { return }
    var places: [ArraySlice<UInt8>: Int] = [:]
    for field in runs.joined() { places[text[field.label], default: 0] += 1 }
    for run in runs {
      let distinct = Set(run.map { text[$0.label] })
      guard distinct.count >= Self.fewestLabels else { continue }
      let recurs =
        distinct.count { places[$0]! > 1 } >= Self.fewestLabels
        || itemLabel.map { item in distinct.contains { Scalars.lowered(Array($0)).elementsEqual(item.utf8) } } ?? false
      if recurs { recurring.formUnion(run.map(\.block)) }
      if recurs || distinct.count(where: { labels.isKnown($0) }) * Self.knownShare >= distinct.count { fields += run }
    }
  }

  /// Returns the runs of at least three fields.
  private static func runs(_ text: [UInt8], _ blocks: [[Range<Int>]]) -> [[Field]] {
    var runs: [[Field]] = []
    var run: [Field] = []
    for (block, lines) in blocks.enumerated() where !lines.isEmpty {
      if run.isEmpty, !lines.contains(where: { FieldLine.label(text, $0) != nil }) { continue }
      let parts = lines.flatMap { columns(text, $0) }.filter { !$0.isEmpty }
      for part in parts {
        if let field = FieldLine(text, part) {
          run.append(Field(block: block, label: field.label, value: field.value, ranges: [part]))
        } else if let last = run.indices.last,
          run[last].add(part, of: block, isWhole: parts.count == 1, isShort: mayContinue(text, part))
        {
          continue
        } else {
          if run.count >= fewestLabels { runs.append(run) }
          run.removeAll(keepingCapacity: true)
        }
      }
    }
    if run.count >= fewestLabels { runs.append(run) }
    return runs
  }

  private static func mayContinue(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    line.count <= longestContinuation && !FieldLine.isSentence(text, line)
  }

  /// Divides a line at no-break spaces before a label: "City: Camas␣State: WA".
  private static func columns(_ text: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    guard FieldLine.label(text, line) != nil else { return [line] }
    let line = FieldLine.trimmed(text, line)
    var columns: [Range<Int>] = []
    var start = line.lowerBound
    var at = start
    while at < line.upperBound {
      guard FieldLine.isNoBreakSpace(text, at, line.upperBound) else {
        at += 1
        continue
      }
      let rest = FieldLine.trimmed(text, at..<line.upperBound)
      if FieldLine.label(text, rest) != nil {
        columns.append(FieldLine.trimmed(text, start..<at))
        start = rest.lowerBound
      }
      at = max(rest.lowerBound, at + 2)
    }
    columns.append(FieldLine.trimmed(text, start..<line.upperBound))
    return columns
  }
}

extension FormFields.Field {
  /// Adds a line to the value: a line of the same block, or, for a field without a value, the whole next block. Returns
  /// false if the line does not belong to the field.
  fileprivate mutating func add(_ line: Range<Int>, of block: Int, isWhole: Bool, isShort: Bool) -> Bool {
    guard isShort, valueBlock == nil else { return false }
    if block == self.block {
      if value.isEmpty { value = line }
      ranges.append(line)
      return true
    }
    guard value.isEmpty, isWhole else { return false }
    value = line
    valueBlock = block
    return true
  }
}
