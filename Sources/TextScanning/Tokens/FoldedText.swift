extension Token {
  /// The word in lower case and without accents. Tokens with equal hashes have equal folded words.
  ///
  /// - Parameter bytes: the bytes from which the token was scanned.
  package func folded(in bytes: [UInt8]) -> String {
    var folded: [UInt8] = []
    appendFolded(in: bytes, to: &folded)
    return String(decoding: folded, as: UTF8.self)
  }

  /// Appends the bytes of `folded` to an array.
  package func appendFolded(in bytes: [UInt8], to folded: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      forEachFoldedByte(in: bytes) {
        folded.append($0)
        return true
      }
    }
  }

  /// The most bytes of `folded`: no letter folds to more than twice its own bytes.
  package var mostFoldedBytes: Int { 2 * Int(end - start) }

  /// Calls `goesOn` with each byte of `folded` until it returns false.
  @inline(__always)
  func forEachFoldedByte(in bytes: UnsafeBufferPointer<UInt8>, _ goesOn: (UInt8) -> Bool) {
    var index = Int(start)
    while index < Int(end) {
      let byte = bytes[index]
      switch ByteClass.pointer[Int(byte)] {
      case .lower, .digit: if !goesOn(byte) { return }
      case .upper: if !goesOn(byte | 0x20) { return }
      case .high:
        guard let (scalar, width) = decodeScalar(bytes, at: index, end: Int(end)) else { break }
        for byte in foldedBytes(of: scalar) where !goesOn(byte) { return }
        index += width - 1
      default: break
      }
      index += 1
    }
  }
}

/// Returns the bytes that a code point above U+007F adds to a folded word.
private func foldedBytes(of scalar: UInt32) -> [UInt8] {
  switch fold(scalar) {
  case .letter(let letter, _, _): Unicode.Scalar(letter).map { Array(String(Character($0)).utf8) } ?? []
  case .twoLetters(let a, let b, _): [a, b]
  case .digit(let digit): [digit]
  case .ideograph: Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? []
  default: []
  }
}
