import NewsModel
import NewsStore
import ReportBuilding
import TestSupport
import Trends

/// A document of a small archive, with its names, countries and topics.
struct StoredDocument {
  var analysed: AnalysedDocument

  /// - Parameter story: documents with the same number belong to one story; nil for a document without copies.
  init(
    _ source: String, day: String?, publisher: String, title: String?, text: String = "Text.",
    mentions: [(type: EntityType, entity: String, zone: Zone)] = [], countries: [String] = [], topics: [String] = [],
    story: UInt64? = nil, problem: Problem? = nil
  ) {
    let published = day.flatMap { Day(iso: $0) }.map { PublicationDate(day: $0, method: .byline) }
    var document = Document(
      source: source, title: title, published: published, dateCandidates: published.map { [$0] } ?? [],
      publisher: publisher, blocks: [Block(zone: .body, text: text, reason: "text")])
    document.problems = problem.map { [$0] } ?? []
    analysed = AnalysedDocument(
      document: document,
      mentions: mentions.map {
        Mention(
          type: $0.type, entity: $0.entity, name: $0.entity, surface: $0.entity, start: 0, end: 4, zone: $0.zone,
          rule: MentionRule(.stored("dictionary")))
      },
      countries: countries.map { CountryScore(code: $0, score: 1, mentions: 1, isAbout: true) },
      topics: topics.map { TopicAssignment(id: $0, score: 2, threshold: 1, evidence: []) },
      signature: story.map { [$0] } ?? [])
  }
}

/// A database of some documents, as the second sweep leaves it.
struct BuiltArchive {
  private let folder: TemporaryFolder
  private let documents: [StoredDocument]

  private static let entities = [
    Entity(
      id: "org.council", type: .organisation, kind: "regulator", name: "Harbour Council", origin: "organisations.tsv:2"),
    Entity(id: "fac.mill", type: .facility, kind: "mill", name: "Tide Mill", origin: "facilities.tsv:2"),
    Entity(
      id: "country.nl", type: .country, kind: "state", name: "Netherlands", country: "NL", origin: "countries.tsv:2"),
  ]
  private static let topics = [
    Topic(id: "energy", name: "Energy", origin: "energy.yaml:1"),
    Topic(id: "tidal-power", name: "Tides", broader: "energy", origin: "energy.yaml:5"),
  ]

  init(_ documents: [StoredDocument]) throws {
    folder = try TemporaryFolder()
    self.documents = documents
  }

  /// - Parameter rows: the most rows of a table that pages print.
  func builder(parameters: TrendParameters = TrendParameters(), rows: Int = 15) throws -> ReportBuilder {
    let store = try NewsStore.forWriting(path: folder.path + "/news.sqlite")
    try store.replaceDefinitions(entities: Self.entities, topics: Self.topics)
    try store.write(
      documents.map(\.analysed).map { document in
        InputBatch(
          path: document.document.source, startsOver: true, documents: [document],
          mark: InputMark(content: "c", recipe: "r", records: 1, isComplete: true))
      })
    var stories: [UInt64: [Int64]] = [:]
    try store.eachSignature { stories[$0.signature[0], default: []].append($0.id) }
    try store.replaceStories(stories.sorted { $0.key < $1.key }.map(\.value))
    try store.countPendingWeeks(leastPairDocuments: parameters.minimumPairCount)
    try store.describe(
      RunDescription(
        pipeline: "harbour", program: "dateline 0", recipe: "r", dictionaries: "d1", rules: "r1", archive: "a1"))
    return try ReportBuilder(
      store: store, archive: "harbour", rows: rows, database: "../news.sqlite",
      analysis: TrendAnalysis(of: store, parameters: parameters))
  }

  func report(
    of week: Week, parameters: TrendParameters = TrendParameters(), rows: Int = 15
  ) throws -> WeeklyReport {
    let builder = try builder(parameters: parameters, rows: rows)
    let store = try NewsStore.forReading(path: folder.path + "/news.sqlite")
    let documents = try builder.documents(
      of: week, WeekDocumentCache(store: store, numbering: builder.numbering, capacity: 20))
    return try builder.report(of: documents!, trends: builder.trends(in: week))
  }
}
