import NewsModel
import Pipeline
import ScannedText
import TextScanning
import Topics
import Workbench

/// Explains, in lines for a person, why a document has each of its mentions, countries and topics, and why it lacks
/// others. Every place is shown in its sentence, between ⟦ and ⟧.
struct Explanation {
  private let analysed: AnalysedDocument
  private let scanned: ScannedDocument
  private let facilities: [String: FacilityFacts]

  /// - Parameter facilities: the facts of the facilities that the document names, by id.
  init(_ analysed: AnalysedDocument, facilities: [String: FacilityFacts] = [:]) {
    self.analysed = analysed
    self.facilities = facilities
    scanned = ScannedDocument(analysed.document)
  }

  /// The source, the title, and the date and other facts with their origin.
  var heading: [String] {
    let document = analysed.document
    var facts: [String] = []
    if let published = document.published {
      facts.append(
        "published \(published.day) (\(published.method.text)\(published.doubt.map { ", doubtful: \($0.rawValue)" } ?? ""))"
      )
    } else {
      facts.append("no publication date found")
    }
    if let publisher = document.publisher { facts.append("publisher \(publisher)") }
    if let agency = document.agency { facts.append("agency \(agency)") }
    if let author = document.author { facts.append("author \(author)") }
    return [document.source, document.title ?? "(no title)", facts.joined(separator: "; ")]
  }

  func mentions(where isWanted: (Mention) -> Bool = { _ in true }) -> [String] {
    analysed.mentions.filter { $0.rejection == nil && isWanted($0) }.flatMap { mention in
      [
        "\(mention.surface)  →  \(mention.name) (\(mention.type.rawValue) \(mention.entity)\(mention.country.map { ", \($0)" } ?? ""))",
        "    \(mention.zone.rawValue) \(mention.start)..<\(mention.end)\(mention.zone.isCounted ? "" : ", not counted"); \(mention.rule)",
        "    \(sentence(mention.zone, mention.start, mention.end))",
      ] + facts(of: mention.entity)
    }
  }

  private func facts(of facility: String) -> [String] {
    guard let facts = facilities[facility] else { return [] }
    var parts: [String] = []
    if let latitude = facts.latitude, let longitude = facts.longitude { parts.append("at \(latitude), \(longitude)") }
    if let name = facts.operatorThen {
      parts.append("operator\(analysed.document.published.map { " on \($0.day)" } ?? ""): \(name)")
    }
    if let identifiers = facts.identifiers { parts.append(identifiers) }
    return parts.isEmpty ? [] : ["    " + parts.joined(separator: "; ")]
  }

  /// Returns the matches that were rejected, with the reasons.
  func rejections(where isWanted: (Mention) -> Bool = { _ in true }) -> [String] {
    analysed.mentions.filter { $0.rejection != nil && isWanted($0) }.flatMap { mention in
      [
        "\(mention.surface)  ✗  \(mention.name) (\(mention.entity)): \(mention.rejection!)",
        "    \(mention.zone.rawValue) \(mention.start)..<\(mention.end); \(mention.rule)",
        "    \(sentence(mention.zone, mention.start, mention.end))",
      ]
    }
  }

  /// - Parameter evidence: The evidence for countries other than mentions, by code.
  func countries(evidence: [String: [String]] = [:]) -> [String] {
    analysed.countries.flatMap { country in
      let score = (country.score * 100).rounded() / 100
      let line =
        "\(country.code)  \(score), \(country.mentions) \(country.mentions == 1 ? "mention" : "mentions")\(country.isAbout ? ", about" : ", only named")"
      return [line] + (evidence[country.code].map { ["    " + $0.joined(separator: "; ")] } ?? [])
    }
  }

  /// Whether a country has no mention.
  var hasUnnamedCountries: Bool { analysed.countries.contains { $0.mentions == 0 } }

  /// Returns the evidence for countries other than mentions, with the present rules of a pipeline.
  func countryEvidence(by definition: PipelineDefinition) throws -> [String: [String]] {
    try Extractor(definition).countryEvidence(in: analysed.document)
  }

