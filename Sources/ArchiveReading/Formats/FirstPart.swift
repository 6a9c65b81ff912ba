import NewsModel
import TextScanning

/// The first part of a text: at most so many bytes, and no part of a character.
func firstPart(of text: String, bytes limit: Int) -> String {
  guard text.utf8.count > limit else { return text }
  var end = text.utf8.index(text.startIndex, offsetBy: limit)
  // Back over the bytes that go on with a character.
  while end > text.startIndex, text.utf8[end] & 0xC0 == 0x80 { end = text.utf8.index(before: end) }
  return String(text[..<end])
}

/// Cuts the short fields of one document, and remembers what was cut.
struct FieldCutter {
  let limits: ReadingLimits
  /// What to say of each field that was cut.
  private(set) var reasons: [String] = []

  init(_ limits: ReadingLimits) { self.limits = limits }

  mutating func field(_ text: String?, named name: String) -> String? {
    text.map { cut($0, named: name, limit: limits.field) }
  }

  /// The part of a text that any document keeps (`DocumentLimits.text`): the rest of a long record need not be carried on.
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
