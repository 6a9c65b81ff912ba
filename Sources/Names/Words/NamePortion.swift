import NewsModel
package import ScannedText
import TextScanning

/// How far a document is searched for names: to its end, but for texts that are made of names.
package struct NamePortion {
  /// Bytes of each section that are searched; nil for a document within `DocumentLimits.names`.
  package private(set) var ends: [Int]?
  /// Bytes behind them.
  package private(set) var leftOut = 0

  /// - Parameter phrases: by section.
  package init(_ scanned: ScannedDocument, _ phrases: [JointPhrases.Found], limit: Int = DocumentLimits.names) {
    // Every name and every word with a capital has at least one token, as a rule: short documents are not counted.
    let tokens = scanned.sections.reduce(0) { $0 + $1.tokens.count }
    let names = phrases.reduce(0) { $0 + $1.names.count }
    guard tokens + names > limit else { return }
    var room = limit
    var ends: [Int] = []
    for (section, found) in zip(scanned.sections, phrases) {
      let end = Self.end(of: section, names: found.names, &room)
      ends.append(end)
      leftOut += section.bytes.count - end
    }
    if leftOut > 0 { self.ends = ends }
  }

  /// Where the room ends in a section.
  private static func end(
    of section: ScannedDocument.Section, names: ArraySlice<PhraseAutomaton.Match>, _ room: inout Int
  ) -> Int {
    var next = names.startIndex
    for (index, token) in section.tokens.enumerated() {
      if token.startsWithCapital { room -= 1 }
      while next < names.endIndex, names[next].start <= index {
        room -= 1
        next += 1
      }
      if room < 0 { return Int(token.start) }
    }
    return section.bytes.count
  }
}
