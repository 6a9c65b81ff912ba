import Foundation
import NewsModel
import Reporting
import TestSupport
import Testing

@Suite struct DocumentJSONTests {
  @Test func aDocumentOfWhichNothingIsKnownHasEveryKey() {
    let line = DocumentJSON().line(Document(source: "pages/a.html.gz"))
    #expect(
      String(decoding: line, as: UTF8.self)
        == #"{"source":"pages/a.html.gz","url":null,"title":null,"published":null,"publishedBy":null,"author":null,"#
        + #""publisher":null,"agency":null,"language":null,"tags":[],"text":"","problems":[]}"#)
  }

  @Test func anAnnotatedDocument() {
    let document = Document(
      source: "a.jsonl#x17", url: "https://example.org/a", title: "A \"title\"",
      published: PublicationDate(day: Day(iso: "2013-02-03")!, method: .byline), author: "A. Writer",
      publisher: "Example", agency: "Wire", language: "en", tags: ["Russia", "Energy"],
      blocks: [
        Block(zone: .lead, text: "NATO hopes.", reason: ""), Block(zone: .teaser, text: "Other", reason: ""),
        Block(zone: .body, text: "The end.", reason: ""),
      ],
      problems: [Problem(source: "a.jsonl#x17", place: "line 12", kind: .encoding, reason: "2 bytes replaced")])
    let standing = Mention(
      type: .organisation, entity: "org.nato", name: "NATO", surface: "NATO", start: 0, end: 4, zone: .lead,
      rule: MentionRule(.dictionary(file: "organisations.surfaces.tsv", line: 1, note: "")))
    var rejected = standing
    rejected.rejection = Mention.Rejection(kind: .vetoed, detail: "", step: "veto-surfaces")
    var teaser = standing
    teaser.zone = .teaser
    let analysed = AnalysedDocument(
      document: document, mentions: [standing, rejected, teaser],
      countries: [
        CountryScore(code: "RU", score: 0.612345, mentions: 9, isAbout: true),
        CountryScore(code: "US", score: 0.01, mentions: 1, isAbout: false),
      ],
      topics: [
        TopicAssignment(
          id: "missile-defence", score: 4.5, threshold: 2,
          evidence: [TopicAssignment.Evidence(term: "hope*", weight: 1.5, start: 5, end: 10, zone: .lead)]),
        TopicAssignment(id: "talks", score: 2, threshold: 2, modality: "hoped", evidence: []),
      ])
    #expect(
      String(decoding: DocumentJSON().line(analysed), as: UTF8.self)
        == #"{"source":"a.jsonl#x17","url":"https://example.org/a","title":"A \"title\"","published":"2013-02-03","#
        + #""publishedBy":"byline","author":"A. Writer","publisher":"Example","agency":"Wire","language":"en","#
        + #""tags":["Russia","Energy"],"text":"NATO hopes.\nThe end.","#
        + #""problems":[{"kind":"encoding","place":"line 12","reason":"2 bytes replaced"}],"#
        + #""mentions":[{"type":"organisation","entity":"org.nato","name":"NATO","surface":"NATO","start":0,"end":4,"#
        + #""zone":"lead","rule":"dictionary organisations.surfaces.tsv:1"}],"#
        + #""countries":[{"code":"RU","score":0.6123,"mentions":9,"about":true},"#
        + #"{"code":"US","score":0.01,"mentions":1,"about":false}],"#
        + #""topics":[{"id":"missile-defence","score":4.5,"evidence":[{"term":"hope*","weight":1.5,"start":5,"end":10,"#
        + #""zone":"lead"}]},{"id":"talks","score":2.0,"modality":"hoped","evidence":[]}]}"#)
    let withTeasers = String(decoding: DocumentJSON(zones: [.teaser]).line(analysed), as: UTF8.self)
    #expect(withTeasers.contains(#""zone":"teaser""#))
    #expect(!withTeasers.contains(#""surface":"NATO","start":0,"end":4,"zone":"lead""#))
  }

  /// A JSON parser gives back any text exactly, and no line of output contains characters that break a line or control
  /// a terminal.
  @Test func anyTextReadsBackExactly() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      let text = HostileText.random(using: &random)
      let line = DocumentJSON().line(Document(source: "s", title: text))
      let object = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      let title = try #require(object["title"] as? String)
      #expect(Array(title.utf8) == Array(text.utf8))
      #expect(String(decoding: line, as: UTF8.self).unicodeScalars.allSatisfy { !HostileText.isControl($0) })
    }
  }
}
