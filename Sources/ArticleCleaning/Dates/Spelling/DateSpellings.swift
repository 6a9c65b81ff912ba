import NewsModel
import TextScanning

/// The spellings of a date, each read from one of its numbers.
extension DateScanner {
  /// 20130203
  func compact(_ bytes: [UInt8], _ number: Number, _ range: Range<Int>) -> Found? {
    guard isYear(number.value / 10_000), !hasDigit(bytes, number.range.upperBound, range),
      let day = Day(year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
    else { return nil }
    return Found(day: day, range: number.range)
  }

  /// 2013-02-03, 2013/2/3, 2013.02.03, 2013年2月3日, 2013년 2월 3일, 2013 February 3
  func yearFirst(_ bytes: [UInt8], _ year: Number, _ range: Range<Int>) -> Found? {
    let isSolar = OtherCalendars.solarYears.contains(year.value)
    guard isYear(year.value) || isSolar else { return nil }
    var at = year.range.upperBound
    if let next = eastAsianUnit(bytes, at, range, [0xE5B9B4, 0xEB8584]) {
      at = skipSpaces(bytes, next, range)
      guard let month = number(bytes, at, range), month.digits <= 2,
        let afterMonth = eastAsianUnit(bytes, month.range.upperBound, range, [0xE69C88, 0xEC9B94])
      else { return nil }
      guard let day = number(bytes, skipSpaces(bytes, afterMonth, range), range), day.digits <= 2,
        let value = Day(year: year.value, month: month.value, day: day.value)
      else { return nil }
      return Found(day: value, range: year.range.lowerBound..<day.range.upperBound)
    }
    guard at < range.upperBound else { return nil }
    let mark = bytes[at]
    if Self.isSeparator(mark) {
      guard let month = number(bytes, behind: mark, at, range), month.digits <= 2,
        let day = number(bytes, behind: mark, month.range.upperBound, range), day.digits <= 2,
        let value = isSolar
          ? OtherCalendars.solar(year: year.value, month: month.value, day: day.value)
          : Day(year: year.value, month: month.value, day: day.value)
      else { return nil }
      return Found(day: value, range: year.range.lowerBound..<day.range.upperBound)
    }
    guard let (month, end) = month(bytes, skipGap(bytes, at, range), range),
      let day = number(bytes, skipGap(bytes, end, range), range), day.digits <= 2,
      let value = self.day(year: year.value, month: month, day: day.value)
    else { return nil }
    return Found(day: value, range: year.range.lowerBound..<day.range.upperBound)
  }

  /// 3 February 2013, 3. Februar 2013, 3 de febrero de 2013, 3rd of February, 2013, 1er mars 2013, 3-Feb-2013
  func dayThenName(_ bytes: [UInt8], _ day: Number, _ range: Range<Int>) -> Found? {
    let start = skipLink(bytes, skipOrdinal(bytes, day.range.upperBound, range), range)
    guard let (month, end) = month(bytes, start, range),
      let year = self.year(bytes, skipLink(bytes, skipGap(bytes, end, range), range), range, of: month),
      let value = self.day(year: year.value, month: month, day: day.value)
    else { return nil }
    return Found(day: value, range: day.range.lowerBound..<year.range.upperBound, isShort: year.digits == 2)
  }

  /// February 3, 2013; Feb. 3rd 2013; Thu Feb 3 10:00:00 EST 2013
  func nameThenDay(_ bytes: [UInt8], _ day: Number, _ range: Range<Int>) -> Found? {
    let name = word(bytes, endingAt: skipGap(bytes, before: day.range.lowerBound, range), range)
    guard let month = vocabulary.months.month(bytes, name) else { return nil }
    var at = skipLink(bytes, skipOrdinal(bytes, day.range.upperBound, range), range)
    // There may be a clock time between day and year.
    if let hour = number(bytes, at, range), hour.digits <= 2, hour.range.upperBound < range.upperBound,
      bytes[hour.range.upperBound] == UInt8(ascii: ":")
    {
      at = hour.range.upperBound
      while at < range.upperBound, bytes[at].isDigit || bytes[at] == UInt8(ascii: ":") { at += 1 }
      at = skipGap(bytes, at, range)
      let zone = word(bytes, at, range)
      if (1...5).contains(zone.count) { at = skipGap(bytes, zone.upperBound, range) }
      if let year = number(bytes, at, range), year.digits == 4, isYear(year.value, ofMonth: month),
        let value = self.day(year: year.value, month: month, day: day.value)
      {
        return Found(day: value, range: name.lowerBound..<year.range.upperBound)
      }
      return nil
    }
    guard let year = self.year(bytes, at, range, of: month),
      year.digits == 4 || bytes[year.range.lowerBound - 1] == UInt8(ascii: "'"),
      let value = self.day(year: year.value, month: month, day: day.value)
    else { return nil }
    return Found(day: value, range: name.lowerBound..<year.range.upperBound, isShort: year.digits == 2)
  }

  /// 03.02.2013, 3/2/13, 03-02-2013
  func allDigits(_ bytes: [UInt8], _ first: Number, _ range: Range<Int>) -> Found? {
    guard first.range.upperBound < range.upperBound else { return nil }
    let mark = bytes[first.range.upperBound]
    guard Self.isSeparator(mark), let second = number(bytes, behind: mark, first.range.upperBound, range),
      second.digits <= 2,
      var third = number(bytes, behind: mark, second.range.upperBound, range), third.digits == 4 || third.digits == 2
    else { return nil }
    // A clock time may follow without a space: 28.09.1912:44 is 28 September 2019, 12:44.
    if third.digits == 4, third.range.count == 4, third.range.upperBound < range.upperBound,
      bytes[third.range.upperBound] == UInt8(ascii: ":")
    {
      third = Number(value: third.value / 100, digits: 2, range: third.range.lowerBound..<third.range.upperBound - 2)
    }
    let end = third.range.upperBound
    if third.digits == 4, hasDigit(bytes, end, range) { return nil }
    if end + 1 < range.upperBound, bytes[end] == mark, bytes[end + 1].isDigit { return nil }
    if third.digits == 2, hasDigit(bytes, end, range), !isClock(bytes, end, range) { return nil }
    var year = third.digits == 4 ? third.value : Self.fullYear(third.value)
    if OtherCalendars.buddhistYears.contains(year) { year -= OtherCalendars.buddhistLead }
    guard isYear(year) else { return nil }
    let monthFirst = Day(year: year, month: first.value, day: second.value)
    let dayFirst = Day(year: year, month: second.value, day: first.value)
    // Dates with full stops begin with the day.
    let prefersDay = order == .dayFirst || mark == UInt8(ascii: ".")
    guard let day = prefersDay ? dayFirst ?? monthFirst : monthFirst ?? dayFirst else { return nil }
    let isAmbiguous = monthFirst != nil && dayFirst != nil && monthFirst != dayFirst && mark != UInt8(ascii: ".")
    return Found(day: day, range: first.range.lowerBound..<end, isAmbiguous: isAmbiguous, isShort: third.digits == 2)
  }

  /// 03 | 02 | 2013
  func barred(_ bytes: [UInt8], _ first: Number, _ range: Range<Int>) -> Found? {
    func past(_ at: Int) -> Int? {
      let bar = skipSpaces(bytes, at, range)
      guard bar > at, bar < range.upperBound, bytes[bar] == UInt8(ascii: "|") else { return nil }
      return skipSpaces(bytes, bar + 1, range)
    }
    guard let at = past(first.range.upperBound), let second = number(bytes, at, range), second.digits <= 2,
      let next = past(second.range.upperBound),
      let year = number(bytes, next, range), year.digits == 4, isYear(year.value),
      let day = Day(year: year.value, month: second.value, day: first.value)
    else { return nil }
    return Found(day: day, range: first.range.lowerBound..<year.range.upperBound)
  }
}
