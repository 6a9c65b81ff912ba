import TextScanning

/// The meaning of a date, according to the words next to it.
enum DateLabel {
  case published
  case changed

  /// Reads the words directly before and after a date; nil if they are not a label.
  init?(_ text: [UInt8], _ block: Range<Int>, date: Range<Int>, _ vocabulary: PageVocabulary) {
    let labels = vocabulary.dateLabels
    var start = max(block.lowerBound, date.lowerBound - Self.reachBefore)
    while start < date.lowerBound, text[start] & 0xC0 == 0x80 { start += 1 }
    let before = Scalars.lowered(Array(text[start..<date.lowerBound]))
    if let found = labels.last(in: before) {
      self = found
      return
    }
    // "Date:" is a label if nothing precedes it; "Event date:" belongs to something else.
    if start == block.lowerBound, !before.isEmpty, labels.alone.match(before, at: 0) ?? false {
      self = .published
      return
    }
    var end = min(block.upperBound, date.upperBound + Self.reachBehind)
    while end < block.upperBound, text[end] & 0xC0 == 0x80 { end += 1 }
    guard let found = labels.table.firstMatch(in: Scalars.lowered(Array(text[date.upperBound..<end]))),
      found == .changed
    else { return nil }
    self = found
  }

  // In bytes.
  private static let reachBefore = 60
  private static let reachBehind = 30

  /// Reads a label on its own line above the date; nil if the line is not a label.
  init?(line: ArraySlice<UInt8>, _ vocabulary: PageVocabulary) {
    let labels = vocabulary.dateLabels
    let text = Scalars.lowered(Array(line))
    guard let found = labels.last(in: text) ?? (labels.alone.match(text, at: 0).map { _ in .published }) else {
      return nil
    }
    self = found
  }
}

/// The labels of dates (`labels.tsv`).
struct DateLabels {
  fileprivate let table: PhraseTrie<DateLabel>
  fileprivate let alone: PhraseTrie<Bool>
  /// The words of all labels that occur near a date.
  let words: [[UInt8]]

  init(_ labels: [Label]) {
    let near = labels.filter { $0.uses.contains(.near) }
    table = PhraseTrie(near.map { ($0.text, $0.meaning == .changed ? .changed : .published) })
    alone = PhraseTrie(labels.texts(.alone))
    words = near.flatMap { $0.text.split(whereSeparator: { " :".contains($0) }).map { Array($0.utf8) } }
  }

  /// Returns the label nearest to the end of the text, after which the date follows.
  fileprivate func last(in text: [UInt8]) -> DateLabel? {
    for at in text.indices.reversed() {
      if at > 0, text[at - 1].isASCIILetter { continue }
      if let found = table.match(text, at: at) { return found }
    }
    return nil
  }
}
