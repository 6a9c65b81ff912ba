package import NewsModel

/// Names that occur often and are in no dictionary: lines to look at and to add.
package struct NameSuggestions: Sendable {
  package struct Suggestion: Sendable, Equatable {
    /// The id that a new line would replace: `org~ministry-of-energy`.
    package var id: String
    package var type: EntityType
    /// As it was written most often.
    package var name: String
    package var mentions: Int
    package var documents: Int
    package var sources: Int
    /// The rule that found it most often.
    package var rule: String
    /// Up to three sentences' pieces around it, from different documents.
    package var contexts: [String]
  }

  private struct Tally {
    var mentions = 0
    var documents = 0
    var sources: Set<String> = []
    var names: [String: Int] = [:]
    var rules: [String: Int] = [:]
    var contexts: [String] = []
  }

  private var tallies: [String: Tally] = [:]
  /// Bytes shown on either side.
  private static let contextWidth = 60

  package init() {}

  /// Counts the names of a document that stand, count in trends, and that no list holds.
  package mutating func add(_ analysed: AnalysedDocument) {
    let document = analysed.document
    var seen: Set<String> = []
    for mention in analysed.mentions
    where mention.rejection == nil && mention.zone.counts && mention.entity.contains("~") {
      var tally = tallies[mention.entity, default: Tally()]
      tally.mentions += 1
      tally.names[mention.surface, default: 0] += 1
      tally.rules[mention.rule, default: 0] += 1
      if seen.insert(mention.entity).inserted {
        tally.documents += 1
        tally.sources.insert(document.publisher ?? document.source)
        if tally.contexts.count < 3 { tally.contexts.append(context(of: mention, in: document)) }
      }
      tallies[mention.entity] = tally
    }
  }

  /// Most documents first, then most mentions, then by id.
  package func suggestions(minimumDocuments: Int = 2) -> [Suggestion] {
    tallies.filter { $0.value.documents >= minimumDocuments }.map { id, tally in
      Suggestion(
        id: id, type: EntityType(idPrefix: id) ?? .organisation, name: mostFrequent(tally.names),
        mentions: tally.mentions,
        documents: tally.documents, sources: tally.sources.count, rule: mostFrequent(tally.rules),
        contexts: tally.contexts)
    }.sorted {
      ($1.documents, $1.mentions, $0.id) < ($0.documents, $0.mentions, $1.id)
    }
  }

  private func mostFrequent(_ counts: [String: Int]) -> String {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }

  private func context(of mention: Mention, in document: Document) -> String {
    let bytes = Array(document.text(of: mention.zone).utf8)
    var start = max(0, mention.start - Self.contextWidth)
    var end = min(bytes.count, mention.end + Self.contextWidth)
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }
}
