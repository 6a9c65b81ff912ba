import Foundation

/// Returns a gzip member (RFC 1952) with stored blocks (RFC 1951): nothing is compressed, so every byte of the content
/// is found in it.
package func gzipped(_ content: [UInt8]) -> [UInt8] {
  var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var position = 0
  repeat {
    let length = min(0xFFFF, content.count - position)
    let isLast = position + length == content.count
    let size = UInt16(length)
    member += [isLast ? 1 : 0, UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)]
    member += content[position..<position + length]
    position += length
  } while position < content.count
  for number in [checksum(content), UInt32(truncatingIfNeeded: content.count)] {
    member += (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
  return member
}

package func gzipped(_ content: String) -> [UInt8] { gzipped(Array(content.utf8)) }

/// CRC-32, computed bit by bit.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { value, byte in
    (0..<8).reduce(value ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }
}

/// A gzip file with `count` times 64 MiB of zeros, made of copies of one member that the system's gzip compressed.
package func gzippedZeros(times count: Int) throws -> [UInt8] {
  let gzip = Process()
  gzip.executableURL = URL(fileURLWithPath: "/bin/sh")
  gzip.arguments = ["-c", "head -c 67108864 /dev/zero | gzip -9"]
  let output = Pipe()
  gzip.standardOutput = output
  try gzip.run()
  let member = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
  gzip.waitUntilExit()
  return Array(repeatElement(member, count: count).joined())
}
