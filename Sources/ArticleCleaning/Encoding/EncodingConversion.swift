import Glibc

/// Converts bytes of a named encoding to UTF-8 with iconv of the C library.
enum EncodingConversion {
  /// Returns UTF-8 and the number of faults, each of which became U+FFFD; nil if iconv does not know the encoding.
  static func convert(_ bytes: UnsafeBufferPointer<UInt8>, from label: EncodingLabel) -> (utf8: [UInt8], faults: Int)? {
    let converter = iconv_open("UTF-8", label.name)
    guard let converter, Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }

    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var faults = 0
    let chunkSize = 16_384
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: chunkSize) { chunk in
      var input = UnsafeMutablePointer(
        mutating: UnsafeRawPointer(bytes.baseAddress!).assumingMemoryBound(to: CChar.self))
      var inputLeft = bytes.count
      while inputLeft > 0 {
        var target = chunk.baseAddress!
        var room = chunkSize
        let done = withUnsafeMutablePointer(to: &input) { source in
          source.withMemoryRebound(to: UnsafeMutablePointer<CChar>?.self, capacity: 1) { source in
            withUnsafeMutablePointer(to: &target) { target in
              target.withMemoryRebound(to: UnsafeMutablePointer<CChar>?.self, capacity: 1) { target in
                iconv(converter, source, &inputLeft, target, &room)
              }
            }
          }
        }
        let failure = errno
        UnsafeRawBufferPointer(start: chunk.baseAddress!, count: chunkSize - room)
          .withMemoryRebound(to: UInt8.self) { output.append(contentsOf: $0) }
        guard done == -1, failure != E2BIG else { continue }
        // At an ill-formed or incomplete sequence one byte is skipped, and the converter starts again after it.
        faults += 1
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        iconv(converter, nil, nil, nil, nil)
        input += 1
        inputLeft -= 1
      }
    }
    return (output, faults)
  }
}
