import NewsModel
import ScannedText
import TextScanning

/// Puts a candidate into words: its bytes, its zone, its name, its rule, why it does not count.
struct MentionWriter {
  let dictionary: NameDictionary
  let patterns: PatternSet
  let scanned: ScannedDocument
  /// The bearers of one name stand behind each other, and so do those that lose to one.
  private var surfaces = LastText()
  private var winners = LastText()

  init(dictionary: NameDictionary, patterns: PatternSet, scanned: ScannedDocument) {
    self.dictionary = dictionary
    self.patterns = patterns
    self.scanned = scanned
  }

  /// All of a document's, by section, start and end.
  mutating func write(_ candidates: [[Candidate]]) -> (mentions: [Mention], origins: [MentionOrigin]) {
    let count = candidates.reduce(0) { $0 + $1.count }
    var origins: [MentionOrigin] = []
    origins.reserveCapacity(count)
    // Written where they stay: an array's own way of appending copies each, with all its texts.
    let mentions = [Mention](capacity: count) { mentions in
      for (index, section) in scanned.sections.enumerated() {
        for number in candidates[index].order {
          mentions.append(mention(candidates[index][number], in: section))
          origins.append(MentionOrigin(candidates[index][number], in: index, dictionary))
        }
      }
    }
    return (mentions, origins)
  }

  private mutating func mention(_ candidate: Candidate, in section: ScannedDocument.Section) -> Mention {
    let range = section.byteRange(ofTokens: candidate.range)
    let surface = surfaces.text(of: section.span(candidate.range), in: scanned)
    let (id, name) = idAndName(of: candidate, in: section, surface)
    let country = candidate.country.map { dictionary.countries[Int($0)] }
    var rejection: Mention.Rejection?
    if let reason = candidate.rejection { rejection = self.rejection(reason, of: candidate) }
    return Mention(
      type: candidate.type, entity: id, name: name, surface: surface, start: range.lowerBound,
      end: range.upperBound, zone: section.zone(atByte: range.lowerBound), rule: rule(of: candidate),
      country: country, rejection: rejection)
  }

  private func idAndName(
    of candidate: Candidate, in section: ScannedDocument.Section, _ surface: String
  ) -> (id: String, name: String) {
    switch candidate.name {
    case .words(let span, let idEnd, _):
      let home = scanned.sections[Int(span.section)]
      let prefix = candidate.type.idPrefix + "~"
      let id = slug(home.tokens[Int(span.start)..<Int(idEnd)], in: home.bytes, after: prefix)
      return (id, onOneLine(span == section.span(candidate.range) ? surface : text(span)))
    case .unit(let plant, let number):
      let plant = dictionary.entities[Int(plant)]
      return ("\(plant.id)#\(number)", "\(plant.name) unit \(number)")
    case nil:
      guard let entity = candidate.entity else { return ("", "") }
      return (dictionary.entities[Int(entity)].id, dictionary.entities[Int(entity)].name)
    }
  }

  /// A line end with the space around it becomes one space.
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

  private func rule(of candidate: Candidate) -> String {
    var rule =
      switch candidate.source {
      case .surface(let index): dictionary.rules[Int(index)]
      case .pattern(let index): patterns.patterns[Int(index)].rule
      case .reference(let kind): kind.rule
      case .unit(let plant): "reference unit of " + dictionary.entities[Int(plant)].id
      }
    switch candidate.context {
    case .words(let scope, let span): rule += " (\(scope.rawValue): \(text(span)))"
    case .name(let surface): rule += " (name: \(dictionary.origin(of: dictionary.surfaces[Int(surface)])))"
    case nil: break
    }
    return rule
  }

  // MARK: Rejections

  private mutating func rejection(_ rejection: Candidate.Rejection, of candidate: Candidate) -> Mention.Rejection {
    switch rejection {
    case .missing(let requirement):
      .init(kind: .contextMissing, detail: dictionary.requirements[Int(requirement)].text)
    case .excluded(let requirement, let alternative, let span):
      .init(
        kind: .contextMissing,
        detail: "\(dictionary.requirements[Int(requirement)].alternatives[Int(alternative)].text) found: \(text(span))")
    case .longerSpan(let winner): .init(kind: .longerSpan, detail: winners.text(of: winner, in: scanned))
    case .priority(let winner): .init(kind: .priority, detail: winners.text(of: winner, in: scanned))
    case .vetoed(let veto, let span): .init(kind: .vetoed, detail: vetoText(dictionary.vetoes[Int(veto)], text(span)))
    case .notValidThen: .init(kind: .notValidThen, detail: validity(of: candidate))
    case .wrongCase(let fault): .init(kind: .wrongCase, detail: text(fault, candidate))
    case .suspicious:
      .init(kind: .suspicious, detail: "letters of several scripts, or an override of direction")
    }
  }

  private func vetoText(_ veto: Veto, _ found: String) -> String {
    "\(veto.id) (\(veto.alternative.scope.rawValue): \(found))"
  }

  private func validity(of candidate: Candidate) -> String {
    guard case .surface(let index) = candidate.source else { return "" }
    let surface = dictionary.surfaces[Int(index)]
    let from = surface.validFrom == .min ? "" : Day(ordinal: Int(surface.validFrom)).description
    let to = surface.validTo == .max ? "" : Day(ordinal: Int(surface.validTo)).description
    return "held \(from)..\(to)"
  }

  private func text(_ fault: Candidate.CaseFault, _ candidate: Candidate) -> String {
    var written = ""
    if case .surface(let index) = candidate.source {
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

/// A text that was written, for who asks for it once more.
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

extension Candidate.Reference {
  /// As a mention's rule tells it.
  fileprivate var rule: String {
    switch self {
    case .acronym: "reference acronym"
    case .acronymDefined: "reference acronym defined"
    case .fullName: "reference full name"
    case .shortForm: "reference short form"
    case .lastName: "reference last name"
    case .list: "reference list"
    case .definiteNoun: "reference definite noun"
    }
  }
}
