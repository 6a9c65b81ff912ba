import NewsModel
import Testing

@Suite struct BelievableDayTests {
  @Test(
    "The days on which a document can have been published",
    arguments: [
      ("0001-01-01", DateDoubt.tooEarly), ("0019-03-12", .tooEarly), ("1604-12-31", .tooEarly), ("1605-01-01", nil),
      ("1850-06-01", nil), ("1969-12-31", nil), ("1970-01-01", .epoch), ("1970-01-02", nil), ("2019-03-12", nil),
      ("2100-12-31", nil), ("2101-01-01", .future), ("9999-12-31", .future),
    ])
  func always(day: String, doubt: DateDoubt?) throws {
    let day = try #require(Day(iso: day))
    #expect(BelievableDays().doubt(of: day) == doubt)
    let date = PublicationDate(day: day, method: .byline, doubt: doubt)
    #expect(date.isBelieved == (doubt == nil))
  }

  @Test("A day after the latest day is in the future")
  func latest() throws {
    let march = try #require(Day(iso: "2019-03-12"))
    let after = Day(ordinal: march.ordinal + 1)
    let days = BelievableDays(latest: march)
    #expect(days.doubt(of: march) == nil)
    #expect(days.doubt(of: after) == .future)
    #expect(days.objection(to: after) == "is not believed: it is later than 2019-03-12")
    // The page was fetched before or after the day.
    #expect(days.until(Day(ordinal: march.ordinal - 1)).doubt(of: march) == .future)
    #expect(days.until(after).doubt(of: after) == .future)
    #expect(days.until(nil) == days)
    #expect(BelievableDays(latest: Day(ordinal: .max)) == BelievableDays())
  }

  @Test("Minor doubts do not reject a day", arguments: [DateDoubt.disagreement, .ambiguous])
  func otherDoubts(doubt: DateDoubt) {
    #expect(PublicationDate(day: Day(ordinal: 18_000), method: .byline, doubt: doubt).isBelieved)
  }
}
