/// Cuts a stream into rows of values. Quotes bind line ends and separators; a doubled quote inside is one.
struct CSVRows {
  enum Row {
    /// `line` is the one the row begins on, from 1.
    case values([[UInt8]], line: Int, isTerminated: Bool)
    case tooLong(length: Int, line: Int)
    case unclosed(line: Int)
  }

  private let stream: ByteStream
  private let limit: Int
  private let separator: UInt8
  private var bytes: [UInt8] = []
  private var position = 0
  private var line = 1

  init(_ stream: ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
    separator =
      CSVHeader(firstLineOf: Array(stream.opening.drop(while: isBlank).prefix(4096)))?.separator ?? UInt8(ascii: ",")
    _ = stream.read(into: &bytes)
    if bytes.starts(with: byteOrderMark) { position = 3 }
  }

  mutating func next() -> Row? {
    let first = line
    var values: [[UInt8]] = []
    var value: [UInt8] = []
    var length = 0
    var isQuoted = false
    var isEmpty = true
    while let byte = take() {
      isEmpty = false
      length += 1
      // A row that is too long is followed to its end, and not kept.
      let keeps = length <= limit
      if isQuoted {
        if byte == 0x0A { line += 1 }
        if byte != quote {
          if keeps { value.append(byte) }
        } else if peek() == quote {
          _ = take()
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
        if keeps { values.append(value) }
        value.removeAll()
      case 0x0A:
        line += 1
        if value.last == 0x0D { value.removeLast() }
        return length > limit
          ? .tooLong(length: length, line: first) : .values(values + [value], line: first, isTerminated: true)
      default:
        if keeps { value.append(byte) }
      }
    }
    if isEmpty { return nil }
    if length > limit { return .tooLong(length: length, line: first) }
    if isQuoted { return .unclosed(line: first) }
    return .values(values + [value], line: first, isTerminated: false)
  }

  private mutating func take() -> UInt8? {
    guard let byte = peek() else { return nil }
    position += 1
    return byte
  }

  private mutating func peek() -> UInt8? {
    if position == bytes.count {
      bytes.removeAll(keepingCapacity: true)
      position = 0
      guard stream.read(into: &bytes) else { return nil }
    }
    return bytes[position]
  }
}

private let quote = UInt8(ascii: "\"")
