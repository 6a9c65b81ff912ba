import ArticleCleaning
import NewsModel
import Testing

/// What a record does not say is read from its address and its text. All texts are invented.
@Suite struct RecordTests {
  private func clean(_ record: RawDocument.Record) -> Document {
    ArticleCleaner(.shipped).clean(RawDocument(source: "a.jsonl#1", content: .record(record)))
  }

  private let text = " - The old dam held on Monday, although the river had risen by two metres since the weekend."

  @Test func dayLanguageAndAgencyOfTheText() {
    let document = clean(.init(text: "NAIROBI, March 12, 2019 (Reuters)" + text))
    #expect(document.published == PublicationDate("2019-03-12", .dateline))
    #expect(document.agency == "Reuters")
    #expect(document.dateline == "NAIROBI, March 12, 2019")
    #expect(document.language == "en")
    #expect(document.text == "NAIROBI, March 12, 2019 (Reuters)" + text)
  }

  @Test func dayOfTheAddress() {
    let document = clean(.init(text: "NAIROBI" + text, url: "https://valley.example/2019/03/12/dam"))
    #expect(document.published == PublicationDate("2019-03-12", .url))
    #expect(clean(.init(text: "NAIROBI" + text)).published == nil)
  }

  @Test func whatARecordSaysCounts() {
    let day = Day(iso: "2018-01-01")!
    let written = RawDocument.WrittenDate(day: day, method: .recordField, field: "date", value: "2018-01-01")
    let document = clean(
      .init(
        text: "NAIROBI, March 12, 2019 (Reuters)" + text, url: "https://valley.example/2019/03/12/dam",
        dates: [written],
        agency: "dpa", language: "sw", dateline: "Nairobi"))
    #expect(document.published?.day == day)
    #expect([document.agency, document.language, document.dateline] == ["dpa", "sw", "Nairobi"])
  }
}
