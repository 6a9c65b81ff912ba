import NewsModel
import Testing

/// Compares days and weeks with a calendar written by hand and with each other.
@Suite struct CalendarTests {
  @Test(arguments: [
    ("2013-02-03", "2013-W05", 7), ("2013-02-04", "2013-W06", 1), ("1987-02-26", "1987-W09", 4),
    // A week belongs to the year of its Thursday.
    ("2010-01-03", "2009-W53", 7), ("2008-12-29", "2009-W01", 1), ("2021-01-01", "2020-W53", 5),
    ("2016-02-29", "2016-W09", 1), ("1970-01-01", "1970-W01", 4), ("1969-12-28", "1969-W52", 7),
  ])
  func aDayIsInItsWeek(day: String, week: String, weekday: Int) throws {
    let read = try #require(Day(iso: day))
    #expect(read.description == day)
    #expect(read.isoWeekday == weekday)
    #expect(Week(read).description == week)
    #expect(Week(iso: week) == Week(read))
    #expect(Week(read).monday <= read && read <= Week(read).sunday)
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    var day = Day(year: 1800, month: 1, day: 1)!
    var weekday = day.isoWeekday
    #expect(weekday == 3, "1800-01-01 was a Wednesday")
    while day.civil.year < 2200 {
      let (year, month, number) = day.civil
      #expect(Day(year: year, month: month, day: number) == day)
      #expect(day.isoWeekday == weekday)
      day = Day(ordinal: day.ordinal + 1)
      weekday = weekday % 7 + 1
    }
  }

  @Test(arguments: [
    "2013-02-30", "2013-13-01", "2013-00-10", "2013-2-03", "13-02-03", "2013-02-031", "", "2013/02/03", "2015-02-29",
  ])
  func whatIsNoDayIsRefused(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(arguments: ["2013-W53", "2013-W00", "2013-W5", "2013W05", "2013-w05", "", "2013-W05-1"])
  func whatIsNoWeekIsRefused(text: String) {
    #expect(Week(iso: text) == nil)
  }
}
