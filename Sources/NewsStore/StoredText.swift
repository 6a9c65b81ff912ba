import Foundation

/// Brings text into the form in which it is stored: UTF-8, as every Swift string is, without C0 controls except tab and
/// line feed.
enum StoredText {
  /// Replaces each control character with a space, byte for byte, so that offsets stay valid. Returns nil if there is
  /// none.
  static func withoutControls(_ text: String) -> String? {
    guard text.utf8.contains(where: isControl) else { return nil }
    return String(decoding: text.utf8.map { isControl($0) ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0a }

  /// Returns a name or title in normal form C, in which they are stored; main text is stored as it came.
  static func composed(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }
}
