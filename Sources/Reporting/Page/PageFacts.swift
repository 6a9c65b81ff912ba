import Foundation

/// What a page says of itself, read back from its bytes: from a Markdown page's front matter, or an HTML page's `meta`.
package enum PageFacts {
  /// How much of a page is looked at. The facts stand at the beginning.
  package static let reach = 64 << 10

  /// - Parameter isHTML: false for Markdown.
  /// - Returns: nil where the page does not say, or says it in another way than our own pages do.
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
  /// The reverse of `xmlEscaped`, for what it escapes by name.
  fileprivate var xmlUnescaped: String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(self) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}
