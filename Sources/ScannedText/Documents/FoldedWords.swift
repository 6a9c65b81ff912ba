package import TextScanning

/// The folded hashes of a text's words: equal for texts that matching holds equal.
package func foldedWords(_ text: String) -> [UInt64] {
  TokenStream(text).tokens.filter(\.isWord).map(\.hash)
}

/// A name as an id's last part: folded, words parted by hyphens ("Ministry of Energy" is `ministry-of-energy`).
package func slug(_ name: String) -> String {
  slug(TokenStream(name).tokens[...], in: Array(name.utf8))
}

/// The same of a name's tokens, behind a prefix.
package func slug(_ tokens: ArraySlice<Token>, in bytes: [UInt8], after prefix: String = "") -> String {
  let most = tokens.reduce(prefix.utf8.count) { $0 + $1.mostFoldedBytes + 1 }
  return String(unsafeUninitializedCapacity: most) { buffer in
    guard let start = buffer.baseAddress else { return 0 }
    var end = start
    for byte in prefix.utf8 {
      end.pointee = byte
      end += 1
    }
    let first = end
    for token in tokens where token.isWord {
      if end > first {
        end.pointee = UInt8(ascii: "-")
        end += 1
      }
      end = token.writeFolded(in: bytes, to: end)
    }
    return end - start
  }
}
