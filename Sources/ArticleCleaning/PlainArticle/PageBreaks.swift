import TextScanning

/// The lines that a printed page has above and below its text, in a text that a program took from such pages
/// (`pdftotext`): numbers that count up, and a line beside them that recurs on each page.
struct PageBreaks {
  /// The lines of the text. A sentence that goes on after a page continues in the next line.
  private(set) var lines: [TextLine] = []
  /// The parts of the first page's head: the name of the paper, the day.
  private(set) var head: [[UInt8]] = []

  private let bytes: [UInt8]
  private let all: [TextLine]

  init(_ bytes: [UInt8], lines: [TextLine]) {
    self.bytes = bytes
    all = lines
    let written = lines.indices.filter { !lines[$0].isBlank }
    let numbers = pageNumbers(written)
    guard !numbers.isEmpty || bytes.contains(Self.formFeed) else {
      self.lines = lines
      return
    }
    let heads = heads(written, numbers)
    if let first = written.first, heads.contains(first) { head = columns(first) }
    var pending: [TextLine] = []
    var hasBreak = false
    for index in lines.indices {
      if numbers.contains(index) || heads.contains(index) {
        hasBreak = true
      } else if lines[index].isBlank {
        pending.append(lines[index])
      } else {
        if !hasBreak || !goesOn(lines[index]) { self.lines += pending }
        pending = []
        hasBreak = false
        self.lines.append(lines[index])
      }
    }
    self.lines += pending
  }

  private static let formFeed: UInt8 = 0x0C
  /// A longer line is text; bytes.
  private static let longestHead = 160

  /// Returns the lines that consist of a number, if each is one more than the one before.
  private func pageNumbers(_ written: [Int]) -> Set<Int> {
    var numbers: [(line: Int, value: Int)] = []
    for index in written where all[index].content.count <= 8 {
      let text = bytes[all[index].content].filter { $0 != UInt8(ascii: "-") && $0 != 0x20 }
      guard (1...4).contains(text.count), text.allSatisfy(\.isDigit) else { continue }
      numbers.append((index, text.reduce(0) { $0 * 10 + Int($1 & 15) }))
    }
    guard numbers.count > 1, zip(numbers, numbers.dropFirst()).allSatisfy({ $0.value + 1 == $1.value }) else {
      return []
    }
    return Set(numbers.map(\.line))
  }

  /// Returns the first and last lines of pages that occur on several pages, whatever numbers they contain.
  private func heads(_ written: [Int], _ numbers: Set<Int>) -> Set<Int> {
    var borders: [Int] = written.first.map { [$0] } ?? []
    for (place, index) in written.enumerated().dropFirst() {
      let before = written[place - 1]
      if numbers.contains(before) || isBorder(before, index) { borders.append(index) }
      if isBorder(before, index) || numbers.contains(index) { borders.append(before) }
    }
    var counts: [UInt64: Int] = [:]
    let candidates = Set(borders).subtracting(numbers).filter { all[$0].content.count <= Self.longestHead }
    for index in candidates { counts[fingerprint(index), default: 0] += 1 }
    return candidates.filter { counts[fingerprint($0)]! > 1 }
  }

  /// Whether a page ends between two lines.
  private func isBorder(_ before: Int, _ after: Int) -> Bool {
    bytes[all[before].content.upperBound..<all[after].content.lowerBound].contains(Self.formFeed)
  }

  private func fingerprint(_ index: Int) -> UInt64 {
    ByteHash(bytes[all[index].content].lazy.filter { $0 > 0x20 && !$0.isDigit }).state
  }

  /// Whether a line continues the last one of the page before.
  private func goesOn(_ line: TextLine) -> Bool {
    guard let last = lines.last, !last.isBlank, line.bullet == .none else { return false }
    return !TypedLines.endsSentence(bytes, last) && line.firstWord(bytes).isLower
  }

  /// Returns the parts of a line between gaps.
  private func columns(_ index: Int) -> [[UInt8]] {
    PreformattedLines(bytes, all[index].content).flatMap { line in
      line.cells.map { Array(bytes[FieldLine.trimmed(bytes, $0)]) }
    }
  }
}
