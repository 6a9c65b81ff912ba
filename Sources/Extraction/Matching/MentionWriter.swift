import NewsModel

/// Makes the mention of a candidate: its bytes, its zone, its rule in words.
struct MentionWriter {
  let dictionary: NameDictionary
  let section: ScannedDocument.Section

  func mention(_ candidate: Candidate) -> Mention {
    let range = section.byteRange(ofTokens: candidate.start..<candidate.end)
    let entity = candidate.entity.map { dictionary.entities[Int($0)] }
    return Mention(
      type: candidate.type, entity: candidate.named?.id ?? entity?.id ?? "",
      name: candidate.named?.name ?? entity?.name ?? "", surface: section.text(range), start: range.lowerBound,
      end: range.upperBound, zone: section.zone(atByte: range.lowerBound), rule: rule(of: candidate),
      country: candidate.country, rejection: candidate.rejection)
  }

  private func rule(of candidate: Candidate) -> String {
    var rule: String
    switch candidate.source {
    case .surface(let index):
      let surface = dictionary.surfaces[Int(index)]
      rule = "dictionary " + dictionary.origin(of: surface)
      let note = dictionary.note(of: surface)
      if !note.isEmpty, note != "name" { rule += " " + note }
    case .pattern(let name): rule = "pattern " + name
    case .reference(let kind): rule = "reference " + kind
    }
    if let context = candidate.contextFound { rule += " (" + context + ")" }
    return rule
  }
}
