#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Span<UInt8> {
  /// Returns the first position of a byte at or after `start`. The C library compares sixteen bytes at a time.
  package func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    precondition(start >= 0)
    guard start < count else { return nil }
    return withUnsafeBufferPointer { bytes in
      // `start..<count` lies within the span, and `memchr` reads no more than that.
      guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), count - start) else {
        return nil
      }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// Returns the first position of `mark` at or after `start`. The mark should begin with a rare byte.
  package func firstIndex(of mark: [UInt8], from start: Int) -> Int? {
    var position = start
    while let found = firstIndex(of: mark[0], from: position), found + mark.count <= count {
      if starts(with: mark, at: found) { return found }
      position = found + 1
    }
    return nil
  }

  /// Returns whether the bytes at a position are `mark`.
  package func starts(with mark: [UInt8], at position: Int = 0) -> Bool {
    guard position + mark.count <= count else { return false }
    for offset in 0..<mark.count where self[position + offset] != mark[offset] { return false }
    return true
  }
}

/// Searches for words that are constants of the program. A `StaticString` is a constant in memory that is never freed,
/// so its pointer is valid for all of its bytes as long as the program runs.
extension Span<UInt8> {
  /// Returns whether the bytes at a position are a word.
  package func starts(with word: StaticString, at position: Int = 0) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length <= count else { return false }
    for offset in 0..<length where self[position + offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// Returns the first position of a word at or after `start`.
  package func firstIndex(of word: StaticString, from start: Int) -> Int? {
    var position = start
    while let found = firstIndex(of: word.utf8Start[0], from: position) {
      if starts(with: word, at: found) { return found }
      position = found + 1
    }
    return nil
  }

  /// Returns the first position of a word in lower case that begins at or after `start` and ends before `end`, which
  /// may be before `start`. ASCII capitals in the bytes match lower-case letters.
  package func firstIndex(ofLowered word: StaticString, from start: Int, to end: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    var position = start
    while position + length <= end {
      var same = 0
      while same < length, self[position + same].lowered == word.utf8Start[same] { same += 1 }
      if same == length { return position }
      position += 1
    }
    return nil
  }
}

extension StaticString {
  /// The first byte of a word that is not empty.
  package var firstByte: UInt8 { utf8Start[0] }
}

extension [UInt8] {
  /// Appends the bytes of a span.
  @inlinable
  public mutating func append(_ bytes: Span<UInt8>) {
    // The span is initialized memory that lives until the end of this call, and `append` copies it.
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Appends a constant text of the program.
  public mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }
}

extension String {
  /// The text of bytes in UTF-8; bytes that are not UTF-8 become U+FFFD.
  public init(utf8 bytes: Span<UInt8>) {
    // The span is initialized memory that lives until the end of this call, and `String` copies it.
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
