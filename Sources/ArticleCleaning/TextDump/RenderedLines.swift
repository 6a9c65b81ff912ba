import TextScanning

/// Whether a line goes on in the next one.
protocol LineJoining {
  /// The column at which lines are broken; nil where they are not, or anywhere.
  var margin: Int? { get }
  /// The column from which a hyphen that ends a line may be the break's own; nil where lines are not broken.
  var hyphenColumn: Int? { get }
  func continues(_ last: DumpLine, _ line: DumpLine) -> Bool
}

extension LineJoining {
  var hyphenColumn: Int? { margin }
}

/// Lines as a renderer broke them.
///
/// It breaks a line only where the next word would not have fitted. So a line goes on in the next one when that one's
/// first word, set behind it, would pass the dump's right margin; a line that ends earlier ended on purpose.
struct RenderedLines: LineJoining {
  /// Columns; nil for a dump whose lines were never wrapped.
  let margin: Int?
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], lines: [DumpLine]) {
    self.bytes = bytes
    margin = Self.margin(of: lines)
  }

  /// The right margin: nine of ten lines that another line follows directly and that are longer than half a usual line end before it.
  static func margin(of lines: [DumpLine]) -> Int? {
    var edges: [Int] = []
    for (line, next) in zip(lines, lines.dropFirst())
    where line.width >= 36 && !next.isBlank && next.bullet == .none && next.indent <= line.indent + 4 {
      edges.append(line.edge)
    }
    guard edges.count >= 3 else { return nil }
    edges.sort()
    let margin = edges[edges.count * 9 / 10]
    // Lines of a wrapped text end close together: the next word's length apart, 5 to 12 columns.
    let close = edges.reduce(0) { $0 + ($1 > margin - 14 && $1 <= margin + 14 ? 1 : 0) }
    return close * 10 >= edges.count * 6 ? margin : nil
  }

  func continues(_ last: DumpLine, _ line: DumpLine) -> Bool {
    guard let margin, line.bullet == .none, !line.content.isEmpty, !last.content.isEmpty else { return false }
    guard line.indent <= last.indent + 4, line.indent + 12 >= last.indent else { return false }
    let word = line.firstWord(bytes)
    if last.edge + 1 + word.width > margin { return true }
    // The margin is an estimate, and some renderers count bytes: a small letter goes on with what no full stop ended.
    guard last.edge * 10 >= margin * 7, word.isLower else { return false }
    let end = bytes[last.content.upperBound - 1]
    return end != UInt8(ascii: ".") && end != UInt8(ascii: "!") && end != UInt8(ascii: "?")
  }
}

extension DumpLine {
  /// Columns of the first word, and whether it begins with a small letter.
  func firstWord(_ bytes: [UInt8]) -> (width: Int, isLower: Bool) {
    var at = content.lowerBound
    let end = content.upperBound
    let first = Scalars.decode(bytes, at, end).value
    var width = 0
    while at < end {
      let scalar = Scalars.decode(bytes, at, end)
      if scalar.value <= 0x20 || scalar.value == 0xA0 { break }
      width += Scalars.isWide(scalar.value) ? 2 : 1
      // Such a script may break anywhere.
      if Scalars.isUnspaced(scalar.value) { break }
      at += scalar.length
    }
    return (width, Scalars.letterCase(first) == .lower)
  }
}
