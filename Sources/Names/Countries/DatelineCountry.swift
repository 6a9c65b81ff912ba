import NewsModel
import TextScanning

/// Finds the country of a dateline: "BRUSSELS, Feb 3", "SAN MATEO, Calif., March 2".
package struct DatelineCountry: Sendable {
  let dictionary: NameDictionary

  /// Returns the country of the place at the beginning of the dateline. If a region or country follows, the place is in
  /// it; otherwise it is the largest place of that name.
  package func country(of dateline: String) -> String? {
    let bytes = Array(dateline.utf8)
    var stream = TokenStream()
    stream.scan(bytes)
    var matches: [PhraseAutomaton.Match] = []
    dictionary.automaton.search(stream, in: bytes, into: &matches)
    guard let first = stream.tokens.firstIndex(where: \.isWord) else { return nil }
    matches.removeAll { match in
      let type = dictionary.types[entity(of: match)]
      return type != .place && type != .country
    }
    let opening = matches.filter { $0.start == first }
    guard let end = opening.map(\.end).max() else { return nil }
    let places = opening.filter { $0.end == end }
    let next = matches.first { $0.start > end - 1 && $0.start <= end + 1 && isWide($0) }
    if let next { return country(of: next) }
    var best: PhraseAutomaton.Match?
    for match in places where country(of: match) != nil {
      guard let known = best else {
        best = match
        continue
      }
      if weight(of: match) > weight(of: known) { best = match }
    }
    return best.flatMap(country)
  }

  private func entity(of match: PhraseAutomaton.Match) -> Int {
    Int(dictionary.surfaces[Int(match.payload)].entity)
  }

  private func country(of match: PhraseAutomaton.Match) -> String? { dictionary.entities[entity(of: match)].country }

  private func weight(of match: PhraseAutomaton.Match) -> Int64 { dictionary.weights[entity(of: match)] }

  /// Whether a match is a region or a country, which may follow a city's name.
  private func isWide(_ match: PhraseAutomaton.Match) -> Bool {
    let entity = entity(of: match)
    return dictionary.types[entity] == .country || dictionary.entities[entity].kind == "region"
  }
}
