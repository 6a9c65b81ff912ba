import NewsModel
import Repetition
import Testing

/// A site that changes its layout is reported at the first document with the new one.
@Suite struct LayoutChangeTests {
  private static let old = ["Home page", "World news", "Sports pages", "Opinion pages", "Letters to us", "Our archive"]
  private static let new = ["Start", "Latest", "Play", "Think", "Write in", "Older stories"]

  private func page(_ number: Int, day: Int, template: [String]) -> Document {
    Document(
      source: "\(1000 + number).html", title: "Story \(number)",
      published: PublicationDate(day: Day(ordinal: 16_000 + day), method: .time),
      blocks: template.map { Block(zone: .navigation, text: $0, reason: "navigation") } + [
        Block(zone: .body, text: "Text \(String(repeating: "of the day ", count: number))", reason: "article")
      ])
  }

  /// The problems of the documents, after a sweep.
  private func problems(_ documents: [Document]) -> [Problem] {
    var site = SitePageCounting()
    for document in documents { site.add(PageFingerprints(of: document)) }
    let pages = SitePages(site)
    var found = FoundTemplates()
    return documents.flatMap { pages.zone($0, &found)?.problems ?? [] }
  }

  @Test func aNewTemplateIsReportedOnce() {
    let documents = (0..<60).map { page($0, day: $0, template: $0 < 25 ? Self.old : Self.new) }
    #expect(
      problems(documents) == [
        Problem(
          source: "1025.html", kind: .layout,
          reason:
            "the site changed its layout on 2013-11-16: the 25 pages before share nothing of its template with the 35 "
            + "pages after; a rise or fall at this day may be one of the cleaning")
      ])
    #expect(problems(documents.reversed()).map(\.source) == ["1025.html"])
  }

  @Test("Other changes are no new layout")
  func others() {
    // One box is replaced, a menu stays.
    #expect(
      problems((0..<60).map { page($0, day: $0, template: Self.old + [$0 < 25 ? "Elections" : "Olympics"]) }).isEmpty)
    // Five lines are replaced, and more stay.
    let menu = (1...30).map { "Section \(Self.old[$0 % 6]) \(String(repeating: "x", count: $0))" }
    #expect(problems((0..<60).map { page($0, day: $0, template: menu + ($0 < 25 ? Self.old : Self.new)) }).isEmpty)
    // Few pages, pages without days, and no change.
    #expect(problems((0..<15).map { page($0, day: $0, template: $0 < 8 ? Self.old : Self.new) }).isEmpty)
    #expect(problems((0..<60).map { page($0, day: $0, template: Self.old) }).isEmpty)
    #expect(
      problems(
        (0..<60).map { number in
          var document = page(number, day: 0, template: number < 25 ? Self.old : Self.new)
          document.published = nil
          return document
        }
      ).isEmpty)
  }
}
