package import NewsModel
import TextScanning

extension ScannedDocument {
  /// Returns the sentence of a place, with the place between ⟦ and ⟧; empty if the document has no such place. Offsets are
  /// as in `Mention`.
  package func markedSentence(_ zone: Zone, _ start: Int, _ end: Int) -> String {
    guard let section = section(of: zone), start >= 0, start < end, end <= section.bytes.count else { return "" }
    var from = start
    var to = end
    if let token = section.tokens.firstIndex(where: { $0.end > start }) {
      let found = section.sentences[section.sentenceIndex(ofToken: token)]
      let range = section.byteRange(ofTokens: found.start..<found.end)
      from = min(start, range.lowerBound)
      to = max(end, range.upperBound)
    }
    return section.text(from..<start) + "⟦" + section.text(start..<end) + "⟧" + section.text(end..<to)
  }
}
