import TextScanning

/// The lines of preformatted text (`<pre>`), each divided into cells.
///
/// Cells are separated by three blanks or more. In a line of a table that is drawn with characters they are also
/// separated by the frame, which is no text: `| FACILITY: A     REGION: 2 |DATE: 3 May |`. A line of such a table that
/// only draws a border, or that is empty, has no cells.
struct PreformattedLines: Sequence, IteratorProtocol {
  struct Line {
    /// The ranges of the cells; they may begin and end with blanks.
    var cells: [Range<Int>] = []
    /// Whether the line continues what stands before the text.
    var isFirst: Bool
    var isFramed: Bool
  }

  private let text: [UInt8]
  private let range: Range<Int>
  /// The start of the next line; nil after the last.
  private var at: Int?
  private static let columnGap = 3

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    self.range = range
    at = range.lowerBound
  }

  mutating func next() -> Line? {
    guard let start = at else { return nil }
    let end = text[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
    at = end < range.upperBound ? end + 1 : nil
    let line = start..<end
    let isFramed = isFramed(line)
    var cells: [Range<Int>] = []
    var cell = start
    var blanks = 0
    for index in line {
      if text[index].isWhiteSpace {
        blanks += 1
        continue
      }
      let isBorder = isFramed && isFrame(index, in: line)
      if isBorder || blanks >= Self.columnGap {
        if cell < index { cells.append(cell..<index) }
        cell = isBorder ? index + 1 : index
      }
      blanks = 0
    }
    if cell < end { cells.append(cell..<end) }
    if isFramed { cells.removeAll { text[$0].allSatisfy(\.isWhiteSpace) } }
    return Line(cells: cells, isFirst: start == range.lowerBound, isFramed: isFramed)
  }

  /// Whether a frame stands at the beginning or the end of a line. A row of dashes alone is no frame.
  private func isFramed(_ line: Range<Int>) -> Bool {
    let ends = [line.first { !text[$0].isWhiteSpace }, line.last { !text[$0].isWhiteSpace }]
    return ends.contains { $0.map { text[$0] != UInt8(ascii: "-") && isFrame($0, in: line) } ?? false }
  }

  /// Whether a byte draws a frame: a bar, or a plus or minus in a row of at least four.
  private func isFrame(_ index: Int, in line: Range<Int>) -> Bool {
    func isRule(_ place: Int) -> Bool {
      line.contains(place) && (text[place] == UInt8(ascii: "-") || text[place] == UInt8(ascii: "+"))
    }
    if text[index] == UInt8(ascii: "|") { return true }
    return isRule(index) && (index - 3...index).contains { start in (start..<start + 4).allSatisfy(isRule) }
  }
}

extension PreformattedLines {
  /// A line of this many bytes may be continued by the next one.
  private static let wrapped = 50

  /// Returns a text file without the frames of the tables in it: each cell is a line, a border is an empty line, and long
  /// lines of one cell are joined. A text in which no table is drawn is returned as it is.
  static func withoutFrames(_ text: [UInt8]) -> [UInt8] {
    guard text.span.firstIndex(of: "+----", from: 0) != nil else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var mayContinue = false
    for line in PreformattedLines(text, 0..<text.count) {
      let isOneCell = line.isFramed && line.cells.count == 1
      if !line.isFirst { plain.append(mayContinue && isOneCell ? 0x20 : 0x0A) }
      for (number, cell) in line.cells.enumerated() {
        let cell = line.isFramed ? FieldLine.trimmed(text, cell) : cell
        if number > 0, line.isFramed { plain.append(0x0A) }
        plain += text[cell]
        mayContinue = isOneCell && cell.count >= wrapped
      }
      if line.cells.isEmpty { mayContinue = false }
    }
    return plain
  }
}
