import NewsModel
import TextScanning

/// Every publication date that a page offers, with the method that found it and how far that method can be trusted.
struct DateCandidates {
  struct Candidate {
    var day: Day
    var method: String
    /// 0 to 100: about the share of pages on which the method names the day of publication.
    var trust: Int
    /// The day of a change, not of publication.
    var isChange = false
    var isAmbiguous = false
  }

  private(set) var all: [Candidate] = []
  let scanner: DateScanner

  init(scanner: DateScanner) { self.scanner = scanner }

  mutating func add(_ day: Day, _ method: String, trust: Int, isChange: Bool = false, isAmbiguous: Bool = false) {
    all.append(Candidate(day: day, method: method, trust: trust, isChange: isChange, isAmbiguous: isAmbiguous))
  }

  /// A value that is a date and nothing else: of an attribute, a JSON member.
  mutating func add(value bytes: [UInt8], _ range: Range<Int>, _ method: String, trust: Int, isChange: Bool = false) {
    guard range.count <= 200 else { return }
    if let day = Self.instant(bytes, range) {
      add(day, method, trust: trust, isChange: isChange)
    } else if let found = scanner.dates(in: bytes, range).first {
      let day =
        found.day == Self.eveOfEpoch && Self.isClock(bytes, found.range.upperBound..<range.upperBound)
        ? BelievableDays.epoch : found.day
      add(day, method, trust: trust, isChange: isChange, isAmbiguous: found.isAmbiguous)
    }
  }

  /// What the page's head declares to be its date: of any year, where it is written `1889-03-12`.
  mutating func add(
    declared bytes: [UInt8], _ range: Range<Int>, _ method: String, trust: Int, isChange: Bool = false
  ) {
    let known = all.count
    add(value: bytes, range, method, trust: trust, isChange: isChange)
    guard all.count == known, range.count >= 10, range.count <= 200, bytes[range.lowerBound + 4] == UInt8(ascii: "-"),
      let day = Day(iso: String(decoding: bytes[range.prefix(11)], as: UTF8.self))
    else { return }
    add(day, method, trust: trust, isChange: isChange)
  }

  mutating func add(declared text: String?, _ method: String, trust: Int, isChange: Bool = false) {
    guard let text else { return }
    let bytes = Array(text.utf8)
    add(declared: bytes, 0..<bytes.count, method, trust: trust, isChange: isChange)
  }

  /// Zero, written as the clock has it west of Greenwich: `1969-12-31T19:00:00-05:00`.
  private static let eveOfEpoch = Day(ordinal: -1)

  private static func isClock(_ bytes: [UInt8], _ rest: Range<Int>) -> Bool {
    rest.count >= 3 && (bytes[rest.lowerBound] == UInt8(ascii: "T") || bytes[rest.lowerBound] == 0x20)
      && bytes[rest.lowerBound + 1].isDigit
  }

  /// Seconds or milliseconds since 1970, as content systems write them, from 1995 on.
  private static func instant(_ bytes: [UInt8], _ range: Range<Int>) -> Day? {
    guard range.count == 10 || range.count == 13, bytes[range].allSatisfy(\.isDigit) else { return nil }
    var seconds = 0
    for byte in bytes[range].prefix(10) { seconds = seconds * 10 + Int(byte & 15) }
    return seconds >= 788_918_400 ? Day(ordinal: seconds / 86_400) : nil
  }
}
