package import NewsModel

/// The line that `clean` and `annotate` print for a document. Its keys have a fixed order and are always present;
/// unknown values are null.
package struct DocumentJSON: Sendable {
  /// The zones of which mentions are printed. Rejected matches are never printed.
  package var zones: Set<Zone>

  /// By default, prints the mentions of all zones that count.
  package init(zones: Set<Zone> = Set(Zone.allCases.filter(\.isCounted))) {
    self.zones = zones
  }

  /// The line of `clean`, without the line break.
  package func line(_ document: Document) -> [UInt8] {
    var json = JSONWriter(reserving: 1024)
    json.raw("{")
    write(document, to: &json)
    json.raw("}")
    return json.bytes
  }

  /// The line of `annotate`, without the line break.
  package func line(_ analysed: AnalysedDocument) -> [UInt8] {
    var json = JSONWriter(reserving: 4096)
    json.raw("{")
    write(analysed.document, to: &json)
    json.raw(",\"mentions\":")
    json.array(analysed.mentions.lazy.filter { $0.rejection == nil && zones.contains($0.zone) }, write)
    json.raw(",\"countries\":")
    json.array(analysed.countries, write)
    json.raw(",\"topics\":")
    json.array(analysed.topics, write)
    json.raw("}")
    return json.bytes
  }

  private func write(_ document: Document, to json: inout JSONWriter) {
    json.raw("\"source\":")
    json.string(document.source)
    json.raw(",\"url\":")
    json.string(document.url)
    json.raw(",\"title\":")
    json.string(document.title)
    json.raw(",\"published\":")
    json.string(document.published?.day.description)
    json.raw(",\"publishedBy\":")
    json.string(document.published?.method.text)
    json.raw(",\"author\":")
    json.string(document.author)
    json.raw(",\"publisher\":")
    json.string(document.publisher)
    json.raw(",\"agency\":")
    json.string(document.agency)
    json.raw(",\"language\":")
    json.string(document.language)
    json.raw(",\"tags\":")
    json.array(document.tags) { $0.string($1) }
    json.raw(",\"text\":")
    json.string(document.text)
    json.raw(",\"problems\":")
    json.array(document.problems) { json, problem in
      json.raw("{\"kind\":")
      json.string(problem.kind.rawValue)
      json.raw(",\"place\":")
      json.string(problem.place)
      json.raw(",\"reason\":")
      json.string(problem.reason)
      json.raw("}")
    }
  }

  private func write(_ json: inout JSONWriter, _ mention: Mention) {
    json.raw("{\"type\":")
    json.string(mention.type.rawValue)
    json.raw(",\"entity\":")
    json.string(mention.entity)
    json.raw(",\"name\":")
    json.string(mention.name)
    json.raw(",\"surface\":")
    json.string(mention.surface)
    writeSpan(&json, mention.start, mention.end, mention.zone)
    json.raw(",\"rule\":")
    json.string(mention.rule.description)
    json.raw("}")
  }

  private func write(_ json: inout JSONWriter, _ country: CountryScore) {
    json.raw("{\"code\":")
    json.string(country.code)
    json.raw(",\"score\":")
    json.real(rounded(country.score))
    json.raw(",\"mentions\":")
    json.integer(country.mentions)
    json.raw(",\"about\":")
    json.raw(country.isAbout ? "true" : "false")
    json.raw("}")
  }

  private func write(_ json: inout JSONWriter, _ topic: TopicAssignment) {
    json.raw("{\"id\":")
    json.string(topic.id)
    json.raw(",\"score\":")
    json.real(rounded(topic.score))
    if let modality = topic.modality {
      json.raw(",\"modality\":")
      json.string(modality)
    }
    json.raw(",\"evidence\":")
    json.array(topic.evidence) { json, evidence in
      json.raw("{\"term\":")
      json.string(evidence.term)
      json.raw(",\"weight\":")
      json.real(rounded(evidence.weight))
      writeSpan(&json, evidence.start, evidence.end, evidence.zone)
      json.raw("}")
    }
    json.raw("}")
  }

  private func writeSpan(_ json: inout JSONWriter, _ start: Int, _ end: Int, _ zone: Zone) {
    json.raw(",\"start\":")
    json.integer(start)
    json.raw(",\"end\":")
    json.integer(end)
    json.raw(",\"zone\":")
    json.string(zone.rawValue)
  }

  /// Rounds to four decimals; more would only show rounding errors of sums.
  private func rounded(_ value: Double) -> Double {
    (value * 10_000).rounded() / 10_000
  }
}
