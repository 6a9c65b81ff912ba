/// Addresses that come from the archive.
enum WebAddress {
  /// The address with everything percent-encoded that could end it where a page holds it; nil for what is not on the web: only `http` and
  /// `https` are let through, so no script is ever a link.
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

  /// Of RFC 3986's characters those that mean nothing in Markdown and HTML.
  private static let isAllowed: [Bool] = {
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$+,=%&".utf8)
    return (0..<256).map { allowed.contains(UInt8($0)) }
  }()
}
