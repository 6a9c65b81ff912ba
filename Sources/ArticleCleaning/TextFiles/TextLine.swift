import TextScanning

/// The layout of one line of a text file: where its content is, not what it means.
struct TextLine {
  /// The byte range without indent, bullet and trailing space; empty for a blank line.
  var content: Range<Int>
  /// The columns before the content, with the bullet.
  var indent: Int
  /// The columns of the content. A wide character of East Asia has two.
  var width: Int
  var bullet: Bullet
  /// Whether the line is marked as a heading, which no line continues.
  var isHeading = false

  enum Bullet { case none, item, number }

  var isBlank: Bool { content.isEmpty && bullet == .none }
  /// The column after the last character.
  var edge: Int { indent + width }
}

extension TextLine {
  /// Returns the lines of a text. LF, CRLF, CR, form feed, U+2028 and U+2029 end a line.
  static func lines(of bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(bytes.count / 32 + 1)
    var start = 0
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case 0x0A, 0x0C:
        lines.append(TextLine(bytes, start..<at))
        start = at + 1
      case 0x0D:
        lines.append(TextLine(bytes, start..<at))
        if at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
        start = at + 1
      case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && (bytes[at + 2] == 0xA8 || bytes[at + 2] == 0xA9):
        lines.append(TextLine(bytes, start..<at))
        at += 2
        start = at + 1
      default: break
      }
      at += 1
    }
    if start < bytes.count { lines.append(TextLine(bytes, start..<bytes.count)) }
    return lines
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    var end = range.upperBound
    var indent = 0
    while start < end {
      let space = Scalars.spaceLength(bytes, start, end)
      if space == 0 { break }
      indent = bytes[start] == 0x09 ? (indent / 8 + 1) * 8 : indent + 1
      start += space
    }
    while end > start {
      let space = Scalars.spaceLength(bytes, before: end, start)
      if space == 0 { break }
      end -= space
    }
    let mark = Self.bullet(bytes, start, end)
    bullet = mark.kind
    if mark.length > 0 {
      indent += mark.columns
      start += mark.length
      while start < end {
        let space = Scalars.spaceLength(bytes, start, end)
        if space == 0 { break }
        indent += 1
        start += space
      }
    }
    content = start..<end
    self.indent = indent
    var width = 0
    var at = start
    while at < end {
      let scalar = Scalars.decode(bytes, at, end)
      width += Scalars.isWide(scalar.value) ? 2 : 1
      at += scalar.length
    }
    self.width = width
  }

  /// Returns the bullet at `start` if a space or the line's end follows it.
  private static func bullet(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (length: Int, columns: Int, kind: Bullet) {
    guard start < end else { return (0, 0, .none) }
    let scalar = Scalars.decode(bytes, start, end)
    let after = start + scalar.length
    let isAlone = after == end || Scalars.spaceLength(bytes, after, end) > 0
    if isAlone, bulletScalars.contains(scalar.value) { return (scalar.length, 1, .item) }
    var at = start
    while at < end, at - start < 3, bytes[at].isDigit { at += 1 }
    if at > start, at < end, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ")"),
      at + 1 < end, Scalars.spaceLength(bytes, at + 1, end) > 0
    {
      return (0, 0, .number)
    }
    return (0, 0, .none)
  }

  /// The list marks of lynx (`* + o # @ -` by depth), w3m (`• □ ☆ ○ ■ ★ ◎ ● △`), inscriptis (`* + o - •`) and browsers.
  private static let bulletScalars: Set<UInt32> = Set("*+o#@-•□☆○■★◎●△◆◇▪▫◦‣⁃·".unicodeScalars.map(\.value))
}
