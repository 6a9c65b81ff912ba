import TextScanning

/// The lines of a text rejoined into blocks.
struct DumpParagraphs {
  /// The rejoined text, blocks parted by a line feed.
  private(set) var text: [UInt8] = []
  private(set) var blocks: [DumpBlock] = []

  init(_ bytes: [UInt8], lines: [DumpLine], joining: some LineJoining) {
    text.reserveCapacity(bytes.count)
    let hyphens = LineEndHyphens(bytes, lines: lines, margin: joining.hyphenColumn)
    var blank = 0
    var previous: DumpLine?
    for line in lines {
      if line.isBlank {
        blank += 1
        previous = nil
        continue
      }
      if let last = previous, joining.continues(last, line), let open = blocks.indices.last {
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
