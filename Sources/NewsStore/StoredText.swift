import Foundation

/// What text must be before it is stored: UTF-8, as every Swift string is, without C0 controls but tab and line feed.
enum StoredText {
  /// Each control character becomes a space: one byte for one byte, so that offsets hold.
  static func withoutControls(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard bytes.contains(where: isControl) else { return nil }
    return bytes.map { isControl($0) ? UInt8(ascii: " ") : $0 }
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0a }

  /// Names and titles are stored in normal form C; a text stays as it came.
  static func composed(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }
}
