/// Cuts a stream into rows of values. Line ends and separators between quotes belong to the value, and a doubled quote
/// inside quotes is one quote.
///
/// Rows end in LF or CR LF. If the header ends in CR alone, as in files of old spreadsheets, CR ends rows too.
struct CSVRows {
  enum Row {
    /// `line` is the line on which the row begins, counted from 1. `count` is the number of all its values; only the
    /// first ones are returned.
    case values([[UInt8]], count: Int, line: Int, isTerminated: Bool)
    case tooLong(length: Int, line: Int)
    case unclosed(line: Int)
  }

  private let limit: Int
  private let columns: Int
  private let separator: UInt8
  private let endsRowsAtCR: Bool
  private var cursor: ByteCursor
  private var line = 1

  init(_ stream: ByteStream, limits: ReadingLimits) {
    limit = limits.record
    columns = limits.items
    let opening = Array(stream.opening.drop(while: isBlank).prefix(4096))
    separator = CSVHeader(firstLineOf: opening)?.separator ?? UInt8(ascii: ",")
    let lineEnd = opening.firstIndex { $0 == lineFeed || $0 == carriageReturn }
    endsRowsAtCR =
      lineEnd.map { opening[$0] == carriageReturn && opening[$0...].dropFirst().first != lineFeed } ?? false
    cursor = ByteCursor(stream)
  }

  mutating func next() -> Row? {
    let first = line
    var values: [[UInt8]] = []
    var count = 0
    var value: [UInt8] = []
    var length = 0
    var isQuoted = false
    var isEmpty = true
    func row(isTerminated: Bool) -> Row {
      .values(count < columns ? values + [value] : values, count: count + 1, line: first, isTerminated: isTerminated)
    }
    while let byte = cursor.next() {
      isEmpty = false
      length += 1
      // A row that is too long is read to its end but not kept.
      let keeps = length <= limit
      if isQuoted {
        if byte == lineFeed || endsRowsAtCR && byte == carriageReturn && cursor.peek() != lineFeed { line += 1 }
        if byte != quote {
          if keeps { value.append(byte) }
        } else if cursor.peek() == quote {
          _ = cursor.next()
          if keeps { value.append(quote) }
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case quote where value.isEmpty:
        isQuoted = true
      case separator:
        if keeps, count < columns { values.append(value) }
        count += 1
        value.removeAll()
      case carriageReturn where endsRowsAtCR && cursor.peek() != lineFeed, lineFeed:
        line += 1
        if byte == lineFeed, value.last == carriageReturn { value.removeLast() }
        return length > limit
          ? .tooLong(length: length, line: first) : row(isTerminated: true)
      default:
        if keeps { value.append(byte) }
      }
    }
    if isEmpty { return nil }
    if length > limit { return .tooLong(length: length, line: first) }
    if isQuoted { return .unclosed(line: first) }
    return row(isTerminated: false)
  }
}

private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let quote = UInt8(ascii: "\"")
