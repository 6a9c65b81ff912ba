extension Token {
  /// Returns which letters of the token are capitals: bit i for letter i, and the last bit for all letters beyond.
  ///
  /// - Parameter bytes: the bytes from which the token was scanned.
  package func capitals(in bytes: [UInt8]) -> UInt64 {
    if casing == .lower || casing == .none { return 0 }
    if casing == .capitalised || casing == .initial { return 1 }
    return bytes.withUnsafeBufferPointer { bytes in
      var mask: UInt64 = 0
      var letter: UInt64 = 0
      func add(_ isCapital: Bool) {
        if isCapital { mask |= 1 << min(letter, 63) }
        letter += 1
      }
      var index = Int(start)
      while index < Int(end) {
        switch ByteClass.pointer[Int(bytes[index])] {
        case .lower: add(false)
        case .upper: add(true)
        case .high:
          guard let (scalar, width) = decodeScalar(bytes, at: index, end: Int(end)) else { break }
          switch fold(scalar) {
          case .letter(_, let isCapital, _), .twoLetters(_, _, let isCapital): add(isCapital)
          default: break
          }
          index += width - 1
        default: break
        }
        index += 1
      }
      return mask
    }
  }
}
