import NewsModel
import ScannedText
import TextScanning

/// Collects the names of a section that are evidence for countries, each with all places that it may refer to.
struct PlaceReader {
  private let section: ScannedDocument.Section
  private let candidates: [Candidate]
  /// The indices of the candidates in order of start and end.
  private let order: [Int]
  private let rules: NameRules

  /// A word of at most this many bytes is probably an abbreviation.
  private static let abbreviationLength = 3
  /// The bytes between a place and its region or country: a comma and a space.
  private static let commaAndSpace = 2

  init(_ section: ScannedDocument.Section, _ candidates: [Candidate], order: [Int], _ rules: NameRules) {
    self.section = section
    self.candidates = candidates
    self.order = order
    self.rules = rules
  }

  func readings() -> [PlaceReading] {
    var readings: [PlaceReading] = []
    var start = 0
    // The end of the accepted names so far.
    var taken = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, candidates[order[end]].start == candidates[order[start]].start { end += 1 }
      let group = order[start..<end]
      let isPart = candidates[order[start]].start < taken
      let accepted = group.indices.filter { candidates[order[$0]].isAccepted }
      // Each of several countries that a name means together is evidence: "the two Koreas".
      for group in accepted.count > 1 ? accepted.map({ order[$0..<$0 + 1] }) : [group] {
        if let reading = reading(group, isPart: isPart) { append(reading, of: group, to: &readings) }
      }
      for index in group where candidates[index].isAccepted { taken = max(taken, candidates[index].end) }
      start = end
    }
    return readings
  }

  /// - Parameter isPart: Whether the name is part of a longer accepted one.
  private func reading(_ group: ArraySlice<Int>, isPart: Bool) -> PlaceReading? {
    guard let reading = PlaceReading(group, of: candidates, in: section, rules.dictionary) else { return nil }
    // A word that is part of a longer name, such as a surname, is not a town.
    if reading.isUnconfirmed, isPart || isWord(candidates[reading.places[0].candidate]) { return nil }
    return reading
  }

  /// Whether a name without its required context is an everyday word or an abbreviation ("March", "OK") and thus no
  /// evidence.
  private func isWord(_ candidate: Candidate) -> Bool {
    guard candidate.length == 1 else { return false }
    let token = section.tokens[candidate.start]
    return rules.commonWords.contains(token.hash) || token.end - token.start <= Self.abbreviationLength
  }

  /// Adds a reading, and locates it and the one before it by what the text names right after them.
  private func append(_ reading: PlaceReading, of group: ArraySlice<Int>, to readings: inout [PlaceReading]) {
    var reading = reading
    reading.locate(in: countryAfter(group))
    if let last = readings.indices.last {
      if let region = region(of: readings[last], in: reading) {
        readings[last].locate(in: region.country, region: region.region)
        reading.locate(in: region.country)
      } else if let span = unknownTown(readings[last], in: reading) {
        readings[last].locate(elsewhere: span)
      }
    }
    readings.append(reading)
  }

  /// The region named right after a town, if both are in the same country: "Sudbury, Ontario".
  private func region(of town: PlaceReading, in next: PlaceReading) -> PlaceReading.Place? {
    guard !town.isUnconfirmed, !next.isUnconfirmed, town.places[0].kind != .region,
      startByte(next.places[0].candidate) - endByte(town.places[0].candidate) == Self.commaAndSpace,
      areInOneZone(town.places[0].candidate, next.places[0].candidate)
    else { return nil }
    return next.places.first { region in
      region.kind == .region && town.places.contains { $0.country == region.country && $0.kind != .name }
    }
  }

  /// The town with its region, if a region in another country follows right after a town: "Belgrade, Minn.". What follows
  /// the region must end the pair, because "Rome, Texas and Ohio" is a list.
  private func unknownTown(_ town: PlaceReading, in next: PlaceReading) -> TokenSpan? {
    guard !town.isUnconfirmed, !next.isUnconfirmed, town.located == nil, next.places.count == 1,
      next.places[0].kind == .region, town.places.allSatisfy({ $0.kind == .city || $0.kind == .capital }),
      startByte(next.places[0].candidate) - endByte(town.places[0].candidate) == Self.commaAndSpace,
      areInOneZone(town.places[0].candidate, next.places[0].candidate)
    else { return nil }
    let end = candidates[next.places[0].candidate].end
    guard end >= section.tokens.count || section.tokens[end].kind == .punctuation else { return nil }
    return section.span(candidates[town.places[0].candidate].start..<end)
  }

  /// The country named right after a name: "Milan, Italy".
  private func countryAfter(_ group: ArraySlice<Int>) -> String? {
    guard let name = group.first(where: { candidates[$0].isAccepted }) else { return nil }
    let end = endByte(name)
    let next = order[group.endIndex...].prefix { startByte($0) <= end + Self.commaAndSpace }
      .first {
        candidates[$0].isAccepted && candidates[$0].type == .country && startByte($0) > end && areInOneZone(name, $0)
      }
    guard let next, let country = candidates[next].country else { return nil }
    return rules.dictionary.countries[Int(country)]
  }

  private func startByte(_ index: Int) -> Int { Int(section.tokens[candidates[index].start].start) }
  private func endByte(_ index: Int) -> Int { Int(section.tokens[candidates[index].end - 1].end) }

  private func areInOneZone(_ first: Int, _ second: Int) -> Bool {
    section.zone(atByte: startByte(first)) == section.zone(atByte: startByte(second))
  }
}
