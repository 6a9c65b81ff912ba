import NewsModel
import ScannedText
import TextScanning

/// Finds the units of nuclear power plants and adds a mention for each beside the mention of the plant: "Unit 4 of
/// Kalinin NPP", "Kalinin units 3 and 4", "Angra-3".
struct FacilityUnits {
  let dictionary: NameDictionary
  private static let unit = WordSet(
    ["unit", "units", "reactor", "reactors", "block", "blocks"].map { FoldedHash.of($0.utf8) })
  private static let number = WordSet(
    ["no", "nos", "number", "numbers"].map { FoldedHash.of($0.utf8) })
  private static let listSeparators = WordSet(
    ["and", "or", "to"].map { FoldedHash.of($0.utf8) })
  private static let linkWords = WordSet(
    ["of", "at", "the", "s"].map { FoldedHash.of($0.utf8) })
  private static let article = FoldedHash.of(word: "the")
  /// The highest number of a unit. No plant has more units.
  private static let mostUnits = 20

  /// Adds the units of the accepted facilities. Overlaps must have been resolved before, because a unit may overlap its
  /// plant.
  func add(to candidates: inout [Candidate], in section: ScannedDocument.Section) {
    var units: [Candidate] = []
    for index in candidates.indices where candidates[index].isAccepted && candidates[index].type == .facility {
      let listed = splitUnitName(&candidates[index], section)
      let candidate = candidates[index]
      guard let entity = candidate.entity, dictionary.entities[Int(entity)].kind == "nuclear-power-plant" else {
        continue
      }
      let plant = dictionary.entities[Int(entity)]
      let found = listed ?? (numbers(after: candidate.end, section) + numbers(before: candidate.start, section))
      for (token, number) in found {
        let listed = dictionary.index(ofEntity: "\(plant.id)#\(number)")
        let name: Meaning.Name = listed.map { .entity(Int32($0)) } ?? .unit(of: entity, number: Int32(number))
        units.append(candidate.unit(name, of: entity, at: token))
      }
    }
    candidates += units
  }

  /// Splits a dictionary name that ends with the number of a unit ("Angra-3"): the candidate then means the plant,
  /// without the number, and the numbers that follow the plant's name are returned ("Browns Ferry 1-3"). After a
  /// possessive ("Angra's 2 turbines") there is no unit, and the result is empty. Returns nil if the name contains no
  /// unit.
  private func splitUnitName(
    _ candidate: inout Candidate, _ section: ScannedDocument.Section
  ) -> [(token: Int, number: Int)]? {
    // "Fukushima No. 1" is a name of the plant.
    guard let entity = candidate.entity, candidate.length >= 2,
      !section.tokens[candidate.range].contains(where: { Self.number.contains($0.hash) }),
      let named = value(section.tokens[candidate.end - 1], section)
    else { return nil }
    let known = dictionary.entities[Int(entity)]
    let plant: Int
    if known.kind == "reactor" {
      guard let whole = known.attributes["part_of"].flatMap(dictionary.index(ofEntity:)) else { return nil }
      plant = whole
    } else {
      // A surface of the plant itself may also end with the number of a unit: "Waterford 3".
      guard case .surface = candidate.origin, dictionary.index(ofEntity: "\(known.id)#\(named)") != nil else {
        return nil
      }
      plant = Int(entity)
    }
    let number = candidate.end - 1
    candidate.meaning.name = .entity(Int32(plant))
    candidate.end = number
    var isPossessive = false
    while candidate.end > candidate.start + 1, !section.tokens[candidate.end - 1].isWord {
      isPossessive = isPossessive || section.tokens[candidate.end - 1].kind == .possessive
      candidate.end -= 1
    }
    return isPossessive ? [] : series(from: number, section, isList: true)
  }

