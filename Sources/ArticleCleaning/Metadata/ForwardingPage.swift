import TextScanning

/// A page that shows next to nothing and sends its readers on: `<meta http-equiv="refresh" content="0; url=https://…">`,
/// `location.href = "https://…"`. What was asked for is the address that it names.
enum ForwardingPage {
  /// Bytes of text, at most, on such a page.
  private static let mostText = 400
  /// Bytes of a script that does nothing else.
  private static let longestScript = 4096

  static func address(in main: MainText) -> String? {
    guard main.page.text.count < mostText else { return nil }
    let tree = main.tree
    for node in 0..<tree.count {
      switch tree.tag(node) {
      case .meta where tree.value(node, .httpEquiv)?.lowercased() == "refresh":
        if let value = tree.value(node, .content), let found = address(in: value, behind: "url=") { return found }
      case .script:
        for text in tree.descendants(of: node) where tree.isText(text) {
          guard tree.textRange(text).count <= longestScript else { continue }
          if let found = address(in: tree.string(tree.textRange(text)), behind: "location") { return found }
        }
      default: break
      }
    }
    return nil
  }

  /// The address that stands within a few bytes behind the word.
  private static func address(in text: String, behind word: String) -> String? {
    let bytes = Array(text.utf8)
    let lowered = Scalars.lowered(bytes)
    let words = PhraseTable([(word, true)])
    let schemes = PhraseTable([("https://", true), ("http://", true)])
    for at in lowered.indices where words.match(lowered, at: at) != nil {
      for start in at..<min(lowered.count, at + word.utf8.count + 20) where schemes.match(lowered, at: start) != nil {
        return String(
          decoding: bytes[start...].prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x27 }, as: UTF8.self)
      }
    }
    return nil
  }
}
