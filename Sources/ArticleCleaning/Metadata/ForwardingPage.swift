import TextScanning

/// A page with almost no text that forwards its readers: `<meta http-equiv="refresh" content="0; url=https://…">`,
/// `location.href = "https://…"`. The article has the address to which the page forwards.
enum ForwardingPage {
  /// The most bytes of text on such a page.
  private static let mostText = 400
  /// The most bytes of a script that does nothing but forward.
  private static let longestScript = 4096

  /// Returns the address; nil if the page does not forward its readers.
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

  /// Returns the address within a few bytes after a word.
  private static func address(in text: String, behind word: String) -> String? {
    let bytes = Array(text.utf8)
    let lowered = Scalars.lowered(bytes)
    let words = PhraseTrie([word])
    let schemes = PhraseTrie(["https://", "http://"])
    for at in lowered.indices where words.match(lowered, at: at) != nil {
      for start in at..<min(lowered.count, at + word.utf8.count + 20) where schemes.match(lowered, at: start) != nil {
        return String(
          decoding: bytes[start...].prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x27 }, as: UTF8.self)
      }
    }
    return nil
  }
}