  var topics: [String] {
    analysed.topics.flatMap { topic in
      ["\(topic.id)  score \(topic.score), threshold \(topic.threshold)\(topic.modality.map { ", \($0)" } ?? "")"]
        + topic.evidence.map { "    \($0.term) (\($0.weight)): \(sentence($0.zone, $0.start, $0.end))" }
    }
  }

  /// Returns the rule of a topic as a tree that shows which parts match this document; nil for an unknown topic.
  func topic(_ id: String, by definition: PipelineDefinition) throws -> [String]? {
    let extractor = try Extractor(definition)
    guard let tree = extractor.topicSet.explain(id, scanned, mentions: analysed.mentions) else { return nil }
    var lines = ["\(id): \(tree.reason); score \(tree.score), threshold \(tree.threshold)"]
    let below = Self.below(id, among: analysed.topics.map(\.id), extractor.topics)
    if !below.isEmpty {
      lines.append("the document counts for \(id) through its narrower topics: \(below.joined(separator: ", "))")
    }
    // Several clauses may contain the same query, whose parts are shown once.
    var shown: Set<String> = []
    func add(_ part: TopicExplanation.Part, depth: Int) {
      let indent = String(repeating: "  ", count: depth)
      let points = part.points.map { $0 < 0 ? " \($0)" : " +\($0)" } ?? ""
      let elsewhere = part.isElsewhere ? " (occurs, but not where the rule requires it)" : ""
      let isRepeated = !part.parts.isEmpty && !shown.insert(part.text).inserted
      let above = isRepeated ? " (parts as above)" : ""
      lines.append(
        "\(indent)\(part.holds ? "✓" : "✗") \(Explanation.shortened(part.text))\(points)\(elsewhere)\(above)")
      for place in part.found { lines.append("\(indent)  \(sentence(place.zone, place.start, place.end))") }
      if isRepeated { return }
      // The terms of a long list that do not occur are shown on one line.
      let absent = part.parts.filter { !$0.holds && $0.parts.isEmpty }
      let isLong = absent.count > 3
      for inner in part.parts where !isLong || inner.holds || !inner.parts.isEmpty { add(inner, depth: depth + 1) }
      if isLong { lines.append("\(indent)  ✗ none of: \(absent.map(\.text).joined(separator: ", "))") }
    }
    if let required = tree.required {
      lines.append("required")
      add(required, depth: 1)
    }
    lines.append("rules")
    for clause in tree.clauses { add(clause, depth: 1) }
    if !tree.weightedTerms.isEmpty { lines.append("weighted terms") }
    for term in tree.weightedTerms { add(term, depth: 1) }
    if !tree.vetoes.isEmpty { lines.append("vetoes") }
    for veto in tree.vetoes { add(veto, depth: 1) }
    return lines
  }

  /// Returns those of the given topics that are narrower than `id` and therefore count for it.
  private static func below(_ id: String, among ids: [String], _ topics: [Topic]) -> [String] {
    let broader = Dictionary(topics.map { ($0.id, $0.broader) }, uniquingKeysWith: { first, _ in first })
    return ids.filter { candidate in
      var above = broader[candidate] ?? nil
      // No chain is longer than there are topics.
      for _ in topics {
        guard let topic = above else { return false }
        if topic == id { return true }
        above = broader[topic] ?? nil
      }
      return false
    }
  }

  /// Shortens a clause with a long list so that the line stays readable.
  private static func shortened(_ text: String) -> String { text.count > 100 ? text.prefix(99) + "…" : text }

  /// Explains why a surface is not a mention at the places where it occurs, with the present rules of a pipeline.
  func absence(of surface: String, in definition: PipelineDefinition) throws -> [String] {
    let places = try Extractor(definition).explain(surface: surface, in: analysed.document)
    if places.isEmpty { return ["'\(surface)' does not occur in the document"] }
    return places.flatMap { place in
      ["\(place.zone.rawValue) \(place.start)..<\(place.end): \(place.sentence)"] + place.findings.map { "    \($0)" }
    }
  }

  private func sentence(_ zone: Zone, _ start: Int, _ end: Int) -> String {
    scanned.markedSentence(zone, start, end)
  }
}
