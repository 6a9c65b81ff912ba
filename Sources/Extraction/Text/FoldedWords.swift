import TextScanning

/// The folded hashes of a text's words: equal for texts that matching holds equal.
package func foldedWords(_ text: String) -> [UInt64] {
  TokenStream(text).tokens.filter(\.isWord).map(\.hash)
}

/// A name as an id's last part: folded, words parted by hyphens ("Ministry of Energy" is `ministry-of-energy`).
package func slug(_ name: String) -> String {
  let bytes = Array(name.utf8)
  var slug = ""
  for token in TokenStream(name).tokens where token.isWord {
    if !slug.isEmpty { slug += "-" }
    slug += token.folded(in: bytes)
  }
  return slug
}
