import Names
import NewsModel
package import ScannedText

extension CountryFinder {
  /// The evidence for the countries of a document other than its mentions, by country code. Each piece of evidence is
  /// listed once, in the order of the text.
  package func otherEvidence(of scanned: ScannedDocument, _ phrases: [JointPhrases.Found]) -> [String: [String]] {
    var evidence: [String: [String]] = [:]
    func add(_ sign: String, for country: String) {
      if evidence[country]?.contains(sign) != true { evidence[country, default: []].append(sign) }
    }
    if let line = scanned.document.dateline, let country = datelines.country(of: line) {
      add("the dateline “\(line)”", for: country)
    }
    for (number, section) in scanned.sections.enumerated() where section.isCounted {
      cues.find(in: section, phrases[number].cues) { country, _, phrase in
        add("“\(cues.text(of: phrase))”", for: country)
      }
      cues.tickers(in: section.bytes) { add("the ticker of a company", for: $0) }
    }
    if let country = PublisherCountry.country(of: scanned.document) { add("the publisher's address", for: country) }
    return evidence
  }
}
