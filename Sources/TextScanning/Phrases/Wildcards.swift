/// The wildcards of a trie: words that match any ending ("sanction*").
struct Wildcards: Sendable {
  /// The hashes of the letters before each "*".
  private let prefixes: WordSet
  private let heads: FrozenArray<UInt64>
  private let ranks: FrozenArray<UInt16>
  private let lengths: FrozenArray<UInt32>
  /// The longest prefix length with a bit of its own; longer prefixes share its bit.
  private static let longest = 31

  /// The letters before a "*".
  struct Prefix: Sendable {
    var head: Int
    var hash: UInt64
    var length: Int

    init(_ token: Token, in bytes: [UInt8]) {
      head = Int(token.head & 0x7fff)
      hash = token.hash
      var folded: [UInt8] = []
      token.appendFolded(in: bytes, to: &folded)
      length = min(folded.count, Wildcards.longest)
    }
  }

  init(_ all: [Prefix]) {
    prefixes = WordSet(all.map(\.hash))
    var heads = [UInt64](repeating: 0, count: 512)
    for prefix in all { heads[prefix.head >> 6] |= 1 << UInt64(prefix.head & 63) }
    var ranks: [UInt16] = []
    var count = 0
    for group in heads {
      ranks.append(UInt16(count))
      count += group.nonzeroBitCount
    }
    self.heads = FrozenArray(heads)
    self.ranks = FrozenArray(ranks)
    var lengths = [UInt32](repeating: 0, count: count)
    for prefix in all {
      lengths[Reading.rank(of: prefix.head, self.heads.all, self.ranks.all)] |= 1 << UInt32(prefix.length)
    }
    self.lengths = FrozenArray(lengths)
  }

  var reading: Reading {
    Reading(prefixes: prefixes.reading, heads: heads.all, ranks: ranks.all, lengths: lengths.all)
  }

  /// The data that a search reads; the wildcards must outlive it.
  struct Reading {
    fileprivate let prefixes: WordSet.Reading
    /// One bit for each value of `Token.head` with which a prefix begins.
    fileprivate let heads: FrozenElements<UInt64>
    /// For each group of 64 heads, the number of bits set in the groups before it.
    fileprivate let ranks: FrozenElements<UInt16>
    /// For each head, indexed by its rank, one bit for each length in bytes of the prefixes that begin with it.
    fileprivate let lengths: FrozenElements<UInt32>

    @inline(__always)
    func mayBegin(_ token: Token) -> Bool {
      let head = Int(token.head & 0x7fff)
      return head != 0 && heads[head >> 6] & (1 &<< UInt64(head & 63)) != 0
    }

    /// Calls `use` with the hash of every prefix that begins the token, shortest first. `mayBegin` must be true for the
    /// token.
    func forEachPrefix(of token: Token, in bytes: UnsafeBufferPointer<UInt8>, _ use: (UInt64) -> Void) {
      let wanted = lengths[Self.rank(of: Int(token.head & 0x7fff), heads, ranks)]
      let last = Wildcards.longest - wanted.leadingZeroBitCount
      var length = 0
      var hash = FoldedHash()
      token.forEachFoldedByte(in: bytes) { byte in
        hash.add(byte)
        length = min(length + 1, Wildcards.longest)
        if wanted & (1 &<< UInt32(length)) != 0, prefixes.contains(hash.value) { use(hash.value) }
        return length < last || last == Wildcards.longest
      }
    }

    fileprivate static func rank(
      of head: Int, _ heads: FrozenElements<UInt64>, _ ranks: FrozenElements<UInt16>
    ) -> Int {
      Int(ranks[head >> 6]) + (heads[head >> 6] & (1 &<< UInt64(head & 63) &- 1)).nonzeroBitCount
    }
  }
}
