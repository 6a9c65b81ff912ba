package import NewsModel
import TextScanning

/// Finds calendar dates written in text: `February 3, 2013`, `3. Februar 2013`, `3 февраля 2013`, `03.02.2013`, `2013-02-03`, `2013年2月3日`.
///
/// It looks at each number once, and at the words beside it; text without digits costs a comparison a byte.
package struct DateScanner: Sendable {
  /// How an all-digit date such as 02/03/2013 is read where both readings exist.
  package enum Order: Sendable { case dayFirst, monthFirst }

  package struct Found: Equatable, Sendable {
    package var day: Day
    package var range: Range<Int>
    /// Day and month could change places.
    package var isAmbiguous = false
    /// The year was written with two digits.
    package var isShort = false
    /// One of several days: 11-12 July 2013, 2013/7/11-12.
    package var isSpan = false
  }

  /// Of which it takes the months' names.
  let vocabulary: PageVocabulary
  package var order: Order

  package init(_ vocabulary: PageVocabulary, order: Order = .monthFirst) {
    self.vocabulary = vocabulary
    self.order = order
  }

  package func dates(in bytes: [UInt8], _ range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      // Digits are ASCII, Arabic (D9), Persian (DB) or full-width (EF).
      guard byte.isDigit || byte == 0xD9 || byte == 0xDB || byte == 0xEF, let number = number(bytes, at, range) else {
        at += 1
        continue
      }
      if var date = date(bytes, number, range) {
        date.isSpan =
          hasDay(bytes, before: date.range.lowerBound, range) || hasDay(bytes, after: date.range.upperBound, range)
        found.append(date)
        at = max(date.range.upperBound, number.range.upperBound)
      } else {
        at = number.range.upperBound
      }
    }
    return found
  }

  // MARK: One number and what stands beside it

  struct Number {
    var value: Int
    var digits: Int
    var range: Range<Int>
  }

  private func date(_ bytes: [UInt8], _ number: Number, _ range: Range<Int>) -> Found? {
    if touchesWord(bytes, before: number.range.lowerBound, range) { return nil }
    switch number.digits {
    case 8: return compact(bytes, number, range)
    case 4: return yearFirst(bytes, number, range)
    case 1, 2:
      guard (1...31).contains(number.value) else { return nil }
      return dayThenName(bytes, number, range) ?? nameThenDay(bytes, number, range) ?? allDigits(bytes, number, range)
        ?? barred(bytes, number, range)
    default: return nil
    }
  }

  /// 20130203
  private func compact(_ bytes: [UInt8], _ number: Number, _ range: Range<Int>) -> Found? {
    guard isYear(number.value / 10_000), !touchesWord(bytes, after: number.range.upperBound, range),
      let day = Day(year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
    else { return nil }
    return Found(day: day, range: number.range)
  }

  /// 2013-02-03, 2013/2/3, 2013.02.03, 2013年2月3日, 2013년 2월 3일, 2013 February 3
  private func yearFirst(_ bytes: [UInt8], _ year: Number, _ range: Range<Int>) -> Found? {
    guard isYear(year.value) else { return nil }
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
    if mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") {
      at += 1
      if mark == UInt8(ascii: "."), at < range.upperBound, bytes[at] == 0x20 { at += 1 }
      guard let month = number(bytes, at, range), month.digits <= 2, month.range.upperBound < range.upperBound,
        bytes[month.range.upperBound] == mark
      else { return nil }
      at = month.range.upperBound + 1
      if mark == UInt8(ascii: "."), at < range.upperBound, bytes[at] == 0x20 { at += 1 }
      guard let day = number(bytes, at, range), day.digits <= 2,
        let value = Day(year: year.value, month: month.value, day: day.value)
      else { return nil }
      return Found(day: value, range: year.range.lowerBound..<day.range.upperBound)
    }
    let word = self.word(bytes, skipGap(bytes, at, range), range)
    guard let month = vocabulary.months.month(bytes, word),
      let day = number(bytes, skipGap(bytes, word.upperBound, range), range), day.digits <= 2,
      let value = Day(year: year.value, month: month, day: day.value)
    else { return nil }
    return Found(day: value, range: year.range.lowerBound..<day.range.upperBound)
  }

  /// 3 February 2013, 3. Februar 2013, 3 de febrero de 2013, 3rd of February, 2013, 1er mars 2013, 3-Feb-2013
  private func dayThenName(_ bytes: [UInt8], _ day: Number, _ range: Range<Int>) -> Found? {
    var at = day.range.upperBound
    let suffix = word(bytes, at, range)
    if Self.isOrdinal(bytes, suffix) { at = suffix.upperBound }
    at = skipGap(bytes, at, range)
    var name = word(bytes, at, range)
    if Self.isLink(bytes, name) {
      at = skipGap(bytes, name.upperBound, range)
      name = word(bytes, at, range)
    }
    guard let month = vocabulary.months.month(bytes, name) else { return nil }
    at = skipGap(bytes, name.upperBound, range)
    let link = word(bytes, at, range)
    if Self.isLink(bytes, link) { at = skipGap(bytes, link.upperBound, range) }
    guard let year = self.year(bytes, at, range), let value = Day(year: year.value, month: month, day: day.value) else {
      return nil
    }
    return Found(day: value, range: day.range.lowerBound..<year.range.upperBound, isShort: year.digits == 2)
  }

  /// February 3, 2013; Feb. 3rd 2013; Thu Feb 3 10:00:00 EST 2013
  private func nameThenDay(_ bytes: [UInt8], _ day: Number, _ range: Range<Int>) -> Found? {
    let name = word(bytes, endingAt: skipGap(bytes, before: day.range.lowerBound, range), range)
    guard let month = vocabulary.months.month(bytes, name) else { return nil }
    var at = day.range.upperBound
    let suffix = word(bytes, at, range)
    if Self.isOrdinal(bytes, suffix) { at = suffix.upperBound }
    at = skipGap(bytes, at, range)
    let link = word(bytes, at, range)
    if Self.isLink(bytes, link) { at = skipGap(bytes, link.upperBound, range) }
    // A clock may stand between day and year.
    if let hour = number(bytes, at, range), hour.digits <= 2, hour.range.upperBound < range.upperBound,
      bytes[hour.range.upperBound] == UInt8(ascii: ":")
    {
      at = hour.range.upperBound
      while at < range.upperBound, bytes[at].isDigit || bytes[at] == UInt8(ascii: ":") { at += 1 }
      at = skipGap(bytes, at, range)
      let zone = word(bytes, at, range)
      if (1...5).contains(zone.count) { at = skipGap(bytes, zone.upperBound, range) }
      if let year = number(bytes, at, range), year.digits == 4, isYear(year.value),
        let value = Day(year: year.value, month: month, day: day.value)
      {
        return Found(day: value, range: name.lowerBound..<year.range.upperBound)
      }
      return nil
    }
    guard let year = self.year(bytes, at, range),
      year.digits == 4 || bytes[year.range.lowerBound - 1] == UInt8(ascii: "'"),
      let value = Day(year: year.value, month: month, day: day.value)
    else { return nil }
    return Found(day: value, range: name.lowerBound..<year.range.upperBound, isShort: year.digits == 2)
  }

  /// 03.02.2013, 3/2/13, 03-02-2013
  private func allDigits(_ bytes: [UInt8], _ first: Number, _ range: Range<Int>) -> Found? {
    var at = first.range.upperBound
    guard at < range.upperBound else { return nil }
    let mark = bytes[at]
    guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-") else { return nil }
    at += 1
    if mark == UInt8(ascii: "."), at < range.upperBound, bytes[at] == 0x20 { at += 1 }
    guard let second = number(bytes, at, range), second.digits <= 2, second.range.upperBound < range.upperBound,
      bytes[second.range.upperBound] == mark
    else { return nil }
    at = second.range.upperBound + 1
    if mark == UInt8(ascii: "."), at < range.upperBound, bytes[at] == 0x20 { at += 1 }
    guard var third = number(bytes, at, range), third.digits == 4 || third.digits == 2 else { return nil }
    // A clock that follows without a space: 28.09.1912:44 is the 28th of September 2019, 12:44.
    if third.digits == 4, third.range.count == 4, third.range.upperBound < range.upperBound,
      bytes[third.range.upperBound] == UInt8(ascii: ":")
    {
      third = Number(value: third.value / 100, digits: 2, range: third.range.lowerBound..<third.range.upperBound - 2)
    }
    let end = third.range.upperBound
    if third.digits == 4, touchesWord(bytes, after: end, range) { return nil }
    if end + 1 < range.upperBound, bytes[end] == mark, bytes[end + 1].isDigit { return nil }
    if third.digits == 2, touchesWord(bytes, after: end, range), !isClock(bytes, end, range) { return nil }
    let year = third.digits == 4 ? third.value : third.value + (third.value < 70 ? 2000 : 1900)
    guard isYear(year) else { return nil }
    let monthFirst = Day(year: year, month: first.value, day: second.value)
    let dayFirst = Day(year: year, month: second.value, day: first.value)
    // A full stop parts day and month where the day leads.
    let prefersDay = order == .dayFirst || mark == UInt8(ascii: ".")
    guard let day = prefersDay ? dayFirst ?? monthFirst : monthFirst ?? dayFirst else { return nil }
    let isAmbiguous = monthFirst != nil && dayFirst != nil && monthFirst != dayFirst && mark != UInt8(ascii: ".")
    return Found(day: day, range: first.range.lowerBound..<end, isAmbiguous: isAmbiguous, isShort: third.digits == 2)
  }

  /// 03 | 02 | 2013
  private func barred(_ bytes: [UInt8], _ first: Number, _ range: Range<Int>) -> Found? {
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

  // MARK: Tokens

  /// The digits at `at`, of one script.
  func number(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Number? {
    var value = 0
    var digits = 0
    var end = at
    while end < range.upperBound, digits < 12 {
      let scalar = Scalars.decode(bytes, end, range.upperBound)
      guard let digit = Self.digit(scalar.value) else { break }
      value = value * 10 + digit
      digits += 1
      end += scalar.length
    }
    return digits == 0 ? nil : Number(value: value, digits: digits, range: at..<end)
  }

  private static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x30...0x39: Int(scalar - 0x30)
    case 0x660...0x669: Int(scalar - 0x660)
    case 0x6F0...0x6F9: Int(scalar - 0x6F0)
    case 0xFF10...0xFF19: Int(scalar - 0xFF10)
    default: nil
    }
  }

  /// A year of four digits, or of two that no digit, colon or percent sign follows.
  private func year(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Number? {
    guard var year = number(bytes, at, range), !touchesWord(bytes, after: year.range.upperBound, range, allowing: 0xD0)
    else { return nil }
    if year.digits == 4 { return isYear(year.value) ? year : nil }
    guard year.digits == 2 else { return nil }
    if year.range.upperBound < range.upperBound {
      switch bytes[year.range.upperBound] {
      case UInt8(ascii: ":"), UInt8(ascii: "%"), UInt8(ascii: "h"): return nil
      default: break
      }
    }
    guard at > range.lowerBound, Self.isMark(bytes[at - 1]) && bytes[at - 1] != UInt8(ascii: ".")
    else { return nil }
    year.value += year.value < 70 ? 2000 : 1900
    return year
  }

  private func isYear(_ value: Int) -> Bool { Self.years.contains(value) }
  private static let years = BelievableDays.yearsInText

  func word(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Range<Int> {
    var end = at
    while end < range.upperBound, end - at < 40 {
      let scalar = Scalars.decode(bytes, end, range.upperBound)
      if Scalars.letterCase(scalar.value) == .none { break }
      end += scalar.length
    }
    return at..<end
  }

  private func word(_ bytes: [UInt8], endingAt end: Int, _ range: Range<Int>) -> Range<Int> {
    var start = end
    while start > range.lowerBound, end - start < 40 {
      var at = start - 1
      while at > range.lowerBound, bytes[at] & 0xC0 == 0x80 { at -= 1 }
      if Scalars.letterCase(Scalars.decode(bytes, at, end).value) == .none { break }
      start = at
    }
    return start..<end
  }

  /// Past what parts the pieces of one date: spaces, a full stop, a comma, a hyphen, a slash.
  private func skipGap(_ bytes: [UInt8], _ start: Int, _ range: Range<Int>) -> Int {
    var at = start
    var marks = 0
    while at < range.upperBound, at - start < 8 {
      let space = Scalars.spaceLength(bytes, at, range.upperBound)
      if space > 0 {
        at += space
      } else if marks < 2, Self.isMark(bytes[at]) {
        at += 1
        marks += 1
      } else if marks < 2, at + 1 < range.upperBound, bytes[at] == 0xD8, bytes[at + 1] == 0x8C {
        at += 2
        marks += 1
      } else {
        break
      }
    }
    return at
  }

  private func skipGap(_ bytes: [UInt8], before end: Int, _ range: Range<Int>) -> Int {
    var at = end
    while at > range.lowerBound, end - at < 6 {
      let space = Scalars.spaceLength(bytes, before: at, range.lowerBound)
      if space > 0 {
        at -= space
      } else if Self.isMark(bytes[at - 1]) {
        at -= 1
      } else {
        break
      }
    }
    return at
  }

  func skipSpaces(_ bytes: [UInt8], _ start: Int, _ range: Range<Int>) -> Int {
    var at = start
    while at < range.upperBound {
      let space = Scalars.spaceLength(bytes, at, range.upperBound)
      if space == 0 { break }
      at += space
    }
    return at
  }

  /// Past one of the three-byte characters `units`, spaces before it allowed.
  private func eastAsianUnit(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>, _ units: [UInt32]) -> Int? {
    let at = skipSpaces(bytes, at, range)
    guard at + 2 < range.upperBound else { return nil }
    let unit = UInt32(bytes[at]) << 16 | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2])
    return units.contains(unit) ? at + 3 : nil
  }

  private func touchesWord(_ bytes: [UInt8], before at: Int, _ range: Range<Int>) -> Bool {
    guard at > range.lowerBound else { return false }
    let byte = bytes[at - 1]
    if byte.isDigit || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#") { return true }
    // A decimal, or the tail of a longer number with marks: 10.03.02.2013.
    return at - 2 >= range.lowerBound && bytes[at - 2].isDigit
      && (byte == UInt8(ascii: ":") || Self.isMark(byte) && byte != UInt8(ascii: "-"))
  }

  private func touchesWord(_ bytes: [UInt8], after at: Int, _ range: Range<Int>, allowing lead: UInt8 = 0) -> Bool {
    guard at < range.upperBound else { return false }
    return bytes[at].isDigit
  }

  /// What may part the pieces of one date.
  @inline(__always)
  static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// `12:44` and nothing else.
  private func isClock(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Bool {
    guard let hour = number(bytes, at, range), hour.digits == 2, hour.range.upperBound < range.upperBound else {
      return false
    }
    return bytes[hour.range.upperBound] == UInt8(ascii: ":")
  }

  private static func isOrdinal(_ bytes: [UInt8], _ word: Range<Int>) -> Bool { contains(ordinals, bytes, word) }
  private static func isLink(_ bytes: [UInt8], _ word: Range<Int>) -> Bool { contains(links, bytes, word) }

  static func contains(_ words: [[UInt8]], _ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    guard (1...4).contains(word.count) else { return false }
    return words.contains { $0.count == word.count && zip($0, bytes[word]).allSatisfy { $0 == ($1 | 0x20) } }
  }

  private static let ordinals = ["st", "nd", "rd", "th", "er", "e", "re", "o", "a", "st", "te"].map { Array($0.utf8) }
  /// `3 de febrero de 2013`, `3rd of February`, `February 3 at ...`.
  private static let links = ["of", "de", "del", "di", "d", "at", "den"].map { Array($0.utf8) }
}
