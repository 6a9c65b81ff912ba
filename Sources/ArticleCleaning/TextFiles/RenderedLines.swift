import TextScanning

/// Decides whether a line continues in the next one.
protocol LineJoining {
  /// The column at which lines are broken; nil if they are not broken at a fixed column.
  var margin: Int? { get }
  /// The column from which a hyphen at the end of a line may belong to the line break; nil if lines are not broken.
  var hyphenColumn: Int? { get }
  func continues(_ last: TextLine, _ line: TextLine) -> Bool
}

extension LineJoining {
  var hyphenColumn: Int? { margin }
}

/// Lines that a renderer broke.
///
/// A renderer breaks a line only if the next word does not fit. A line therefore continues in the next one if that
/// line's first word would pass the right margin. A line that ends earlier is the last of its paragraph.
struct RenderedLines: LineJoining {
  /// In columns; nil for a text whose lines were never wrapped.
  let margin: Int?
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], lines: [TextLine]) {
    self.bytes = bytes
    margin = Self.margin(of: lines)
  }

  /// Returns the right margin: nine of ten lines that another line follows directly, and that have at least 36 columns,
  /// end before it.
  static func margin(of lines: [TextLine]) -> Int? {
    var edges: [Int] = []
    for (line, next) in zip(lines, lines.dropFirst())
    where line.width >= 36 && !next.isBlank && next.bullet == .none && next.indent <= line.indent + 4 {
      edges.append(line.edge)
    }
    guard edges.count >= 3 else { return nil }
    edges.sort()
    let margin = edges[edges.count * 9 / 10]
    // The lines of a wrapped text end near the margin, within the length of the next word, 5 to 12 columns.
    let close = edges.reduce(0) { $0 + ($1 > margin - 14 && $1 <= margin + 14 ? 1 : 0) }
    return close * 10 >= edges.count * 6 ? margin : nil
  }

  func continues(_ last: TextLine, _ line: TextLine) -> Bool {
    if isCutOff(last), line.bullet == .none, !line.content.isEmpty, line.indent == last.indent { return true }
    guard let margin, line.bullet == .none, !line.content.isEmpty, !last.content.isEmpty else { return false }
    guard line.indent <= last.indent + 4, line.indent + 12 >= last.indent else { return false }
    let word = line.firstWord(bytes)
    if last.edge + 1 + word.width > margin { return true }
    // The margin is an estimate, and some renderers count bytes. A small letter continues a line without a full stop.
    guard last.edge * 10 >= margin * 7, word.isLower else { return false }
    let end = bytes[last.content.upperBound - 1]
    return end != UInt8(ascii: ".") && end != UInt8(ascii: "!") && end != UInt8(ascii: "?")
  }
}

extension RenderedLines {
  /// The least number of columns of a line that a renderer broke by its number of characters, each of which has two.
  private static let longLine = 100

  /// Whether a long line ends inside a sentence of a script without spaces. Lynx breaks such text after 75 characters, of
  /// whatever width.
  private func isCutOff(_ line: TextLine) -> Bool {
    guard line.width >= Self.longLine else { return false }
    var at = line.content.upperBound - 1
    while at > line.content.lowerBound, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return Scalars.isUnspaced(Scalars.decode(bytes, at, line.content.upperBound).value)
  }
}

extension TextLine {
  /// Returns the columns of the first word, and whether it begins with a small letter.
  func firstWord(_ bytes: [UInt8]) -> (width: Int, isLower: Bool) {
    var at = content.lowerBound
    let end = content.upperBound
    let first = Scalars.decode(bytes, at, end).value
    var width = 0
    while at < end {
      let scalar = Scalars.decode(bytes, at, end)
      if scalar.value <= 0x20 || scalar.value == 0xA0 { break }
      width += Scalars.isWide(scalar.value) ? 2 : 1
      // A line in such a script may be broken anywhere.
      if Scalars.isUnspaced(scalar.value) { break }
      at += scalar.length
    }
    return (width, Scalars.letterCase(first) == .lower)
  }
}
