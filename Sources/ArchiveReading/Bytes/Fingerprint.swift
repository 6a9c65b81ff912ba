private import CXXHash
import NewsModel

/// The 128-bit XXH3 hash of bytes that arrive in pieces, as 32 hexadecimal digits. Inputs with equal fingerprints are
/// treated as equal; the hash does not protect against deliberate collisions.
final class Fingerprint {
  private let state = XXH3_createState()

  init() { XXH3_128bits_reset(state) }
  deinit { XXH3_freeState(state) }

  func add(_ bytes: UnsafeRawBufferPointer) { XXH3_128bits_update(state, bytes.baseAddress, bytes.count) }

  var text: String {
    let hash = XXH3_128bits_digest(state)
    return hexadecimal(hash.high64) + hexadecimal(hash.low64)
  }
}

/// The fingerprint of the bytes of a file.
package func fingerprint(of bytes: [UInt8]) -> String {
  let fingerprint = Fingerprint()
  bytes.withUnsafeBytes { fingerprint.add($0) }
  return fingerprint.text
}

/// The fingerprint of a list of texts.
package func fingerprint(of parts: [String]) -> String {
  let fingerprint = Fingerprint()
  for part in parts {
    // The length distinguishes ("ab", "c") from ("a", "bc").
    withUnsafeBytes(of: UInt64(part.utf8.count).littleEndian) { fingerprint.add($0) }
    var part = part
    part.withUTF8 { fingerprint.add(UnsafeRawBufferPointer($0)) }
  }
  return fingerprint.text
}

/// A 64-bit hash of a name, the same in every process.
func shortFingerprint(of name: String) -> UInt64 {
  var name = name
  return name.withUTF8 { XXH3_64bits($0.baseAddress, $0.count) }
}

private func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
