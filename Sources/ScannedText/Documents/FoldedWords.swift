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
