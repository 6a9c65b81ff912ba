import NewsModel

/// Days of calendars other than the Gregorian one.
enum OtherCalendars {
  /// The years of the Solar Hijri calendar that a date of digits may have, 1991 to 2031: the Islamic calendar, which is
  /// written in the same way, has the years from 1411.
  static let solarYears = 1370...1410
  /// The years of the Solar Hijri calendar that a date with the name of a month may have.
  static let namedSolarYears = 1279...1479
  /// The years of the Buddhist era from 2000 to 2100.
  static let buddhistYears = 2543...2643
  /// The number of years by which the Buddhist era is ahead.
  static let buddhistLead = 543

  /// Returns a day of the Solar Hijri calendar; nil if it does not exist.
  ///
  /// The leap years are those of the cycle of 33 years, which agree with the astronomical ones from 1244 to 1472.
  static func solar(year: Int, month: Int, day: Int) -> Day? {
    guard namedSolarYears.contains(year), (1...12).contains(month), day >= 1, day <= (month <= 6 ? 31 : 30) else {
      return nil
    }
    let year = year + 1595
    let daysBeforeMonth = month <= 7 ? (month - 1) * 31 : (month - 7) * 30 + 186
    let sinceYear0 = 365 * year + year / 33 * 8 + (year % 33 + 3) / 4 + daysBeforeMonth + day - 355_668
    return Day(ordinal: sinceYear0 - 719_528)
  }
}

extension DateScanner {
  /// Returns the day of a year and of a month that was written with its name (`MonthNames`).
  func day(year: Int, month: Int, day: Int) -> Day? {
    if month > 12 { return OtherCalendars.solar(year: year, month: month - 12, day: day) }
    let isBuddhist = OtherCalendars.buddhistYears.contains(year)
    return Day(year: isBuddhist ? year - OtherCalendars.buddhistLead : year, month: month, day: day)
  }

  /// Whether a date of digits may have the year.
  func isYear(_ value: Int) -> Bool { BelievableDays.yearsInText.contains(value) }

  /// Whether a date with the name of a month may have the year.
  func isYear(_ value: Int, ofMonth month: Int) -> Bool {
    month > 12
      ? OtherCalendars.namedSolarYears.contains(value)
      : isYear(value) || OtherCalendars.buddhistYears.contains(value)
  }
}
