import TextScanning

/// Everyday words of a language in lower case: a capital at a sentence's start makes no name of them.
struct CommonWords: Sendable {
  private let hashes: Set<UInt64>

  init(_ words: some Sequence<String>) {
    hashes = Set(words.flatMap { TokenStream($0).tokens.prefix(1).map(\.hash) })
  }

  /// - Parameter hash: `Token.hash`.
  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}
