/// Checks whether bytes are UTF-8, and repairs those that are not.
package enum UTF8Validity {
  /// Returns whether all bytes are UTF-8, without copying them.
  package static func isValid(_ bytes: Span<UInt8>) -> Bool { (try? UTF8Span(validating: bytes)) != nil }

  /// What a scan of all bytes found.
  package struct Findings: Equatable {
    /// The number of well-formed sequences of two bytes and more.
    package var sequences: Int
    /// The number of maximal ill-formed parts, each of which becomes one U+FFFD.
    package var faults: Int
    package var nulBytes: Int

    package init(sequences: Int = 0, faults: Int = 0, nulBytes: Int = 0) {
      self.sequences = sequences
      self.faults = faults
      self.nulBytes = nulBytes
    }
  }

  package static func findings(_ bytes: Span<UInt8>) -> Findings {
    var found = Findings()
    var at = 0
    while at < bytes.count {
      at = endOfPlainASCII(bytes, from: at)
      if at == bytes.count { break }
      if bytes[at] == 0 {
        found.nulBytes += 1
        at += 1
        continue
      }
      let length = sequenceLength(bytes, at: at)
      if length > 0 { found.sequences += 1 } else { found.faults += 1 }
      at += max(1, abs(length))
    }
    return found
  }

  /// Returns a copy in which each fault is U+FFFD and NUL bytes are left out.
  package static func repaired(_ bytes: Span<UInt8>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count + 64)
    var at = 0
    while at < bytes.count {
      let plain = endOfPlainASCII(bytes, from: at)
      copy.append(bytes.extracting(at..<plain))
      at = plain
      if at == bytes.count { break }
      if bytes[at] == 0 {
        at += 1
        continue
      }
      let length = sequenceLength(bytes, at: at)
      if length > 0 {
        copy.append(bytes.extracting(at..<at + length))
      } else {
        copy.append(contentsOf: [0xEF, 0xBF, 0xBD])
      }
      at += max(1, abs(length))
    }
    return copy
  }

  /// Returns the position of the first byte at or after `start` that is NUL or not ASCII. Each step tests eight bytes.
  private static func endOfPlainASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let raw = bytes.bytes
    var at = start
    while at + 8 <= bytes.count {
      let word = raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
      // High bits mark non-ASCII bytes; the second term marks zero bytes (Warren, Hacker's Delight, 6-1).
      if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 != 0 { break }
      at += 8
    }
    while at < bytes.count, bytes[at] &- 1 < 0x7F { at += 1 }
    return at
  }

  /// The length of the sequence at `at` (Unicode Standard, table 3-7), or minus the length of the ill-formed part.
  private static func sequenceLength(_ bytes: Span<UInt8>, at: Int) -> Int {
    let first = bytes[at]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, high) = (4, 0x8F)
    default: return -1
    }
    var have = 1
    while have < length {
      guard at + have < bytes.count, bytes[at + have] >= low, bytes[at + have] <= high else { return -have }
      (low, high) = (0x80, 0xBF)
      have += 1
    }
    return length
  }
}
