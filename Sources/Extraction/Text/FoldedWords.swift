import TextScanning

/// The folded hashes of a text's words: equal for texts that matching holds equal.
package func foldedWords(_ text: String) -> [UInt64] {
  TokenStream(text).tokens.filter(\.isWord).map(\.hash)
}

/// A name as an id's last part: folded, words parted by hyphens ("Ministry of Energy" is `ministry-of-energy`).
package func slug(_ name: String) -> String {
  slug(TokenStream(name).tokens[...], in: Array(name.utf8))
}

/// The same of a name's tokens, behind a prefix.
func slug(_ tokens: ArraySlice<Token>, in bytes: [UInt8], after prefix: String = "") -> String {
  var slug = Array(prefix.utf8)
  slug.reserveCapacity(64)
  for token in tokens where token.isWord {
    if slug.count > prefix.utf8.count { slug.append(UInt8(ascii: "-")) }
    token.appendFolded(in: bytes, to: &slug)
  }
  return String(decoding: slug, as: UTF8.self)
}
