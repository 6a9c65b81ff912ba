import TextScanning

/// A position in a stream, for formats that give the length of their parts or end them with a byte.
struct ByteCursor: ByteSource {
  private let stream: ByteStream
  private var bytes: [UInt8] = []
  private var position = 0
  /// The position of the start of `bytes` in the unpacked stream.
  private var base = 0

  init(_ stream: ByteStream) {
    self.stream = stream
    if stream.read(into: &bytes), bytes.starts(with: byteOrderMark) { position = 3 }
  }

  /// The position of the next byte in the unpacked stream.
  var offset: Int { base + position }

  /// Returns the next byte without consuming it; nil at the end.
  mutating func peek() -> UInt8? {
    if position == bytes.count, !refill() { return nil }
    return bytes[position]
  }

  mutating func next() -> UInt8? {
    guard let byte = peek() else { return nil }
    position += 1
    return byte
  }

  /// Returns the next line without its line end and moves past it; nil at the end. Only the first `limit` bytes of a
  /// longer line are returned.
  mutating func line(limit: Int) -> [UInt8]? {
    guard peek() != nil else { return nil }
    var line: [UInt8] = []
    while peek() != nil {
      let end = bytes.span.firstIndex(of: 0x0A, from: position)
      let part = bytes[position..<(end ?? bytes.count)]
      line += part.prefix(limit - line.count)
      position = end.map { $0 + 1 } ?? bytes.count
      if end != nil { break }
    }
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  /// Consumes `count` bytes and keeps the first `limit` of them; `passed` is less than `count` only at the end.
  mutating func take(_ count: Int, limit: Int) -> (kept: [UInt8], passed: Int) {
    var kept: [UInt8] = []
    var passed = 0
    while passed < count, peek() != nil {
      // The file may claim any length, so it is only compared, never added to: an addition could overflow.
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
