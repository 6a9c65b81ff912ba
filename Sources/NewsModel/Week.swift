/// An ISO 8601 week: it starts on a Monday and belongs to the year of its Thursday.
package struct Week: Sendable, Hashable, Comparable {
  /// Weeks since the week of 1970-01-01, a Thursday.
  package let ordinal: Int

  package init(ordinal: Int) { self.ordinal = ordinal }

  package init(_ day: Day) {
    ordinal = Int((Double(day.ordinal + 3) / 7).rounded(.down))
  }

  /// Returns nil if the year has no such week.
  package init?(year: Int, number: Int) {
    guard let fourth = Day(year: year, month: 1, day: 4), (1...53).contains(number) else { return nil }
    self.init(ordinal: Week(fourth).ordinal + number - 1)
    if self.year != year { return nil }
  }

  /// Reads `2013-W05`.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-W", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2, let year = Int(parts[0]),
      let number = Int(parts[1])
    else { return nil }
    self.init(year: year, number: number)
  }

  package var monday: Day { Day(ordinal: ordinal * 7 - 3) }
  package var sunday: Day { Day(ordinal: ordinal * 7 + 3) }
  package var year: Int { Day(ordinal: ordinal * 7).civil.year }
  package var number: Int {
    let thursday = Day(ordinal: ordinal * 7)
    return (thursday.ordinal - Day(year: thursday.civil.year, month: 1, day: 1)!.ordinal) / 7 + 1
  }

  package static func < (a: Week, b: Week) -> Bool { a.ordinal < b.ordinal }
}

extension Week: Strideable {
  package func distance(to other: Week) -> Int { other.ordinal - ordinal }
  package func advanced(by weeks: Int) -> Week { Week(ordinal: ordinal + weeks) }
}

extension Week {
  /// The longest run of empty weeks that is listed week by week; a longer one is only reported as a gap.
  private static let longestListedSilence = 52

  /// The weeks between this one and a later one; empty if there are too many to list.
  package func listedWeeks(before later: Week) -> Range<Week> {
    let next = advanced(by: 1)
    return next <= later && next.distance(to: later) <= Self.longestListedSilence ? next..<later : later..<later
  }
}

extension Week: CustomStringConvertible {
  /// `2013-W05`
  package var description: String { "\(padded(year, to: 4))-W\(padded(number, to: 2))" }
}

/// Coded as text, `2013-W05`.
extension Week: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let week = Week(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a week")
    }
    self = week
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
