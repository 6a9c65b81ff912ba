import NewsModel
import TextScanning

/// Returns the day in a record's date field. The accepted forms are `2013-02-03` with anything after it, `2013/02/03`,
/// `20130203`, a mail date (`Sun, 03 Feb 2013 10:00:00 GMT`, `February 3, 2013`), and seconds or milliseconds since
/// 1970. The day is taken as written, whatever the time zone. An all-numeric date that puts the day before the month is
/// not interpreted. `BelievableDays` decides whether a publication can have that day.
func dayOfField(_ text: String) -> Day? {
  if let number = Instant(text) { return number.day }
  let bytes = Array(text.utf8.drop(while: \.isWhiteSpace).prefix(64))
  var words: [[UInt8]] = []
  var word: [UInt8] = []
  for byte in bytes + [0x20] {
    let isDigit = byte.isDigit
    let isLetter = byte.isASCIILetter
    if let last = word.last, (isDigit || isLetter) != true || (last.isDigit != isDigit) {
      words.append(word)
      word = []
    }
    if isDigit || isLetter { word.append(isLetter ? byte | 0x20 : byte) }
  }
  let numbers = words.map { $0.count <= 13 ? Int(String(decoding: $0, as: UTF8.self)) : nil }
  guard let first = words.first else { return nil }
  if let number = numbers[0] {
    switch first.count {
    case 4 where numbers.count >= 3:
      guard let month = numbers[1], let day = numbers[2] else { return nil }
      let written = Day(year: number, month: month, day: day)
      // Time zero, as a clock west of Greenwich shows it: `1969-12-31T19:00:00-05:00`.
      return written == eveOfEpoch && numbers.count > 3 ? BelievableDays.epoch : written
    case 8: return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    default: break
    }
  }
  // The name of a month between the day and the year, or before both.
  guard let place = words.firstIndex(where: { month(named: $0) != nil }), let month = month(named: words[place])
  else { return nil }
  func number(_ offset: Int) -> Int? { numbers.indices.contains(place + offset) ? numbers[place + offset] : nil }
  func year(_ offset: Int) -> Int? {
    number(offset).map { words[place + offset].count > 2 ? $0 : fullYear($0) }
  }
  if let day = number(-1), let year = year(1) { return Day(year: year, month: month, day: day) }
  if let day = number(1), let year = year(2) { return Day(year: year, month: month, day: day) }
  return nil
}

private let eveOfEpoch = Day(ordinal: -1)

/// A number of seconds or milliseconds since 1970, and nothing else: `1362304800`, `-3786825600`, `1362304800.25`. A
/// number with fewer digits than the instants of 1973 is not accepted, except zero, which means that no date is known.
private struct Instant {
  private static let secondsADay = 86_400
  private static let secondsDigits = 9...10
  private static let millisecondsDigits = 12...13

  let day: Day

  init?(_ text: String) {
    var bytes = text.utf8.drop(while: \.isWhiteSpace)
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes = bytes.dropFirst() }
    let digits = bytes.prefix(while: \.isDigit)
    var rest = bytes[digits.endIndex...]
    if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop(while: \.isDigit) }
    guard !digits.isEmpty, rest.allSatisfy(\.isWhiteSpace) else { return nil }
    if digits.allSatisfy({ $0 == UInt8(ascii: "0") }) {
      // Eight zeros are a calendar date that does not exist.
      guard digits.count != 8 else { return nil }
      day = BelievableDays.epoch
      return
    }
    guard digits.count <= Self.millisecondsDigits.upperBound, var seconds = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    if Self.millisecondsDigits.contains(digits.count) {
      seconds /= 1000
    } else if !Self.secondsDigits.contains(digits.count) {
      return nil
    }
    if isNegative { seconds = -seconds }
    let days = seconds / Self.secondsADay
    day = Day(ordinal: seconds < 0 && seconds % Self.secondsADay != 0 ? days - 1 : days)
  }
}

/// Completes a two-digit year as in RFC 2822, 4.3.
private func fullYear(_ year: Int) -> Int { year < 50 ? 2000 + year : year < 100 ? 1900 + year : year }

/// Returns the number of an English month, written in full or as at least its first three letters.
private func month(named word: [UInt8]) -> Int? {
  let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  guard word.count >= 3 else { return nil }
  return names.firstIndex { $0.utf8.starts(with: word) || word == Array("sept".utf8) && $0 == "september" }.map {
    $0 + 1
  }
}
