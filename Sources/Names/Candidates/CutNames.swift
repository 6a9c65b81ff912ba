import NewsModel
import ScannedText
import TextScanning

extension ScannedDocument.Section {
  /// Leaves a part of a name that a pattern found: with the words that it now is, and the country that these name.
  ///
  /// - Parameter known: dictionary mentions that stand, in order of start.
  func cut(_ name: inout Candidate, to range: Range<Int>, known: [Candidate]) {
    name.start = range.lowerBound
    name.end = range.upperBound
    name.name = self.name(range, of: name.type)
    let inside = known[known.partitioningIndex { $0.start >= range.lowerBound }...]
      .prefix { $0.start < range.upperBound }
      .first { $0.country != nil && $0.end <= range.upperBound }
    name.country = inside?.country
    name.namesItsCountry =
      inside.map { $0.type == .country && $0.end < range.upperBound && tokens[$0.end].kind == .possessive } ?? false
  }
}
