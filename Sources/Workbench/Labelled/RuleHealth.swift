package import NewsModel
package import Topics

/// How rules behave on an archive: rules that never match, terms that match in only one document or source, and topics
/// that nearly always occur together.
package struct RuleHealth: Sendable {
  /// The share of common documents (Jaccard index) from which two topics overlap.
  static let overlapShare = 0.7
  /// The fewest documents from which anything can be concluded.
  static let fewestDocuments = 5

  private let topics: [Topic]
  private let numbers: [String: Int]
  private var documents: [Int]
  private var together: [Pair: Int] = [:]
  private var terms: [TermKey: TermUse] = [:]
  package private(set) var documentCount = 0

  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }
  private struct TermKey: Hashable {
    var topic: Int
    var term: String
  }
  private struct TermUse {
    var documents = 0
    var firstDocument: String
    var firstSource: String
    var hasSeveralSources = false
  }

  package init(_ set: TopicSet) {
    topics = set.topics
    numbers = Dictionary(topics.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    documents = [Int](repeating: 0, count: topics.count)
  }

  package mutating func add(_ analysed: AnalysedDocument) {
    documentCount += 1
    let source = analysed.document.publisher ?? ""
    let found = analysed.topics.compactMap { assignment in numbers[assignment.id].map { ($0, assignment) } }
    for (index, (topic, assignment)) in found.enumerated() {
      documents[topic] += 1
      for (other, _) in found[(index + 1)...] {
        together[Pair(first: min(topic, other), second: max(topic, other)), default: 0] += 1
      }
      for term in Set(assignment.evidence.map(\.term)) {
        let key = TermKey(topic: topic, term: term)
        var use = terms[key] ?? TermUse(firstDocument: analysed.document.source, firstSource: source)
        use.documents += 1
        use.hasSeveralSources = use.hasSeveralSources || use.firstSource != source
        terms[key] = use
      }
    }
  }

  package struct Report: Sendable, Equatable {
    /// Topics that no document has, in order of id.
    package var silent: [String]
    package var lonely: [LonelyTerm]
    package var overlaps: [Overlap]
  }

  /// A term that matches in only one document, or in several documents of only one source.
  package struct LonelyTerm: Sendable, Equatable {
    package var topic: String
    package var term: String
    package var documents: Int
    /// The only document or source.
    package var onlyIn: String
  }

  package struct Overlap: Sendable, Equatable {
    package var first: String
    package var second: String
    package var share: Double
    package var documents: Int
  }

  package var report: Report {
    let publishers = Set(terms.values.map(\.firstSource))
    let severalSources = publishers.count > 1 || terms.values.contains { $0.hasSeveralSources }
    var lonely: [LonelyTerm] = []
    for (key, use) in terms {
      let id = topics[key.topic].id
      if use.documents == 1 {
        lonely.append(LonelyTerm(topic: id, term: key.term, documents: 1, onlyIn: use.firstDocument))
      } else if severalSources, !use.hasSeveralSources {
        lonely.append(LonelyTerm(topic: id, term: key.term, documents: use.documents, onlyIn: use.firstSource))
      }
    }
    var overlaps: [Overlap] = []
    for (pair, count) in together where count >= Self.fewestDocuments {
      let (first, second) = (topics[pair.first], topics[pair.second])
      // A topic and the broader topic above it are expected to occur together.
      if first.broader == second.id || second.broader == first.id { continue }
      let share = Double(count) / Double(documents[pair.first] + documents[pair.second] - count)
      if share >= Self.overlapShare {
        overlaps.append(Overlap(first: first.id, second: second.id, share: share, documents: count))
      }
    }
    return Report(
      silent: topics.indices.filter { documents[$0] == 0 }.map { topics[$0].id },
      lonely: lonely.sorted { ($0.topic, $0.term) < ($1.topic, $1.term) },
      overlaps: overlaps.sorted { ($1.share, $0.first, $0.second) < ($0.share, $1.first, $1.second) })
  }
}
