import NewsModel
import NewsStore
import TestSupport

/// An archive of any size with the proportions of news: few words, names and sources are frequent, many are rare.
struct LargeArchive {
  private var random = SplitMix64(seed: 42)
  private let words: [String]
  private let entities: [Entity]
  static let topics = (0..<100).map { n in
    Topic(
      id: "topic-\(n)", name: "Topic \(n)", broader: n % 10 == 0 ? nil : "topic-\(n / 10 * 10)", origin: "t.yaml:\(n)")
  }
  private static let types: [EntityType] = [.organisation, .facility, .place, .person]

  init() {
    words = (0..<20_000).map { "w\(String($0, radix: 36))" }
    entities = (0..<5000).map { n in
      Entity(
        id: "e.\(n)", type: Self.types[n % 4], kind: "kind-\(n % 20)", name: "Name \(n)", country: "C\(n % 10)",
        origin: "e.tsv:\(n)")
    }
  }

  /// Fills a database with this many documents, in portions as in a run. Returns the time that the store took.
  mutating func fill(_ store: NewsStore, documents count: Int, clock: ProcessorClock) throws -> Duration {
    try store.replaceDefinitions(entities: entities, topics: Self.topics)
    var time = Duration.zero
    let mark = InputMark(content: "h", recipe: "r", records: 1, isComplete: true)
    for start in stride(from: 0, to: count, by: 1024) {
      let batches = (start..<min(start + 1024, count)).map { n in
        let document = document(n)
        return InputBatch(path: document.document.source, startsOver: true, documents: [document], mark: mark)
      }
      time += try clock.measure { try store.write(batches) }
    }
    return time
  }

  private mutating func document(_ n: Int) -> AnalysedDocument {
    let first = Day(year: 2012, month: 1, day: 2)!.ordinal
    let published = PublicationDate(day: Day(ordinal: first + random.below(364)), method: .byline)
    var text = ""
    for _ in 0..<150 {
      text += words[random.rare(words.count)]
      text += " "
    }
    let document = Document(
      source: "pages/\(n / 5000)/\(n).html", title: "Title \(words[random.rare(words.count)]) \(n)",
      published: random.below(50) == 0 ? nil : published, publisher: "site\(random.rare(200)).example", language: "en",
      blocks: (0..<5).map { part in
        Block(
          zone: part == 0 ? .lead : .body, text: String(text.utf8.dropFirst(part * 140).prefix(139))!, reason: "text")
      } + [Block(zone: .navigation, text: "Home News About", reason: "links")])
    var topics: [TopicAssignment] = []
    for _ in 0..<random.below(3) {
      let id = "topic-\(random.rare(100))"
      if topics.contains(where: { $0.id == id }) { continue }
      topics.append(
        TopicAssignment(
          id: id, score: 4, threshold: 2,
          evidence: (0..<3).map { .init(term: "term \($0)", weight: 1, start: $0, end: $0 + 1, zone: .body) }))
    }
    let countries = [CountryScore(code: "C\(random.rare(200))", score: 0.6, mentions: 2, isAbout: true)]
    return AnalysedDocument(
      document: document, mentions: mentions(), countries: countries, topics: topics, signature: [])
  }

  private mutating func mentions() -> [Mention] {
    (0..<12).map { place in
      let entity = entities[random.rare(entities.count)]
      return Mention(
        type: entity.type, entity: entity.id, name: entity.name, surface: entity.name, start: place * 20,
        end: place * 20 + 9, zone: place == 0 ? .title : .body,
        rule: MentionRule(.stored("dictionary e.surfaces.tsv:\(entity.id)")),
        country: entity.country,
        rejection: place > 9 ? .init(kind: .contextMissing, detail: "unit", step: "require-words") : nil)
    }
  }
}

extension SplitMix64 {
  fileprivate mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Often small numbers, rarely large ones: the product of three uniform numbers.
  fileprivate mutating func rare(_ bound: Int) -> Int {
    let unit = (0..<3).reduce(1.0) { product, _ in product * Double(below(1 << 20)) / Double(1 << 20) }
    return Int(unit * Double(bound))
  }
}
