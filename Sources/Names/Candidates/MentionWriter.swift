import NewsModel
import ScannedText
import TextScanning

/// Turns candidates into mentions: their bytes, zone, name, rule, and the reason why they do not count.
struct MentionWriter {
  let dictionary: NameDictionary
  let patterns: PatternSet
  let scanned: ScannedDocument
  /// Caches of the last text. Candidates with the same span follow each other, and so do those that lose to the same
  /// one.
  private var surfaces = LastText()
  private var winners = LastText()

  init(dictionary: NameDictionary, patterns: PatternSet, scanned: ScannedDocument) {
    self.dictionary = dictionary
    self.patterns = patterns
    self.scanned = scanned
  }

  /// Returns the mentions of a document, with the place of each, by section, start and end.
  ///
  /// - Parameter order: By section, the indices of the candidates in order of start and end.
  mutating func write(_ candidates: [[Candidate]], order: [[Int]]) -> (mentions: [Mention], places: [MentionPlace]) {
    let count = candidates.reduce(0) { $0 + $1.count }
    var places: [MentionPlace] = []
    places.reserveCapacity(count)
    // Mentions are created in their final place, because an array's own `append` would copy each of them with all its
    // texts.
    let mentions = [Mention](capacity: count) { mentions in
      for (number, section) in scanned.sections.enumerated() {
        for index in order[number] {
          let candidate = candidates[number][index]
          mentions.append(mention(candidate, in: section, of: candidates[number]))
          places.append(
            MentionPlace(
              section: Int32(number), start: Int32(candidate.start), end: Int32(candidate.end),
              entity: candidate.entity, country: candidate.country))
        }
      }
    }
    return (mentions, places)
  }

  private mutating func mention(
    _ candidate: Candidate, in section: ScannedDocument.Section, of all: [Candidate]
  ) -> Mention {
    let range = section.byteRange(ofTokens: candidate.range)
    let surface = surfaces.text(of: section.span(candidate.range), in: scanned)
    let (id, name) = idAndName(of: candidate, in: section, surface)
    return Mention(
      type: candidate.type, entity: id, name: name, surface: surface, start: range.lowerBound,
      end: range.upperBound, zone: section.zone(atByte: range.lowerBound), rule: rule(of: candidate),
      country: candidate.country.map { dictionary.countries[Int($0)] },
      rejection: candidate.rejection.map { reason in
        Mention.Rejection(
          kind: reason.reason.kind, detail: detail(of: reason.reason, candidate, all), step: reason.step.rawValue)
      })
  }

  private func idAndName(
    of candidate: Candidate, in section: ScannedDocument.Section, _ surface: String
  ) -> (id: String, name: String) {
    switch candidate.meaning.name {
    case .entity(let entity): return (dictionary.entities[Int(entity)].id, dictionary.entities[Int(entity)].name)
    case .words(let span, let id, _):
      let home = scanned.sections[Int(span.section)]
      let name = span == section.span(candidate.range) ? surface : text(span)
      return (slug(home.tokens[id.range], in: home.bytes, after: candidate.type.idPrefix + "~"), onOneLine(name))
    case .unit(let plant, let number):
      let plant = dictionary.entities[Int(plant)]
      return ("\(plant.id)#\(number)", "\(plant.name) unit \(number)")
    }
  }

  /// Replaces a line end, with the space around it, by one space.
  private func onOneLine(_ text: String) -> String {
    guard text.utf8.span.firstIndex(of: 10) != nil else { return text }
    var line: [UInt8] = []
    for byte in text.utf8 {
      let isSpace = byte == 10 || byte == 13 || byte == 9 || byte == 32
      if !isSpace { line.append(byte) } else if line.last != 32 { line.append(32) }
    }
    return String(decoding: line, as: UTF8.self)
  }

  private func text(_ span: TokenSpan) -> String { scanned.text(span) }

  // MARK: Rules

