import NewsModel
import ScannedText
import TextScanning

extension ScannedDocument.Section {
  /// Cuts a name that a pattern found to a part of it, with the country that the part names.
  ///
  /// - Parameter known: Accepted names of the dictionary, in order of start.
  func cut(_ name: inout Candidate, to range: Range<Int>, known: [Candidate]) {
    name.start = range.lowerBound
    name.end = range.upperBound
    name.meaning.name = self.name(range, of: name.type)
    let inside = known[known.partitioningIndex { $0.start >= range.lowerBound }...]
      .prefix { $0.start < range.upperBound }
      .first { $0.country != nil && $0.end <= range.upperBound }
    name.meaning.country = inside?.country
    name.namesItsCountry =
      inside.map { $0.type == .country && $0.end < range.upperBound && tokens[$0.end].kind == .possessive } ?? false
  }
}
