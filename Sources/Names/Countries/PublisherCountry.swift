import Foundation
package import NewsModel

/// The country in the address of a publisher's site: `bbc.co.uk` is British. It is the weakest of all evidence.
package enum PublisherCountry {
  /// Country domains that sites anywhere use because of the word they spell.
  private static let spelled: Set<String> = [
    "ac", "ag", "ai", "am", "cc", "cd", "co", "fm", "gg", "io", "la", "ly", "me", "nu", "sh", "st", "to", "tv", "vc",
    "ws",
  ]

  /// Returns the ISO 3166-1 alpha-2 code, or nil if the domain belongs to no country.
  package static func country(of document: Document) -> String? {
    let address = document.url ?? document.publisher ?? ""
    guard address.utf8.contains(UInt8(ascii: ".")) else { return nil }
    var host = address[...]
    if let scheme = address.range(of: "://") { host = address[scheme.upperBound...] }
    host = host.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    guard let dot = host.lastIndex(of: "."), host.count > 3 else { return nil }
    let domain = host[host.index(after: dot)...].lowercased()
    guard domain.utf8.count == 2, !spelled.contains(domain) else { return nil }
    return domain == "uk" ? "GB" : domain.uppercased()
  }
}
