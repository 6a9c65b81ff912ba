import NewsModel
import TextScanning

/// Returns at most `limit` bytes from the start of a text, without splitting a character.
func firstPart(of text: String, bytes limit: Int) -> String {
  guard text.utf8.count > limit else { return text }
  var end = text.utf8.index(text.startIndex, offsetBy: limit)
  // Step back over the continuation bytes of a character.
  while end > text.startIndex, text.utf8[end] & 0xC0 == 0x80 { end = text.utf8.index(before: end) }
  return String(text[..<end])
}

/// Cuts the fields of one document to their limits and records what was cut.
struct FieldCutter {
  let limits: ReadingLimits
  /// The message for each field that was cut.
  private(set) var reasons: [String] = []

  init(_ limits: ReadingLimits) { self.limits = limits }

  mutating func field(_ text: String?, named name: String) -> String? {
    text.map { cut($0, named: name, limit: limits.field) }
  }

  /// Cuts a text to the length that a document keeps (`DocumentLimits.text`), so that the rest of a long record need
  /// not be carried further.
  mutating func text(_ text: String) -> String {
    let count = text.utf8.count
    if count <= DocumentLimits.text { return text }
    let kept = text.portion(DocumentLimits.text)
    reasons.append("\(count - kept.utf8.count) bytes of its text left out: the first \(kept.utf8.count) kept")
    return kept
  }

  mutating func id(_ id: String) -> String { cut(id, named: "id", limit: limits.id) }

  private mutating func cut(_ text: String, named name: String, limit: Int) -> String {
    let count = text.utf8.count
    if count > limit { reasons.append("the \(name) has \(count) bytes; its first \(limit) were kept") }
    return firstPart(of: text, bytes: limit)
  }
}
