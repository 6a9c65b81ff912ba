import NewsModel
import TextScanning

extension DateCandidates {
  mutating func read(address: String?) {
    guard let address, let found = AddressDate.day(in: address, scanner.vocabulary) else { return }
    let trust: DateTrust =
      switch found.form {
      case _ where found.isSpan: .oneOfSeveralDays
      case .parted: .addressOfParts
      case .inner, .compact: .addressOfDigits
      case .long: .addressOfLongNumber
      }
    add(found.day, .url, trust)
  }
}

/// The day in a page's address: `/2013/02/03/`, `/2013-02-03-title`, `/20130203/`, `/2013/feb/03/`, `/03-02-2013/`.
enum AddressDate {
  enum Form {
    /// At the beginning of a segment of the path.
    case parted
    /// Inside a segment, where it may be the day of an event.
    case inner
    /// Eight digits in a row.
    case compact
    /// The first digits of a number with more than eleven, as content systems number articles: 2013020310150012345.
    case long
  }

  struct Found {
    var day: Day
    var form: Form
    /// Whether the number of another day precedes it: `14-20-january-2013`.
    var isSpan = false
  }

  static func day(in address: String, _ vocabulary: PageVocabulary) -> Found? {
    let bytes = Array(address.utf8)
    // The parts after `?` and `#` depend on the reader's visit, not on the article.
    let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
    var at = 0
    var long: Day?
    while at < end {
      guard bytes[at].isDigit, at == 0 || !bytes[at - 1].isDigit else {
        at += 1
        continue
      }
      let first = number(bytes, at, end)
      if first.digits == 8,
        let day = Day(year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100), isRecent(day)
      {
        return Found(day: day, form: .compact)
      }
      if first.digits == mostDigits, at + shortestLong <= end, bytes[at..<at + shortestLong].allSatisfy(\.isDigit),
        long == nil, isClock(first.value % 10_000),
        let day = Day(
          year: first.value / 100_000_000, month: first.value / 1_000_000 % 100, day: first.value / 10_000 % 100),
        isRecent(day)
      {
        long = day
      }
      if let day = parted(bytes, at, end, first, vocabulary) {
        let form: Form = at == 0 || bytes[at - 1] == UInt8(ascii: "/") ? .parted : .inner
        return Found(day: day, form: form, isSpan: first.digits == 2 && hasDay(bytes, before: at))
      }
      at += first.digits
    }
    return long.map { Found(day: $0, form: .long) }
  }

  /// Whether four digits are an hour and a minute.
  private static func isClock(_ value: Int) -> Bool { value / 100 < 24 && value % 100 < 60 }

  /// Whether a number of one or two digits and a hyphen precede `at`. A longer number is not a day.
  private static func hasDay(_ bytes: [UInt8], before at: Int) -> Bool {
    at >= 3 && bytes[at - 1] == UInt8(ascii: "-") && bytes[at - 2].isDigit
      && !(at >= 4 && bytes[at - 3].isDigit && bytes[at - 4].isDigit)
  }

  private static func parted(
    _ bytes: [UInt8], _ at: Int, _ end: Int, _ first: (value: Int, digits: Int), _ vocabulary: PageVocabulary
  ) -> Day? {
    guard first.digits == 4 || first.digits == 2, let mark = mark(bytes, at + first.digits, end) else { return nil }
    var next = at + first.digits + 1
    var month: Int
    if next < end, bytes[next].isDigit {
      let second = number(bytes, next, end)
      guard second.digits <= 2 else { return nil }
      month = second.value
      next += second.digits
    } else {
      var stop = next
      while stop < end, bytes[stop].isASCIILetter { stop += 1 }
      guard let named = vocabulary.months.month(bytes, next..<stop) else { return nil }
      month = named
      next = stop
    }
    guard let second = self.mark(bytes, next, end), second == mark || mark == UInt8(ascii: "/"), next + 1 < end,
      bytes[next + 1].isDigit
    else { return nil }
    let third = number(bytes, next + 1, end)
    let day: Day?
    if first.digits == 4, third.digits <= 2 {
      day = Day(year: first.value, month: month, day: third.value)
    } else if first.digits == 2, third.digits == 4 {
      day = Day(year: third.value, month: month, day: first.value)
    } else {
      day = nil
    }
    return day.flatMap { isRecent($0) ? $0 : nil }
  }

  /// The mark that separates the parts of a day.
  private static func mark(_ bytes: [UInt8], _ at: Int, _ end: Int) -> UInt8? {
    guard at < end else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): return bytes[at]
    default: return nil
    }
  }

  private static func number(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (value: Int, digits: Int) {
    var value = 0
    var stop = at
    while stop < end, stop - at < mostDigits, bytes[stop].isDigit {
      value = value * 10 + Int(bytes[stop] & 15)
      stop += 1
    }
    return (value, stop - at)
  }

  /// A number of 14 digits is the instant at which a web archive fetched the page.
  private static let shortestLong = 15
  /// A longer number is not part of a date.
  private static let mostDigits = 12

  private static func isRecent(_ day: Day) -> Bool { BelievableDays.yearsInAddresses.contains(day.civil.year) }
}
