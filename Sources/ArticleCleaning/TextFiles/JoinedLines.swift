import TextScanning

/// The lines of a text, joined into blocks.
struct JoinedLines {
  /// The text with joined lines; line feeds separate the blocks.
  private(set) var text: [UInt8] = []
  private(set) var blocks: [TextBlock] = []

  init(_ bytes: [UInt8], lines: [TextLine], joining: some LineJoining, _ vocabulary: PageVocabulary) {
    text.reserveCapacity(bytes.count)
    let hyphens = LineEndHyphens(bytes, lines: lines, margin: joining.hyphenColumn, vocabulary)
    var blank = 0
    var previous: TextLine?
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
          TextBlock(
            range: start..<text.count, indent: line.indent, bullet: line.bullet, blankBefore: blank, lineCount: 1))
      }
      blank = 0
      previous = line
    }
  }

  /// Appends a line with a space, or without one in a script that has no spaces, and joins a word that was hyphenated.
  private mutating func append(_ bytes: [UInt8], _ line: TextLine, after last: TextLine, _ hyphens: LineEndHyphens) {
    let before = Scalars.spaceLessEnd(bytes, last.content)
    let after = Scalars.isSpaceLess(Scalars.decode(bytes, line.content.lowerBound, line.content.upperBound).value)
    switch hyphens.mending(last, line) {
    case .dropHyphen: text.removeLast(hyphens.hyphenLength(last))
    case .keepHyphen: break
    case .none:
      if !(before && after) { text.append(0x20) }
    }
    text.append(contentsOf: bytes[line.content])
  }
}

extension Scalars {
  /// Whether the last character belongs to a script without spaces between words.
  static func spaceLessEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.upperBound - 1
    while at > range.lowerBound, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return isSpaceLess(decode(bytes, at, range.upperBound).value)
  }

  /// Whether a character stands in lines without spaces. Hangul is wide too, but its words have spaces between them.
  static func isSpaceLess(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: false
    default: isUnspaced(scalar) || isWide(scalar)
    }
  }
}
