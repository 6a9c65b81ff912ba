private import CXXHash
package import NewsModel

extension ArchiveReader {
  /// The 128-bit XXH3 hash of the file's bytes as they are on the disk: 32 hexadecimal digits. Two files with one
  /// fingerprint are taken for the same; it is no protection against someone who wants a collision.
  ///
  /// Not for standard input, which could not be read again.
  package func fingerprint(of file: ArchiveFile) throws(Problem) -> String {
    let stream = try ByteStream(file, unpacks: false)
    let state = XXH3_createState()
    defer { XXH3_freeState(state) }
    XXH3_128bits_reset(state)
    var chunk: [UInt8] = []
    while stream.read(into: &chunk) {
      chunk.withUnsafeBytes { _ = XXH3_128bits_update(state, $0.baseAddress, $0.count) }
      chunk.removeAll(keepingCapacity: true)
    }
    if let fault = stream.fault { throw fault }
    let hash = XXH3_128bits_digest(state)
    return hexadecimal(hash.high64) + hexadecimal(hash.low64)
  }
}

private func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
