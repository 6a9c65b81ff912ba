import NewsModel

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
      add(found.day, method, trust: trust, isChange: isChange, isAmbiguous: found.isAmbiguous)
    }
  }

  mutating func add(value text: String?, _ method: String, trust: Int, isChange: Bool = false) {
    guard let text else { return }
    let bytes = Array(text.utf8)
    add(value: bytes, 0..<bytes.count, method, trust: trust, isChange: isChange)
  }

  /// Seconds or milliseconds since 1970, as content systems write them, from 1995 on.
  private static func instant(_ bytes: [UInt8], _ range: Range<Int>) -> Day? {
    guard range.count == 10 || range.count == 13, bytes[range].allSatisfy(\.isDigit) else { return nil }
    var seconds = 0
    for byte in bytes[range].prefix(10) { seconds = seconds * 10 + Int(byte & 15) }
    return seconds >= 788_918_400 ? Day(ordinal: seconds / 86_400) : nil
  }
}
