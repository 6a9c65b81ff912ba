import Glibc

/// Converts bytes of a named encoding to UTF-8 with iconv of the C library.
enum EncodingConversion {
  /// Returns UTF-8 and the number of faults, each of which became U+FFFD; nil if iconv does not know the encoding.
  static func convert(_ bytes: Span<UInt8>, from label: EncodingLabel) -> (utf8: [UInt8], faults: Int)? {
    let converter = iconv_open("UTF-8", label.name)
    guard let converter, Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }

    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var faults = 0
    var chunk = [CChar](repeating: 0, count: 16_384)
    var position = 0
    while position < bytes.count {
      var inputLeft = bytes.count - position
      var room = chunk.count
      let done = bytes.withUnsafeBytes { bytes in
        chunk.withUnsafeMutableBufferPointer { chunk in
          // iconv only reads the input, although its declaration says otherwise. It moves both pointers and both counts,
          // and stays within the counts.
          var source = Optional(
            UnsafeMutableRawPointer(mutating: bytes.baseAddress! + position).assumingMemoryBound(to: CChar.self))
          var target = chunk.baseAddress
          return iconv(converter, &source, &inputLeft, &target, &room)
        }
      }
      let failure = errno
      position = bytes.count - inputLeft
      output.append(contentsOf: chunk[..<(chunk.count - room)].lazy.map(UInt8.init(bitPattern:)))
      guard done == -1, failure != E2BIG else { continue }
      // At an ill-formed or incomplete sequence one byte is skipped, and the converter starts again after it.
      faults += 1
      output += [0xEF, 0xBF, 0xBD]
      iconv(converter, nil, nil, nil, nil)
      position += 1
    }
    return (output, faults)
  }
}
