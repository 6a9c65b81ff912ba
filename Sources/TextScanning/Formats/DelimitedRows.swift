/// A source of bytes that are read one after another.
public protocol ByteSource {
  /// Returns the next byte without consuming it; nil at the end.
  mutating func peek() -> UInt8?
  mutating func next() -> UInt8?
}

/// Reads rows of delimited values (RFC 4180). Line ends and separators between quotes belong to the value, and a doubled
/// quote inside quotes is one quote. Rows end in LF or CR LF.
public struct DelimitedRows<Source: ByteSource> {
  /// How values and rows are delimited.
  public struct Format: Sendable {
    @usableFromInline var separator: UInt8
    @usableFromInline var hasQuotes: Bool
    @usableFromInline var endsRowsAtCR: Bool

    /// - Parameters:
    ///   - hasQuotes: false if a quote is an ordinary character.
    ///   - endsRowsAtCR: true if CR alone also ends rows, as in the files of old spreadsheets.
    public init(separator: UInt8, hasQuotes: Bool = true, endsRowsAtCR: Bool = false) {
      self.separator = separator
      self.hasQuotes = hasQuotes
      self.endsRowsAtCR = endsRowsAtCR
    }
  }

  public struct Row: Sendable {
    /// The first values, as many as the limit allows. Empty if the row is too long.
    public var values: [[UInt8]] = []
    /// The number of all values.
    public var count = 0
    /// The line on which the row begins, counted from 1.
    public var line: Int
    /// The length in bytes with its line end; a doubled quote counts once.
    public var length = 0
    public var ending = Ending.lineEnd

    @usableFromInline init(line: Int) { self.line = line }
  }

  public enum Ending: Sendable {
    case lineEnd
    case endOfInput
    /// The input ends inside quotes.
    case unclosedQuotes
  }

  @usableFromInline var source: Source
  @usableFromInline let format: Format
  @usableFromInline let longest: Int
  @usableFromInline let most: Int
  @usableFromInline var line = 1

  /// - Parameters:
  ///   - longest: the number of bytes of a row above which its values are not kept.
  ///   - most: the number of values of a row that are kept.
  public init(_ source: Source, _ format: Format, longest: Int = .max, most: Int = .max) {
    self.source = source
    self.format = format
    self.longest = longest
    self.most = most
  }

  /// Returns the next row; nil at the end.
  @inlinable
  public mutating func next() -> Row? {
    guard source.peek() != nil else { return nil }
    var row = Row(line: line)
    var value: [UInt8] = []
    var isQuoted = false
    row.ending = .endOfInput
    bytes: while let byte = source.next() {
      row.length += 1
      let keeps = row.length <= longest
      let isCR = byte == 0x0D && source.peek() != 0x0A
      if isQuoted {
        if byte == 0x0A || isCR && format.endsRowsAtCR { line += 1 }
        if byte != UInt8(ascii: "\"") {
          if keeps { value.append(byte) }
        } else if source.peek() == UInt8(ascii: "\"") {
          _ = source.next()
          if keeps { value.append(byte) }
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where value.isEmpty && format.hasQuotes:
        isQuoted = true
      case format.separator:
        if keeps, row.count < most { row.values.append(value) }
        row.count += 1
        value.removeAll()
      case 0x0D where isCR && format.endsRowsAtCR, 0x0A:
        line += 1
        row.ending = .lineEnd
        break bytes
      case 0x0D where !isCR || source.peek() == nil:
        break
      default:
        if keeps { value.append(byte) }
      }
    }
    if isQuoted { row.ending = .unclosedQuotes }
    if row.count < most { row.values.append(value) }
    row.count += 1
    if row.length > longest { row.values = [] }
    return row
  }
}

/// The bytes of an array.
public struct ArrayBytes: ByteSource {
  @usableFromInline let bytes: [UInt8]
  @usableFromInline var position: Int

  /// - Parameter bytes: a byte order mark at their start is skipped.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
  }

  @inlinable public mutating func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  @inlinable public mutating func next() -> UInt8? {
    guard let byte = peek() else { return nil }
    position += 1
    return byte
  }
}