  /// Returns the numbers of units after a plant's name: "-3", "unit 3", "units 3 and 4", "units 1 to 4".
  private func numbers(after end: Int, _ section: ScannedDocument.Section) -> [(token: Int, number: Int)] {
    var token = end
    let tokens = section.tokens
    guard token < tokens.count else { return [] }
    let isJoined = tokens[token].flags.contains(.skipped) && tokens[token].kind == .punctuation
    if isJoined || tokens[token].kind == .possessive { token += 1 }
    while token < tokens.count, tokens[token].hash == Sign.hash(of: UInt8(ascii: ",")) { token += 1 }
    var named = false
    while token < tokens.count, Self.unit.contains(tokens[token].hash) || Self.number.contains(tokens[token].hash) {
      named = true
      token += 1
    }
    guard named || isJoined, token < tokens.count else { return [] }
    return series(from: token, section, isList: named)
  }

  /// Returns the numbers of units before a plant's name: "unit 3 of", "units 3 and 4 at the".
  private func numbers(before start: Int, _ section: ScannedDocument.Section) -> [(token: Int, number: Int)] {
    let tokens = section.tokens
    var token = start - 1
    var isLinked = false
    while token >= 0, Self.linkWords.contains(tokens[token].hash) {
      isLinked = isLinked || tokens[token].hash != Self.article
      token -= 1
    }
    // Without a word such as "of", the numbers belong to the name before them: "Dresden, units 2 and 3; LaSalle".
    guard isLinked else { return [] }
    var steps = 0
    while token >= 0, steps < 12 {
      if Self.unit.contains(tokens[token].hash) {
        let found = series(from: token + 1, section, isList: true)
        // The list must reach the plant's name.
        guard let last = found.last, start - last.token <= 4 else { return [] }
        return found
      }
      guard
        value(tokens[token], section) != nil || tokens[token].kind == .punctuation
          || Self.listSeparators.contains(tokens[token].hash)
          || Self.number.contains(tokens[token].hash)
      else { return [] }
      token -= 1
      steps += 1
    }
    return []
  }

  private func series(from start: Int, _ section: ScannedDocument.Section, isList: Bool) -> [(token: Int, number: Int)]
  {
    let tokens = section.tokens
    var token = start
    var found: [(token: Int, number: Int)] = []
    while token < tokens.count, Self.number.contains(tokens[token].hash) || tokens[token].flags.contains(.skipped) {
      token += 1
    }
    while token < tokens.count, let number = value(tokens[token], section) {
      found.append((token, number))
      guard isList else { break }
      var next = token + 1
      var isSpan = false
      while next < tokens.count, next <= token + 2,
        Self.listSeparators.contains(tokens[next].hash) || tokens[next].hash == Sign.hash(of: UInt8(ascii: ","))
          || tokens[next].hash == Sign.hash(of: UInt8(ascii: "-"))
      {
        isSpan =
          isSpan || tokens[next].hash == FoldedHash.of(word: "to")
          || tokens[next].hash == Sign.hash(of: UInt8(ascii: "-"))
        next += 1
      }
      guard next > token + 1, next < tokens.count, let following = value(tokens[next], section), following > number
      else { break }
      if isSpan { for between in (number + 1)..<following { found.append((next, between)) } }
      token = next
    }
    return found
  }

  /// The value of a token that is an Arabic number from 1 to 20 or a Roman one from I to VI; nil for any other token.
  private func value(_ token: Token, _ section: ScannedDocument.Section) -> Int? {
    if token.kind == .number, token.end - token.start <= 2 {
      let number = Int(section.text(token.range)) ?? 0
      return (1...Self.mostUnits).contains(number) ? number : nil
    }
    guard token.casing == .upper || token.casing == .initial else { return nil }
    return ["I", "II", "III", "IV", "V", "VI"].firstIndex(of: section.text(token.range)).map { $0 + 1 }
  }
}

extension NameSteps {
  mutating func findUnits() {
    let units = FacilityUnits(dictionary: rules.dictionary)
    for section in candidates.indices { units.add(to: &candidates[section], in: scanned.sections[section]) }
  }
}
