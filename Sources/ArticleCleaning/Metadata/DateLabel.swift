import TextScanning

/// What the words beside a date say it is the day of.
enum DateLabel {
  case published
  case changed

  /// Looks at the 60 bytes before the date and the 30 behind it.
  init?(_ text: [UInt8], _ block: Range<Int>, date: Range<Int>, _ vocabulary: PageVocabulary) {
    let labels = vocabulary.dateLabels
    var start = max(block.lowerBound, date.lowerBound - 60)
    while start < date.lowerBound, text[start] & 0xC0 == 0x80 { start += 1 }
    let before = Scalars.lowered(Array(text[start..<date.lowerBound]))
    if let found = labels.last(in: before) {
      self = found
      return
    }
    // "Date:" alone; "Event date:" is the day of something else.
    if start == block.lowerBound, !before.isEmpty, labels.alone.match(before, at: 0) ?? false {
      self = .published
      return
    }
    var end = min(block.upperBound, date.upperBound + 30)
    while end < block.upperBound, text[end] & 0xC0 == 0x80 { end += 1 }
    guard let found = labels.table.firstMatch(in: Scalars.lowered(Array(text[date.upperBound..<end]))),
      found == .changed
    else { return nil }
    self = found
  }

  /// Of a line of its own above the date.
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
  fileprivate let table: PhraseTable<DateLabel>
  fileprivate let alone: PhraseTable<Bool>
  /// The words of all labels that stand near a date.
  let words: [[UInt8]]

  init(_ labels: [Label]) {
    let near = labels.longestFirst(.near)
    table = PhraseTable(near.map { ($0.text, $0.meaning == .changed ? .changed : .published) })
    alone = PhraseTable(labels.longestFirst(.alone).map { ($0.text, true) })
    words = near.flatMap { $0.text.split(whereSeparator: { " :".contains($0) }).map { Array($0.utf8) } }
  }

  /// The one that stands nearest before the date.
  fileprivate func last(in text: [UInt8]) -> DateLabel? {
    for at in text.indices.reversed() {
      if at > 0, text[at - 1].isASCIILetter { continue }
      if let found = table.match(text, at: at) { return found }
    }
    return nil
  }
}
