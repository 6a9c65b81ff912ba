import NewsModel
import Repetition
import Testing

/// Sentences that recur inside the texts of a site are moved to the zone `notice`.
@Suite struct SiteNoticeTests {
  private static let notice = "Readers can reach the newsroom of the Island Post at any hour of the day."
  private static let words = [
    "harbour", "ferry", "storm", "council", "bridge", "museum", "market", "school", "hospital", "theatre", "library",
    "railway",
  ]

  /// A text of its own for each number, with `between` inside its first paragraph.
  private func document(_ number: Int, day: Int, between: String) -> Document {
    let word = Self.words[number % Self.words.count]
    return Document(
      source: "\(number).html", title: "The \(word)",
      published: PublicationDate(day: Day(ordinal: 16_000 + day), method: .time),
      blocks: [
        Block(zone: .navigation, text: "Home", reason: "navigation"),
        Block(
          zone: .body,
          text: "The \(word) was closed on Monday, said the mayor. \(between) The \(word) will open soon, he said.",
          reason: "article"),
        Block(
          zone: .body, text: "Nobody had expected that the \(word) would need so much repair this year.",
          reason: "article"),
      ])
  }

  private func documents(days: Int, between: (Int) -> String = { _ in notice }) -> [Document] {
    Self.words.indices.map { document($0, day: $0 * days, between: between($0)) }
  }

  private func pages(_ documents: [Document]) -> SitePages {
    var site = SitePageCounting()
    for document in documents { site.add(PageFingerprints(of: document)) }
    return SitePages(site)
  }

  @Test func aStandingSentenceIsSeparatedFromItsBlock() throws {
    let documents = documents(days: 7)
    var found = FoundTemplates()
    let zoned = try #require(pages(documents).zone(documents[0], &found))
    #expect(
      zoned.blocks == [
        documents[0].blocks[0],
        Block(zone: .body, text: "The harbour was closed on Monday, said the mayor.", reason: "article"),
        Block(
          zone: .notice, text: Self.notice, reason: "in 12 texts of the site, in 12 weeks",
          pageVerdict: .init(zone: .body, reason: "article"), continuesBlock: true),
        Block(
          zone: .body, text: "The harbour will open soon, he said.", reason: "article", continuesBlock: true),
        documents[0].blocks[2],
      ])
    #expect(found.sorted.map(\.example) == [Self.notice])
    #expect(found.sorted.map(\.zone) == [.notice])
    // When the other texts are gone, the block is whole again.
    var none = FoundTemplates()
    #expect(pages(Array(documents.prefix(3))).zone(zoned, &none) == documents[0])
    #expect(none.sorted.isEmpty)
    // A second sweep changes nothing.
    #expect(pages([zoned] + documents.dropFirst()).zone(zoned, &found) == nil)
  }

  @Test("A sentence of one story, of numbers, or of few texts is no notice")
  func news() {
    func isChanged(_ documents: [Document]) -> Bool {
      var found = FoundTemplates()
      return documents.contains { pages(documents).zone($0, &found) != nil }
    }
    #expect(isChanged(documents(days: 7)))
    // A week of news about one thing.
    #expect(!isChanged(documents(days: 1)))
    #expect(
      !isChanged(documents(days: 7) { "The ferry company sold \($0 * 37) tickets, more than in the week before." }))
    #expect(!isChanged(Array(documents(days: 7).prefix(7))))
    // Copies of one text.
    #expect(
      !isChanged(
        (0..<12).map { number in
          var copy = document(0, day: number * 7, between: Self.notice)
          copy.source = "\(number).html"
          return copy
        }))
  }

  @Test("Abbreviations end no sentence, and the fields of forms are no notices")
  func borders() {
    var documents = documents(days: 7) {
      "The treaty of the islands and the U.S. \(Self.words[$0]) fund was signed there."
    }
    for index in documents.indices {
      documents[index].blocks.append(
        Block(
          zone: .table, text: "Operator: The Company of the Ferries of the Island",
          reason: Block.fieldReason("organisation")))
    }
    var found = FoundTemplates()
    #expect(pages(documents).zone(documents[0], &found) == nil)
  }
}
