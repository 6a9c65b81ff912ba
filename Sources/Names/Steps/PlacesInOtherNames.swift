import NewsModel
import ScannedText
import TextScanning

/// Rejects places and countries whose name is only a part of the name of a street or a ship: "12 Moscow Road", "USS
/// Georgia".
struct PlacesInOtherNames {
  let rules: ReferenceRules

  func check(_ candidates: inout [Candidate], in section: ScannedDocument.Section) {
    for index in candidates.indices where candidates[index].isAccepted {
      guard candidates[index].type == .place || candidates[index].type == .country else { continue }
      if let name = longerName(around: candidates[index].range, in: section) {
        candidates[index].reject(.longerSpan(section.span(name)), by: .dropPlacesInOtherNames)
      }
    }
  }

  /// The name of the street or ship that contains a place; nil if there is none.
  private func longerName(around place: Range<Int>, in section: ScannedDocument.Section) -> Range<Int>? {
    let tokens = section.tokens
    let sentence = section.sentences[section.sentenceIndex(ofToken: place.lowerBound)]
    if place.upperBound < sentence.end, tokens[place.upperBound].casing == .capitalised,
      rules.streetWords.contains(tokens[place.upperBound].hash)
    {
      return place.lowerBound..<place.upperBound + 1
    }
    if place.lowerBound > sentence.start, tokens[place.lowerBound - 1].casing == .upper,
      rules.shipPrefixes.contains(tokens[place.lowerBound - 1].hash)
    {
      return place.lowerBound - 1..<place.upperBound
    }
    return nil
  }
}

extension NameSteps {
  mutating func dropPlacesInOtherNames() {
    let places = PlacesInOtherNames(rules: rules.references)
    for section in scanned.sections { places.check(&candidates[section.number], in: section) }
  }
}
