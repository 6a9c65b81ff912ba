import NewsModel

/// The day that a record's date field names: `2013-02-03` and what may follow it, `2013/02/03`, `20130203`, a mail
/// date (`Sun, 03 Feb 2013 10:00:00 GMT`, `February 3, 2013`), or seconds or milliseconds since 1970. The day is the
/// one that is written, whatever the time zone. Days before months in figures alone are not guessed.
func dayOfField(_ text: String) -> Day? {
  let bytes = Array(text.utf8.drop(while: isBlank).prefix(64))
  var words: [[UInt8]] = []
  var word: [UInt8] = []
  for byte in bytes + [0x20] {
    let isDigit = (0x30...0x39).contains(byte)
    let isLetter = (0x41...0x5A).contains(byte & 0xDF)
    if let last = word.last, (isDigit || isLetter) != true || ((0x30...0x39).contains(last) != isDigit) {
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
      return Day(year: number, month: month, day: day)
    case 8: return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    case 9...10 where words.count == 1: return Day(ordinal: number / 86_400)
    case 12...13 where words.count == 1: return Day(ordinal: number / 86_400_000)
    default: break
    }
  }
  // A month's name between or before day and year.
  guard let place = words.firstIndex(where: { month(named: $0) != nil }), let month = month(named: words[place])
  else { return nil }
  func number(_ offset: Int) -> Int? { numbers.indices.contains(place + offset) ? numbers[place + offset] : nil }
  if let day = number(-1), let year = number(1) { return Day(year: fullYear(year), month: month, day: day) }
  if let day = number(1), let year = number(2) { return Day(year: fullYear(year), month: month, day: day) }
  return nil
}

/// RFC 2822, 4.3: two-digit years.
private func fullYear(_ year: Int) -> Int { year < 50 ? 2000 + year : year < 100 ? 1900 + year : year }

/// English months, whole or by their first three letters.
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
