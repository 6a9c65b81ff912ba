private import CXXHash
import NewsModel

/// The 128-bit XXH3 hash of bytes that arrive in pieces, as 32 hexadecimal digits. Inputs with equal fingerprints are
/// treated as equal; the hash does not protect against deliberate collisions.
final class Fingerprint {
  private let state = XXH3_createState()

  init() { XXH3_128bits_reset(state) }
  deinit { XXH3_freeState(state) }

  func add(_ bytes: Span<UInt8>) {
    // The library reads the bytes during the call and keeps no pointer to them.
    bytes.withUnsafeBytes { _ = XXH3_128bits_update(state, $0.baseAddress, $0.count) }
  }

  var text: String {
    let hash = XXH3_128bits_digest(state)
    return hexadecimal(hash.high64) + hexadecimal(hash.low64)
  }
}

/// The fingerprint of the bytes of a file.
package func fingerprint(of bytes: [UInt8]) -> String {
  let fingerprint = Fingerprint()
  fingerprint.add(bytes.span)
  return fingerprint.text
}

/// The fingerprint of a list of texts.
package func fingerprint(of parts: [String]) -> String {
  let fingerprint = Fingerprint()
  for part in parts {
    // The length distinguishes ("ab", "c") from ("a", "bc").
    let count = UInt64(part.utf8.count)
    let countBytes = (0..<8).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
    fingerprint.add(countBytes.span)
    fingerprint.add(part.utf8.span)
  }
  return fingerprint.text
}

/// A 64-bit hash of a name, the same in every process.
func shortFingerprint(of name: String) -> UInt64 {
  name.utf8.span.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
}

private func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
