package import TextScanning

/// The folded hashes of a text's words. Texts that matching treats as equal have equal hashes.
package func foldedWords(_ text: String) -> [UInt64] {
  TokenStream(text).tokens.filter(\.isWord).map(\.hash)
}

/// Turns a name into the last part of an id: folded words joined by hyphens ("Ministry of Energy" becomes
/// `ministry-of-energy`).
package func slug(_ name: String) -> String {
  slug(TokenStream(name).tokens[...], in: Array(name.utf8))
}

/// Does the same with the tokens of a name, and puts a prefix before it.
package func slug(_ tokens: ArraySlice<Token>, in bytes: [UInt8], after prefix: String = "") -> String {
  var slug = Array(prefix.utf8)
  slug.reserveCapacity(tokens.reduce(slug.count) { $0 + $1.mostFoldedBytes + 1 })
  for token in tokens where token.isWord {
    if slug.count > prefix.utf8.count { slug.append(UInt8(ascii: "-")) }
    token.appendFolded(in: bytes, to: &slug)
  }
  return String(decoding: slug, as: UTF8.self)
}
