import Foundation

/// Reads the facts of a page back from its bytes: from the front matter of a Markdown page or the `meta` elements of an
/// HTML page.
package enum PageFacts {
  /// The number of bytes that are searched; the facts are at the beginning of a page.
  package static let reach = 64 << 10

  /// - Parameter isHTML: false for Markdown.
  /// - Returns: nil if the page has no such fact, or writes it in another way than this program does.
  package static func text(of key: String, in page: [UInt8], isHTML: Bool) -> String? {
    let lines = String(decoding: page.prefix(reach), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return isHTML ? meta(key, lines) : frontMatter(key, lines)
  }

  private static func frontMatter(_ key: String, _ lines: [Substring]) -> String? {
    guard lines.first == "---" else { return nil }
    let head = "\(key): "
    let line = lines.dropFirst().prefix { $0 != "---" }.first { $0.hasPrefix(head) }
    return line.flatMap { try? JSONDecoder().decode(String.self, from: Data($0.dropFirst(head.count).utf8)) }
  }

  private static func meta(_ key: String, _ lines: [Substring]) -> String? {
    let (head, tail) = ("<meta name=\"dateline-\(key)\" content=\"", "\">")
    let line = lines.prefix { $0 != "</head>" }.first { $0.hasPrefix(head) && $0.hasSuffix(tail) }
    return line.map { String($0.dropFirst(head.count).dropLast(tail.count)).xmlUnescaped }
  }
}

extension String {
  /// The reverse of `xmlEscaped`, for the characters that it escapes with an entity.
  fileprivate var xmlUnescaped: String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(self) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}
