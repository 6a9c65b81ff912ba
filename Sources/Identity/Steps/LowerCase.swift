import NewsModel
import TextScanning

extension Identity {
  /// The share of lower case from which words are no name, and the least number of such places.
  private static let share = 0.5
  private static let leastPlaces = 2

  /// Rejects unlisted names of everyday words, and persons of one word, that the archive writes in lower case more often
  /// than with capitals.
  mutating func rejectLowerCase(_ caseCounts: (String) throws -> CaseCounts) rethrows {
    for name in 0..<Int32(table.count) where isOpen(name) {
      let words = table.words(name)
      let isPerson = words.count == 1 && table.types[Int(name)] == .person
      guard !words.isEmpty, isPerson || words.allSatisfy({ vocabulary.everydayWords.contains(FoldedHash.of($0)) })
      else { continue }
      let phrase = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      let counts = try caseCounts(phrase)
      let all = counts.lower + counts.capital
      guard counts.lower >= Self.leastPlaces, Double(counts.lower) > Self.share * Double(all) else { continue }
      reject(name, .lowerCase, "in lower case in \(counts.lower) of \(all) places that were looked at")
    }
  }
}
