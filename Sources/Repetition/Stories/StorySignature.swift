import TextScanning

/// What is stored of a document's main text to find its near-duplicates: bands, which find texts that resemble each other,
/// and passages, which find a short text inside a long one.
///
/// The bands are a MinHash (Broder 1997): the first shingle of the text in each of 60 random orders of all shingles. Two texts
/// have the same first shingle in an order with a probability equal to their resemblance r, the share of shingles that
/// both have. Locality-sensitive hashing (Indyk and Motwani 1998) joins three of them into a band. At least one of 20
/// bands is the same with probability 1 - (1 - r³)²⁰, which is 99 % for a resemblance of 0.6, 93 % for 0.5, 73 % for 0.4
/// and 2 % for 0.1. Texts with a common band are then compared themselves (`StoryOverlap`), so false candidates do no harm.
package struct StorySignature: Sendable, Equatable {
  package static let bandCount = 20
  static let rows = 3
  /// Texts with fewer shingles are too short: their few words can be the same by chance.
  static let minimumShingles = 24

  /// The key of each band; documents that share one are candidates.
  package let bands: [UInt32]
  /// The keys of passages, none of which is 0, in ascending order; the smallest ones of a long text.
  package let passages: [UInt32]
  package let shingleCount: Int

  static let mostPassages = 32
  private static let shinglesForMark: UInt64 = 16

  /// Returns nil for a text that is too short to be compared.
  package init?(text: String) {
    let inOrder = Shingles.inOrder(text)
    let shingles = Shingles.distinct(inOrder)
    guard shingles.count >= Self.minimumShingles else { return nil }
    var bands: [UInt32] = []
    for band in 0..<Self.bandCount {
      var key: UInt64 = UInt64(band)
      for row in 0..<Self.rows {
        // An order is that of the hashes after multiplication by an odd number, a different one for each order.
        let factor = ByteHash.mixed(UInt64(band * Self.rows + row + 1)) | 1
        var minimum = UInt64.max
        for shingle in shingles {
          let value = (shingle ^ (factor >> 7)) &* factor
          if value < minimum { minimum = value }
        }
        key = ByteHash.mixed(key ^ minimum)
      }
      bands.append(UInt32(truncatingIfNeeded: key >> 32))
    }
    self.bands = bands
    passages = Self.passages(inOrder)
    shingleCount = shingles.count
  }

  private static func passages(_ shingles: [UInt64]) -> [UInt32] {
    var keys: Set<UInt32> = []
    var last: UInt64?
    for shingle in shingles where ByteHash.mixed(shingle) % shinglesForMark == 0 {
      if let last { keys.insert(UInt32(truncatingIfNeeded: ByteHash.mixed(last &* 3 ^ shingle) >> 32)) }
      last = shingle
    }
    keys.remove(0)
    return Array(keys.sorted().prefix(mostPassages))
  }

  /// The stored form: the number of shingles, then the keys of bands and of passages, two in each word.
  package var words: [UInt64] {
    let keys = bands + passages + (passages.count % 2 == 0 ? [] : [0])
    return [UInt64(shingleCount)]
      + stride(from: 0, to: keys.count, by: 2).map { UInt64(keys[$0]) | UInt64(keys[$0 + 1]) << 32 }
  }

  /// Returns nil if the words are not a signature.
  package init?(words: [UInt64]) {
    let least = 1 + Self.bandCount / 2
    guard (least...least + (Self.mostPassages + 1) / 2).contains(words.count), words[0] <= UInt64(Int32.max) else {
      return nil
    }
    shingleCount = Int(words[0])
    let keys = words.dropFirst().flatMap { [UInt32(truncatingIfNeeded: $0), UInt32(truncatingIfNeeded: $0 >> 32)] }
    bands = Array(keys.prefix(Self.bandCount))
    passages = keys.dropFirst(Self.bandCount).filter { $0 != 0 }
  }
}
