/// The lines of a dump rejoined into blocks.
///
/// A renderer breaks a line only where the next word would not have fitted. So a line goes on in the next one when that one's
/// first word, set behind it, would pass the dump's right margin; a line that ends earlier ended on purpose.
struct DumpParagraphs {
  /// The rejoined text, blocks parted by a line feed.
  private(set) var text: [UInt8] = []
  private(set) var blocks: [DumpBlock] = []
  /// Columns; nil for a dump whose lines were never wrapped.
  let margin: Int?

  init(_ bytes: [UInt8], lines: [DumpLine]) {
    margin = Self.margin(of: lines)
    text.reserveCapacity(bytes.count)
    let hyphens = LineEndHyphens(bytes, lines: lines, margin: margin)
    var blank = 0
    var previous: DumpLine?
    for line in lines {
      if line.isBlank {
        blank += 1
        previous = nil
        continue
      }
      if let last = previous, continues(last, line, bytes), let open = blocks.indices.last {
        append(bytes, line, after: last, hyphens)
        blocks[open].lineCount += 1
        blocks[open].range = blocks[open].range.lowerBound..<text.count
      } else {
        if !text.isEmpty { text.append(0x0A) }
        let start = text.count
        text.append(contentsOf: bytes[line.content])
        blocks.append(
          DumpBlock(
            range: start..<text.count, indent: line.indent, bullet: line.bullet, blankBefore: blank, lineCount: 1))
      }
      blank = 0
      previous = line
    }
  }

  /// The right margin: nine of ten lines that another line follows directly and that are longer than half a usual line end before it.
  private static func margin(of lines: [DumpLine]) -> Int? {
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

  private func continues(_ last: DumpLine, _ line: DumpLine, _ bytes: [UInt8]) -> Bool {
    guard let margin, line.bullet == .none, !line.content.isEmpty, !last.content.isEmpty else { return false }
    guard line.indent <= last.indent + 4, line.indent + 12 >= last.indent else { return false }
    let word = firstWord(line, bytes)
    if last.edge + 1 + word.width > margin { return true }
    // The margin is an estimate, and some renderers count bytes: a small letter goes on with what no full stop ended.
    guard last.edge * 10 >= margin * 7, word.isLower else { return false }
    let end = bytes[last.content.upperBound - 1]
    return end != UInt8(ascii: ".") && end != UInt8(ascii: "!") && end != UInt8(ascii: "?")
  }

  private func firstWord(_ line: DumpLine, _ bytes: [UInt8]) -> (width: Int, isLower: Bool) {
    var at = line.content.lowerBound
    let end = line.content.upperBound
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

  /// Joins with a space, none after a script that has none, and mends a word that was broken at a hyphen.
  private mutating func append(_ bytes: [UInt8], _ line: DumpLine, after last: DumpLine, _ hyphens: LineEndHyphens) {
    let before = Scalars.spaceLessEnd(bytes, last.content)
    let after = Scalars.decode(bytes, line.content.lowerBound, line.content.upperBound).value
    switch hyphens.mending(last, line) {
    case .dropHyphen: text.removeLast(hyphens.hyphenLength(last))
    case .keepHyphen: break
    case .none:
      if !(before && (Scalars.isUnspaced(after) || Scalars.isWide(after))) { text.append(0x20) }
    }
    text.append(contentsOf: bytes[line.content])
  }
}

extension Scalars {
  /// True when the last character belongs to a script without spaces between words.
  static func spaceLessEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.upperBound - 1
    while at > range.lowerBound, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    let scalar = decode(bytes, at, range.upperBound).value
    return isUnspaced(scalar) || isWide(scalar)
  }
}
