import NewsModel
import TextScanning

/// The country of a dateline: "BRUSSELS, Feb 3", "SAN MATEO, Calif., March 2".
struct DatelineCountry: Sendable {
  let dictionary: NameDictionary

  /// The place that the dateline opens with: in the region or country that follows it, else the largest of its name.
  func country(of dateline: String) -> String? {
    let bytes = Array(dateline.utf8)
    var stream = TokenStream()
    stream.scan(bytes)
    var matches: [PhraseAutomaton.Match] = []
    dictionary.automaton.search(stream, in: bytes, into: &matches)
    guard let first = stream.tokens.firstIndex(where: \.isWord) else { return nil }
    let places = matches.filter { type(of: $0) == .place || type(of: $0) == .country }
    let opening = places.filter { $0.start == first }
    guard let end = opening.map(\.end).max() else { return nil }
    let bearers = opening.filter { $0.end == end }
    let next = places.first { $0.start > end - 1 && $0.start <= end + 1 && isWide($0) }
    if let next { return entity(of: next).country }
    var best: PhraseAutomaton.Match?
    for match in bearers where entity(of: match).country != nil {
      guard let known = best else {
        best = match
        continue
      }
      if weight(of: match) > weight(of: known) { best = match }
    }
    return best.flatMap { entity(of: $0).country }
  }

  private func entity(of match: PhraseAutomaton.Match) -> Entity {
    dictionary.entities[Int(dictionary.surfaces[Int(match.payload)].entity)]
  }

  private func type(of match: PhraseAutomaton.Match) -> EntityType { entity(of: match).type }

  private func weight(of match: PhraseAutomaton.Match) -> Int64 {
    dictionary.weights[Int(dictionary.surfaces[Int(match.payload)].entity)]
  }

  /// A region or a country, which may follow a city's name.
  private func isWide(_ match: PhraseAutomaton.Match) -> Bool {
    let entity = entity(of: match)
    return entity.type == .country || entity.kind == "region"
  }
}
