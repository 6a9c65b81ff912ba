import NewsModel
import NewsStore
import Testing

/// Query results for the sample archive, each compared with a count of its documents.
@Suite struct QueryTests {
  private static let numbers = Array(0..<120)

  private func withStore(_ body: (NewsStore) throws -> Void) throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Self.numbers, portion: 50)
    let store = try NewsStore.forReading(path: folder.database)
    try body(store)
    try store.close()
  }

  private func documents(where isWanted: (AnalysedDocument) -> Bool) -> Set<String> {
    Set(Self.numbers.map { SampleArchive.document($0) }.filter(isWanted).map(\.document.source))
  }

  private func sources(_ answer: (columns: [String], rows: [[Cell]])) -> Set<String> {
    let column = answer.columns.firstIndex(of: "source")!
    return Set(answer.rows.map { $0[column].plain })
  }

  /// With a limit, conditions are tested in a different way, even if no answer reaches the limit.
  @Test(arguments: [nil, 1000])
  func documentsMeetEveryFilter(limit: Int?) throws {
    let monday = Day(year: 2013, month: 2, day: 4)!
    var (week, days, entity, topic, site, path, named) = (
      QueryFilter(), QueryFilter(), QueryFilter(), QueryFilter(), QueryFilter(), QueryFilter(), QueryFilter()
    )
    week.week = Week(monday)
    (days.from, days.to) = (monday, Day(ordinal: monday.ordinal + 2))
    entity.entity = "ministry of tides"
    (topic.topic, topic.country) = ("Energy", "nl")
    (named.country, named.includesNamed) = ("be", true)
    site.source = "site2.example"
    path.source = "pages/3/*"
    let cases: [(QueryFilter, (AnalysedDocument) -> Bool)] = [
      (QueryFilter(), { _ in true }),
      (week, { $0.document.published.map { Week($0.day) } == Week(monday) }),
      (days, { $0.document.published.map { (monday.ordinal...monday.ordinal + 2).contains($0.day.ordinal) } ?? false }),
      (entity, { $0.mentions.contains { $0.entity == "org~ministry-of-tides" } }),
      (topic, { !$0.topics.isEmpty }),
      (named, { $0.countries.contains { $0.code == "BE" && !$0.isAbout } }),
      (site, { $0.document.url!.contains("site2.example") }),
      (path, { $0.document.source.hasPrefix("pages/3/") }),
    ]
    try withStore { (store: NewsStore) throws in
      for (filter, isWanted) in cases {
        var filter = filter
        filter.limit = limit
        let expected = documents(where: isWanted)
        #expect(!expected.isEmpty)
        #expect(try sources(store.answer(store.documents(filter))) == expected, "\(filter)")
      }
    }
  }

  @Test func fullTextFindsWordsPhrasesAndTitles() throws {
    try withStore { (store: NewsStore) throws in
      func found(_ text: String) throws -> Set<String> {
        try sources(store.answer(store.documents(QueryFilter(), text: text)))
      }
      #expect(try found("\"gate 17\"") == [SampleArchive.document(17).document.source])
      #expect(try found("title: 17 AND mill") == [SampleArchive.document(17).document.source])
      #expect(try found("elsewhere").isEmpty)
    }
  }

  @Test func mentionsShowZonesThatCountUnlessAnotherIsAskedFor() throws {
    try withStore { (store: NewsStore) throws in
      var filter = QueryFilter()
      filter.entity = "Harbour Council"
      let counted = try store.answer(store.mentions(filter))
      #expect(counted.rows.count == 120)
      filter.zone = .teaser
      #expect(try store.answer(store.mentions(filter)).rows.count == Self.numbers.count { $0 % 3 != 0 })
      let rejected = try store.answer(store.mentions(filter, rejected: true))
      #expect(rejected.rows.count == Self.numbers.count { $0 % 3 == 0 })
      #expect(rejected.columns.suffix(3) == ["rejected", "detail", "step"])
      #expect(rejected.rows[0].suffix(3) == [.text("context-missing"), .text("harbour"), .text("require-words")])
    }
  }

  @Test func entitiesAndTopicsCountDocuments() throws {
    try withStore { (store: NewsStore) throws in
      let entities = try store.answer(store.entities(QueryFilter()))
      #expect(
        entities.columns == ["entity", "type", "kind", "name", "country", "documents", "first_week", "last_week"])
      let names = entities.rows.map { [$0[0].plain, $0[5].plain] }
      #expect(
        names == [
          ["country.nl", "120"], ["fac.mill", "120"], ["org.council", "120"], ["org~ministry-of-tides", "24"],
        ])
      var week = QueryFilter()
      week.week = Week(Day(year: 2013, month: 2, day: 4)!)
      let topics = try store.answer(store.topics(week))
      let expected = documents { document in
        !document.topics.isEmpty && document.document.published.map { Week($0.day) } == week.week
      }
      // A broader topic also counts the documents of the topics below it.
      #expect(
        topics.rows.map { [$0[0].plain, $0[3].plain] } == [
          ["energy", "\(expected.count)"], ["tidal-power", "\(expected.count)"],
        ])
      week.source = "site1.example"
      let ofSite = try store.answer(store.topics(week)).rows[0][3]
      #expect(
        ofSite
          == .integer(documents { $0.document.url!.contains("site1") && expected.contains($0.document.source) }.count))
    }
  }

  @Test func weeklyCountsAgreeWithTheDocuments() throws {
    try withStore { (store: NewsStore) throws in
      let totals = try store.weeklyTotals()
      #expect(totals.map(\.documents).reduce(0, +) == Self.numbers.count { $0 % 11 != 0 })
      #expect(
        totals.allSatisfy { $0.daily.reduce(0, +) == $0.documents && $0.stories <= $0.documents && $0.sources == 3 })
      #expect(totals.contains { $0.stories < $0.documents })
      let council = try store.weeklyCounts(.organisation)[SeriesKey(.organisation, "org.council")]
      #expect(
        council
          == totals.map {
            WeeklyCount(week: $0.week, documents: $0.documents, stories: $0.stories, sources: $0.sources)
          })
      #expect(try store.weeklyCounts(.source).count == 3)
    }
  }

  @Test func aNameThatIsUnknownIsToldWithSimilarOnes() throws {
    try withStore { (store: NewsStore) throws in
      var filter = QueryFilter()
      filter.entity = "council"
      #expect(throws: QueryFilter.Unknown(what: "entity", name: "council", similar: ["org.council"])) {
        try store.mentions(filter)
      }
    }
  }

  /// If several entities have one name, those mentioned in the archive are meant; otherwise those in dictionaries;
  /// otherwise all.
  @Test func aNameMeansWhatTheArchiveNamesSo() throws {
    func mention(_ entity: String, _ name: String, _ surface: String, at start: Int, rejected: Bool = false) -> Mention
    {
      Mention(
        type: EntityType(rawValue: entity.hasPrefix("org") ? "organisation" : "place")!, entity: entity, name: name,
        surface: surface, start: start, end: start + surface.utf8.count, zone: .body,
        rule: MentionRule(.dictionary(file: "x.tsv", line: 1, note: "")),
        rejection: rejected ? .init(kind: .priority, detail: "longer", step: "resolve-overlaps") : nil)
    }
    let folder = try StoreFolder()
    let store = try NewsStore.forWriting(path: folder.database)
    try store.replaceDefinitions(
      entities: [
        Entity(
          id: "org.union", type: .organisation, kind: "union", name: "Union of Ferries", origin: "organisations.tsv:2"),
        Entity(
          id: "org.bureau", type: .organisation, kind: "bureau", name: "Dike Bureau", origin: "organisations.tsv:3"),
        Entity(
          id: "org.silent", type: .organisation, kind: "board", name: "Silent Board", origin: "organisations.tsv:4"),
        Entity(id: "place.weir", type: .place, kind: "town", name: "Weir", origin: "places.tsv:2"),
        Entity(id: "place.weir-2", type: .place, kind: "town", name: "Weir", origin: "places.tsv:3"),
      ], topics: [])
    let mentions = [
      mention("org.union", "Union of Ferries", "UFE", at: 0), mention("org~ufe", "UFE", "UFE", at: 10, rejected: true),
      mention("org.bureau", "Dike Bureau", "Dike Bureau", at: 20),
      mention("org~dike-bureau", "Dike Bureau", "Dike Bureau", at: 40),
      mention("org~silent-board", "Silent Board", "Silent Board", at: 60),
      mention("place.weir", "Weir", "Weir", at: 80), mention("place.weir-2", "Weir", "Weir", at: 90),
    ]
    for (number, source) in ["a.html", "b.html"].enumerated() {
      var document = SampleArchive.document(number + 1, source: source)
      document.mentions = number == 0 ? mentions : [mention("place.weir-2", "Weir", "Weir", at: 0)]
      try store.write([
        InputBatch(
          path: source, startsOver: true, documents: [document],
          mark: InputMark(content: source, recipe: "r", records: 1, isComplete: true))
      ])
    }
    try store.sweep()
    let cases: [(typed: String, standing: Set<String>, rejected: Set<String>)] = [
      ("UFE", ["org.union"], ["org~ufe"]), ("union of ferries", ["org.union"], []), ("org~ufe", [], ["org~ufe"]),
      ("Dike Bureau", ["org.bureau"], []), ("silent board", ["org~silent-board"], []),
      ("weir", ["place.weir", "place.weir-2"], []),
    ]
    for (typed, standing, rejected) in cases {
      var filter = QueryFilter()
      filter.entity = typed
      func found(rejected: Bool) throws -> Set<String> {
        let answer = try store.answer(store.mentions(filter, rejected: rejected))
        let column = answer.columns.firstIndex(of: "entity")!
        return Set(answer.rows.map { $0[column].plain })
      }
      #expect(try found(rejected: false) == standing, "\(typed)")
      #expect(try found(rejected: true) == rejected, "\(typed)")
      // An entity with only rejected mentions is in no list of entities.
      #expect(try Set(store.answer(store.entities(filter)).rows.map { $0[0].plain }) == standing, "\(typed)")
    }
    var weir = QueryFilter()
    weir.entity = "Weir"
    #expect(
      throws: QueryFilter.Unknown(
        what: "single entity", name: "Weir", similar: ["place.weir-2 (2 documents)", "place.weir (1 document)"])
    ) { try store.series(weir) }
    try store.close()
  }
}
