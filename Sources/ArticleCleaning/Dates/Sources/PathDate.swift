import NewsModel
import TextScanning

extension DateCandidates {
  mutating func read(path: String) {
    if let day = PathDate.day(in: path, scanner.vocabulary) { add(day, .path, .path) }
  }
}

/// The day in a file's name or in the folders around it: `2019-03-12-title.txt`, `2019/03/12/title.txt`, `title 12 March 2019.txt`.
enum PathDate {
  /// Returns the day that is nearest to the end of the name.
  static func day(in source: String, _ vocabulary: PageVocabulary) -> Day? {
    let parts = parts(of: source)
    for first in parts.indices.reversed() {
      let path = parts[first...].joined(separator: "/")
      if let found = AddressDate.day(in: path, vocabulary) { return found.isSpan ? nil : found.day }
      guard first == parts.count - 1 else { continue }
      let name = Array(path.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
      let dates = DateScanner(vocabulary).dates(in: name, 0..<name.count)
      if dates.count == 1, let date = dates.first, !date.isSpan, !date.isAmbiguous, !date.isShort { return date.day }
    }
    return nil
  }

  /// Returns the year that the path names; nil if it names none or several.
  static func year(in source: String) -> Int? {
    let numbers = parts(of: source).joined(separator: "/").split { !$0.isNumber }
    let years = Set(
      numbers.filter { $0.utf8.count == 4 }.compactMap { Int($0) }.filter(BelievableDays.yearsInAddresses.contains))
    return years.count == 1 ? years.first : nil
  }

  /// Returns the folders and the name without its ending. Long mixtures of letters and digits are left out, because
  /// they are checksums.
  private static func parts(of source: String) -> [String] {
    var source = source[...]
    for ending in [".gz", ".txt", ".text", ".md"] where source.lowercased().hasSuffix(ending) {
      source = source.dropLast(ending.count)
    }
    return source.split(separator: "/").map { part in
      part.split(separator: "-", omittingEmptySubsequences: false).map { isChecksum($0) ? "" : String($0) }
        .joined(separator: "-")
    }
  }

  private static func isChecksum(_ word: Substring) -> Bool {
    word.utf8.count > longestWord && word.contains(where: \.isNumber)
      && word.utf8.allSatisfy { $0.isASCIILetter || $0.isDigit }
  }

  /// In bytes.
  private static let longestWord = 24
}
