import NewsModel
import TextScanning

/// A day that a document names, and the trust that it is the day of publication.
struct DateCandidate {
  var day: Day
  var method: DateMethod
  var trust: DateTrust
  /// Whether the day is that of a change, not of the publication.
  var isChange = false
  /// Whether day and month could be swapped.
  var isAmbiguous = false
  /// The clock with which the day was written; nil if the day was written without a clock time.
  var clock: Clock?

  enum Clock {
    /// Universal time, or a time whose zone is unknown.
    case universal
    /// The time zone of the site, so that the day is that of its readers.
    case local
  }
}

/// All days that a document names. The files of `Sources` add days, and `PublicationDateChoice` chooses among them.
struct DateCandidates {
  /// The days in the order in which they were found. Among equal days the first one counts.
  private(set) var all: [DateCandidate] = []
  let scanner: DateScanner

  init(scanner: DateScanner) { self.scanner = scanner }

  mutating func add(
    _ day: Day, _ method: DateMethod, _ trust: DateTrust, isChange: Bool = false, isAmbiguous: Bool = false
  ) {
    all.append(DateCandidate(day: day, method: method, trust: trust, isChange: isChange, isAmbiguous: isAmbiguous))
  }

  mutating func add(
    _ found: DateScanner.Found, _ method: DateMethod, _ trust: DateTrust, isChange: Bool = false
  ) {
    add(found.day, method, trust, isChange: isChange, isAmbiguous: found.isAmbiguous)
  }

  /// Adds the day of a value that contains nothing but a date, such as an attribute or a JSON member.
  mutating func add(
    value bytes: [UInt8], _ range: Range<Int>, _ method: DateMethod, _ trust: DateTrust, isChange: Bool = false
  ) {
    guard range.count <= Self.longestValue else { return }
    if let day = Self.instant(bytes, range) {
      add(day, method, trust, isChange: isChange)
    } else if var found = scanner.dates(in: bytes, range).first {
      defer { all[all.count - 1].clock = Self.clock(bytes, found.range.upperBound..<range.upperBound) }
      if found.day == Self.eveOfEpoch, Self.isClock(bytes, found.range.upperBound..<range.upperBound) {
        found.day = BelievableDays.epoch
      }
      add(found, method, trust, isChange: isChange)
    }
  }

  /// Adds the day that the head of a page declares. A day of any year is accepted if it is written as `1889-03-12`.
  mutating func add(
    declared bytes: [UInt8], _ range: Range<Int>, _ method: DateMethod, _ trust: DateTrust, isChange: Bool = false
  ) {
    let known = all.count
    add(value: bytes, range, method, trust, isChange: isChange)
    guard all.count == known, (Self.isoLength...Self.longestValue).contains(range.count),
      bytes[range.lowerBound + 4] == UInt8(ascii: "-"),
      let day = Day(iso: String(decoding: bytes[range.prefix(Self.isoLength + 1)], as: UTF8.self))
    else { return }
    add(day, method, trust, isChange: isChange)
  }

  mutating func add(declared text: String?, _ method: DateMethod, _ trust: DateTrust, isChange: Bool = false) {
    guard let text else { return }
    let bytes = Array(text.utf8)
    add(declared: bytes, 0..<bytes.count, method, trust, isChange: isChange)
  }

  /// In bytes. A longer value is running text.
  private static let longestValue = 200
  /// The number of bytes in `1889-03-12`.
  private static let isoLength = 10

  /// The start of computer time as a clock west of Greenwich shows it: `1969-12-31T19:00:00-05:00`.
  private static let eveOfEpoch = Day(ordinal: -1)

  /// Returns the clock of a time such as `T23:17:00+09:00` behind a day. Midnight stands for an unknown time.
  private static func clock(_ bytes: [UInt8], _ rest: Range<Int>) -> DateCandidate.Clock? {
    guard isClock(bytes, rest), rest.count < 6 || !bytes[rest.dropFirst().prefix(5)].elementsEqual("00:00".utf8)
    else { return nil }
    let sign = rest.last { bytes[$0] == UInt8(ascii: "+") || bytes[$0] == UInt8(ascii: "-") }
    let zone = sign.map { bytes[$0..<rest.upperBound] } ?? []
    return zone.contains { $0.isDigit && $0 != UInt8(ascii: "0") } ? .local : .universal
  }

  private static func isClock(_ bytes: [UInt8], _ rest: Range<Int>) -> Bool {
    rest.count >= 3 && (bytes[rest.lowerBound] == UInt8(ascii: "T") || bytes[rest.lowerBound] == 0x20)
      && bytes[rest.lowerBound + 1].isDigit
  }

  /// Returns the day of a number of seconds or milliseconds since 1970, as content systems write it. Smaller numbers
  /// usually mean something else.
  private static func instant(_ bytes: [UInt8], _ range: Range<Int>) -> Day? {
    guard range.count == 10 || range.count == 13, bytes[range].allSatisfy(\.isDigit) else { return nil }
    var seconds = 0
    for byte in bytes[range].prefix(10) { seconds = seconds * 10 + Int(byte & 15) }
    return seconds >= startOf1995 ? Day(ordinal: seconds / secondsOfDay) : nil
  }

  private static let startOf1995 = 788_918_400
  private static let secondsOfDay = 86_400
}
