import TextScanning

/// What must be stored of a document's main text to find its near-duplicates: eleven words.
///
/// MinHash (Broder 1997): of each of 60 random orders of all shingles, the text's first. Two texts agree in one with
/// the probability of their resemblance, the shared part of all their shingles. Locality-sensitive hashing (Indyk and
/// Motwani 1998) joins three into a band and compares bands: of 20 bands one at least agrees with probability
/// 1 - (1 - r³)²⁰, which is 99 % at a resemblance of 0.6, 93 % at 0.5, 73 % at 0.4 and 2 % at 0.1. What agrees is
/// then checked text against text (`StoryOverlap`), so that bands need only be generous.
package struct StorySignature: Sendable, Equatable {
  package static let bandCount = 20
  static let rows = 3
  /// Texts with fewer shingles are briefs whose few words agree by chance.
  static let minimumShingles = 24

  /// One key a band, in order; documents that agree in any are candidates.
  package let bands: [UInt32]
  package let shingleCount: Int

  /// Nil for a text too short to be compared.
  package init?(text: String) {
    let shingles = Shingles(text).hashes
    guard shingles.count >= Self.minimumShingles else { return nil }
    var bands: [UInt32] = []
    for band in 0..<Self.bandCount {
      var key: UInt64 = UInt64(band)
      for row in 0..<Self.rows {
        // Each order is that of the shingles' hashes after multiplication by an odd number of its own.
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
    shingleCount = shingles.count
  }

  /// As stored: the number of shingles, then the keys, two in a word.
  package var words: [UInt64] {
    [UInt64(shingleCount)]
      + stride(from: 0, to: bands.count, by: 2).map { UInt64(bands[$0]) | UInt64(bands[$0 + 1]) << 32 }
  }

  /// Nil where the words are not a signature's.
  package init?(words: [UInt64]) {
    guard words.count == 1 + Self.bandCount / 2, words[0] <= UInt64(Int32.max) else { return nil }
    shingleCount = Int(words[0])
    bands = words.dropFirst().flatMap { [UInt32(truncatingIfNeeded: $0), UInt32(truncatingIfNeeded: $0 >> 32)] }
  }
}
