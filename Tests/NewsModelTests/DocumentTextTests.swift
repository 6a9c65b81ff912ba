import NewsModel
import Testing

@Suite struct DocumentTextTests {
  @Test func eachZoneHasItsOwnText() {
    let document = Document(
      source: "a", title: "Title",
      blocks: [
        Block(zone: .navigation, text: "Home", reason: ""), Block(zone: .lead, text: "First.", reason: ""),
        Block(zone: .teaser, text: "Other", reason: ""), Block(zone: .body, text: "Second.", reason: ""),
        Block(zone: .teaser, text: "Another", reason: ""),
      ])
    #expect(document.text == "First.\nSecond.")
    #expect(document.text(of: .title) == "Title")
    #expect(document.text(of: .body) == "First.\nSecond.")
    #expect(document.text(of: .lead) == "First.\nSecond.")
    #expect(document.text(of: .teaser) == "Other\nAnother")
    #expect(document.text(of: .footer) == "")
  }

  @Test func aTemplateCanBeTakenBack() {
    let block = Block(
      zone: .footer, text: "All rights reserved", reason: "on 9 of the site's 9 pages",
      pageVerdict: .init(zone: .body, reason: "prose"))
    #expect(block.beforeTemplates == Block(zone: .body, text: "All rights reserved", reason: "prose"))
    #expect(block.beforeTemplates.beforeTemplates == block.beforeTemplates)
  }
}