  private func rule(of candidate: Candidate) -> MentionRule {
    var rule =
      switch candidate.origin {
      case .surface(let surface): dictionary.rule(ofSurface: surface)
      case .pattern(let index): MentionRule(.pattern(id: patterns.patterns[Int(index)].id))
      case .reference(let reference): MentionRule(.reference(reference))
      case .unit(let plant): MentionRule(.unit(plant: dictionary.entities[Int(plant)].id))
      }
    switch candidate.context {
    case .words(let scope, let span): rule.context = .words(scope: scope.rawValue, text: text(span))
    case .name(let surface): rule.context = .name(line: dictionary.origin(of: dictionary.surfaces[Int(surface)]))
    case nil: break
    }
    if let evidence = candidate.meaning.bodyCountry, let country = candidate.country {
      rule.bodyCountry = .init(evidence: evidence, country: dictionary.countries[Int(country)])
    }
    return rule
  }

  // MARK: Rejections

  private mutating func detail(
    of reason: Rejection.Reason, _ candidate: Candidate, _ all: [Candidate]
  ) -> String {
    switch reason {
    case .missing(let requirement): return dictionary.requirements[Int(requirement)].text
    case .excluded(let requirement, let alternative, let span):
      let excluded = dictionary.requirements[Int(requirement)].alternatives[Int(alternative)]
      return "\(excluded.text) found: \(text(span))"
    case .longerSpan(let winner), .priority(let winner): return winners.text(of: winner, in: scanned)
    case .otherPlace(let other):
      let entity = all[other].entity.map { dictionary.entities[Int($0)].id } ?? ""
      let country = all[other].country.map { dictionary.countries[Int($0)] } ?? ""
      return "\(entity): other places of \(country)"
    case .vetoed(let veto, let span):
      let veto = dictionary.vetoes[Int(veto)]
      return "\(veto.id) (\(veto.alternative.scope.rawValue): \(text(span)))"
    case .notValidThen: return validity(of: candidate)
    case .wrongCase(let fault): return text(fault, candidate)
    case .suspicious: return "letters of several scripts, or an override of direction"
    }
  }

  private func validity(of candidate: Candidate) -> String {
    guard case .surface(let index) = candidate.origin else { return "" }
    let surface = dictionary.surfaces[Int(index)]
    let from = surface.validFrom == .min ? "" : Day(ordinal: Int(surface.validFrom)).description
    let to = surface.validTo == .max ? "" : Day(ordinal: Int(surface.validTo)).description
    return "in use \(from)..\(to)"
  }

  private func text(_ fault: Rejection.CaseFault, _ candidate: Candidate) -> String {
    var written = ""
    if case .surface(let index) = candidate.origin {
      written = dictionary.text(of: dictionary.surfaces[Int(index)])
    }
    return switch fault {
    case .missing: "capitals of “\(written)”"
    case .more: "exactly “\(written)”"
    case .tooShort: "too short for all capitals"
    case .commonWord: "a common word among capitals"
    }
  }
}

/// A cache of one text, because the next candidate often has the same one.
private struct LastText {
  private var span: TokenSpan?
  private var text = ""

  mutating func text(of span: TokenSpan, in scanned: ScannedDocument) -> String {
    if span != self.span {
      self.span = span
      text = scanned.text(span)
    }
    return text
  }
}

extension ScannedDocument {
  fileprivate func text(_ span: TokenSpan) -> String {
    let section = sections[Int(span.section)]
    return section.text(section.byteRange(ofTokens: span.range))
  }
}

extension Rejection.Reason {
  fileprivate var kind: Mention.Rejection.Kind {
    switch self {
    case .missing, .excluded: .contextMissing
    case .longerSpan: .longerSpan
    case .priority, .otherPlace: .priority
    case .vetoed: .vetoed
    case .notValidThen: .notValidThen
    case .wrongCase: .wrongCase
    case .suspicious: .suspicious
    }
  }
}
