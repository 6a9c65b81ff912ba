/// Checks addresses that come from the archive.
enum WebAddress {
  /// Returns the address with every character percent-encoded that could end it inside a page. Returns nil if it does
  /// not begin with `http` or `https`, so that a script never becomes a link, or if it is longer than 2000 bytes.
  static func safe(_ url: String) -> String? {
    let lower = url.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), url.utf8.count <= 2000 else { return nil }
    var safe = ""
    for byte in url.utf8 {
      if isAllowed[Int(byte)] {
        safe.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        safe += digits.utf8.count < 2 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return safe
  }

  /// The characters of RFC 3986 that have no meaning in Markdown and HTML.
  private static let isAllowed: [Bool] = {
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$+,=%&".utf8)
    return (0..<256).map { allowed.contains(UInt8($0)) }
  }()
}
