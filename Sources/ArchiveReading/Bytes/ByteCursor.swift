/// A place in a stream, for formats that say how long their parts are or end them with a byte.
struct ByteCursor {
  private let stream: ByteStream
  private var bytes: [UInt8] = []
  private var position = 0
  /// Where `bytes` begins in the unpacked stream.
  private var base = 0

  init(_ stream: ByteStream) {
    self.stream = stream
    if stream.read(into: &bytes), bytes.starts(with: byteOrderMark) { position = 3 }
  }

  /// Bytes of the unpacked stream before the next one.
  var offset: Int { base + position }

  /// The next byte; nil at the end.
  mutating func peek() -> UInt8? {
    if position == bytes.count, !refill() { return nil }
    return bytes[position]
  }

  mutating func next() -> UInt8? {
    guard let byte = peek() else { return nil }
    position += 1
    return byte
  }

  /// The bytes up to the next line end, and over it; nil at the end. Of a longer line the first `limit` bytes.
  mutating func line(limit: Int) -> [UInt8]? {
    guard peek() != nil else { return nil }
    var line: [UInt8] = []
    while peek() != nil {
      let end = firstIndex(of: [0x0A], in: bytes, from: position)
      let part = bytes[position..<(end ?? bytes.count)]
      line += part.prefix(limit - line.count)
      position = end.map { $0 + 1 } ?? bytes.count
      if end != nil { break }
    }
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  /// Goes over `count` bytes and keeps the first `limit` of them; `passed` is less than `count` only at the end.
  mutating func take(_ count: Int, limit: Int) -> (kept: [UInt8], passed: Int) {
    var kept: [UInt8] = []
    var passed = 0
    while passed < count, peek() != nil {
      // A length can be any number that a file claims: it is compared, and never added to.
      let part = bytes[position...].prefix(count - passed)
      kept += part.prefix(limit - kept.count)
      passed += part.count
      position += part.count
    }
    return (kept, passed)
  }

  private mutating func refill() -> Bool {
    base += bytes.count
    bytes.removeAll(keepingCapacity: true)
    position = 0
    return stream.read(into: &bytes)
  }
}
