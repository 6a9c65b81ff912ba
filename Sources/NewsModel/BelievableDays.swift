/// The days on which a document can have been published. Every day that an input names is checked here, whether it
/// comes from a page, a record's field, a web archive, a path or a text.
///
/// A day that is not believed is kept among the document's candidates with its doubt, but never becomes the document's
/// day.
package struct BelievableDays: Sendable, Equatable {
  /// The first newspaper, the "Relation" of Strasbourg, began in 1605. Later days are believed if a record or a page
  /// declares them, as for digitised newspapers.
  package static let earliest = Day(year: 1605, month: 1, day: 1)!
  /// The clock is not consulted, so that the same input gives the same output in any year. Later days are errors or
  /// placeholders.
  package static let latest = Day(year: 2100, month: 12, day: 31)!
  /// The years that a four-digit number in running text can mean; earlier years usually refer to history rather than
  /// publication.
  package static let yearsInText = 1900...2100
  /// The years that an address or a file name can contain; the web began in 1991.
  package static let yearsInAddresses = 1991...2100
  /// 1970-01-01, the start of computer time. Software that knows no date writes it far more often than news of that day
  /// occurs.
  package static let epoch = Day(ordinal: 0)

  /// The last day that is believed.
  package let latest: Day

  /// - Parameter latest: the day after which no document was published, if that is known.
  package init(latest: Day? = nil) { self.latest = min(latest ?? Self.latest, Self.latest) }

  /// Returns the same check with `day` as an additional upper limit.
  package func until(_ day: Day?) -> BelievableDays { BelievableDays(latest: day.map { min($0, latest) } ?? latest) }

  /// Returns the reason why a day is not believed; nil if it is believed.
  package func doubt(of day: Day) -> DateDoubt? {
    if day == Self.epoch { return .epoch }
    if day < Self.earliest { return .tooEarly }
    return day > latest ? .future : nil
  }

  /// The words of a problem's reason, `is not believed: it is later than 2100-12-31`; nil if the day is believed.
  package func objection(to day: Day) -> String? {
    switch doubt(of: day) {
    case .epoch: "is not believed: it is the day that software writes if the date is unknown"
    case .tooEarly: "is not believed: it is earlier than the first newspaper, of \(Self.earliest.civil.year)"
    case .future: "is not believed: it is later than \(latest)"
    case .ambiguous, .disagreement, nil: nil
    }
  }
}
