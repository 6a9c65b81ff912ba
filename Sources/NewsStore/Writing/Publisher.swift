import Foundation
import NewsModel

/// The source under which a document is counted.
enum Publisher {
  /// Returns the publisher that cleaning found, or else the host of the address, or else the wire agency.
  static func name(of document: Document) -> String {
    if let publisher = document.publisher, !publisher.isEmpty { return publisher }
    if let host = document.url.flatMap(host(of:)) { return host }
    if let agency = document.agency, !agency.isEmpty { return agency }
    return unknown
  }

  /// All documents without any of these count as one source.
  static let unknown = "unknown"

  /// `example.com` of `https://user@www.Example.com:8080/a`.
  static func host(of url: String) -> String? {
    guard let scheme = url.range(of: "://") else { return nil }
    var host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    host = host.prefix { $0 != ":" }
    let name = host.lowercased()
    let bare = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    return bare.isEmpty ? nil : bare
  }
}
