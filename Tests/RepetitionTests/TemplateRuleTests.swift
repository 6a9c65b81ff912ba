import NewsModel
import Repetition
import Testing

@Suite struct TemplateRuleTests {
  @Test(arguments: [
    ("Updated 3 Feb 2013, 10:15", "Updated 12 March 2014, 9:02"),
    ("Stand: 3. Februar 2013 um 10 Uhr", "Stand: 14. Dezember 2013 um 8 Uhr"),
    ("12 comments", "1,204 Comments"), ("READ MORE »", "Read more"),
  ])
  func oneLineOfATemplate(a: String, b: String) {
    #expect(TemplateFingerprint(of: a) == TemplateFingerprint(of: b))
    #expect(TemplateFingerprint(of: a) != nil)
  }

  @Test(arguments: [("Read more", "Read less"), ("Комментарии", "Комментарий"), ("unit one", "unitone")])
  func otherLines(a: String, b: String) { #expect(TemplateFingerprint(of: a) != TemplateFingerprint(of: b)) }

  @Test(arguments: ["", "2013-02-03", " … 12:30 — ", "3 May 2013"])
  func nothingSaid(text: String) { #expect(TemplateFingerprint(of: text) == nil) }

  @Test(arguments: [
    (3, 3, true), (2, 2, false), (2, 3, false), (3, 5, false), (4, 5, true), (10, 40, false), (40, 100, true),
    (50, 10_000, false), (9_000, 10_000, true),
  ])
  func recurrence(documents: Int, pages: Int, isTemplate: Bool) {
    let block = Block(zone: .body, text: "Our reporters can be reached by post, day and night.", reason: "article")
    let found = TemplateRule.zone(for: block, documentFrequency: documents, pagesOfSite: pages)
    #expect((found != nil) == isTemplate)
    if let found {
      #expect(found.zone == .footer)
      #expect(found.reason == "on \(documents) of the site's \(pages) pages")
    }
  }

  @Test func whatIsZonedAlreadyStays() {
    let block = Block(zone: .comment, text: "Well said, all of you.", reason: "comments")
    #expect(TemplateRule.zone(for: block, documentFrequency: 9, pagesOfSite: 9) == nil)
  }

  @Test func headlinesOfOtherDocuments() throws {
    let headline = Block(zone: .body, text: "Harbour reopens after storm", reason: "article")
    let found = try #require(TemplateRule.zone(for: headline, headlineOf: "b.html"))
    #expect(found.zone == .teaser)
    #expect(found.reason == "headline of b.html")
    #expect(TemplateRule.zone(for: Block(zone: .body, text: "Harbour", reason: ""), headlineOf: "b.html") == nil)
  }
}
