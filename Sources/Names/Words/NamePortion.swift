import NewsModel
package import ScannedText
import TextScanning

/// The part of a document that is searched for names. This is the whole document unless its names would need too much
/// memory.
package struct NamePortion {
  /// For each section, the number of bytes that are searched; nil if the document is searched to its end because it is
  /// within `DocumentLimits.names`.
  package private(set) var ends: [Int]?
  /// The number of bytes that are not searched.
  package private(set) var leftOut = 0

  /// - Parameter phrases: The matches in each section.
  package init(_ scanned: ScannedDocument, _ phrases: [JointPhrases.Found], limit: Int = DocumentLimits.names) {
    // A quick check without counting: each token and each name uses at most one unit of the limit.
    let tokens = scanned.sections.reduce(0) { $0 + $1.tokens.count }
    let names = phrases.reduce(0) { $0 + $1.names.count }
    guard tokens + names > limit else { return }
    var remaining = limit
    var ends: [Int] = []
    for (section, found) in zip(scanned.sections, phrases) {
      let end = Self.end(of: section, names: found.names, &remaining)
      ends.append(end)
      leftOut += section.bytes.count - end
    }
    if leftOut > 0 { self.ends = ends }
  }

  /// The byte at which the limit is reached in a section; its length if the limit is not reached.
  private static func end(
    of section: ScannedDocument.Section, names: ArraySlice<PhraseAutomaton.Match>, _ remaining: inout Int
  ) -> Int {
    var next = names.startIndex
    for (index, token) in section.tokens.enumerated() {
      if token.startsWithCapital { remaining -= 1 }
      while next < names.endIndex, names[next].start <= index {
        remaining -= 1
        next += 1
      }
      if remaining < 0 { return Int(token.start) }
    }
    return section.bytes.count
  }
}
