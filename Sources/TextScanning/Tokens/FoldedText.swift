extension Token {
  /// The word in lower case and without accents; equal for tokens with equal hashes.
  ///
  /// - Parameter bytes: the bytes that the token was scanned from.
  package func folded(in bytes: [UInt8]) -> String {
    var folded: [UInt8] = []
    appendFolded(in: bytes, to: &folded)
    return String(decoding: folded, as: UTF8.self)
  }

  /// The bytes of `folded`.
  package func appendFolded(in bytes: [UInt8], to folded: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = Int(start)
      while index < Int(end) {
        let byte = bytes[index]
        switch ByteClass.pointer[Int(byte)] {
        case .lower, .digit: folded.append(byte)
        case .upper: folded.append(byte | 0x20)
        case .high:
          guard let (scalar, width) = decodeScalar(bytes, at: index, end: Int(end)) else { break }
          switch fold(scalar) {
          case .letter(let letter, _, _):
            if let letter = Unicode.Scalar(letter) { folded.append(contentsOf: String(Character(letter)).utf8) }
          case .twoLetters(let a, let b, _): folded += [a, b]
          case .digit(let digit): folded.append(digit)
          case .ideograph: folded.append(contentsOf: bytes[index..<index + width])
          default: break
          }
          index += width - 1
        default: break
        }
        index += 1
      }
    }
  }
}
