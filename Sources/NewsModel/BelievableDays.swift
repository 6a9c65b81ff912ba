/// The days on which a document can have been published: the one check for every day that an input names, whether a
/// page, a record's field, a web archive, a path or a text names it.
///
/// A day that is not believed is kept among a document's candidates with its doubt, and is never the document's day.
package struct BelievableDays: Sendable, Equatable {
  /// The first newspaper, the "Relation" of Strasbourg, began in 1605. Digitised newspapers of later years are
  /// believed when a record or a page declares their day.
  package static let earliest = Day(year: 1605, month: 1, day: 1)!
  /// No clock is asked, so that the same input gives the same output in any year; later days are slips and fillers.
  package static let latest = Day(year: 2100, month: 12, day: 31)!
  /// Numbers of four digits in running text are years only here: earlier ones are history as a rule, not publication.
  package static let yearsInText = 1900...2100
  /// The web began in 1991, and so did the names of saved files that hold a day.
  package static let yearsInAddresses = 1991...2100
  /// Software that knows no date writes zero, the instant from which computers count. That is far more frequent than
  /// news of that New Year's Day.
  package static let epoch = Day(ordinal: 0)

  /// The last day that is believed.
  package let latest: Day

  /// - Parameter latest: the day after which no document was published, where that is known.
  package init(latest: Day? = nil) { self.latest = min(latest ?? Self.latest, Self.latest) }

  /// Not later than the day either.
  package func until(_ day: Day?) -> BelievableDays { BelievableDays(latest: day.map { min($0, latest) } ?? latest) }

  package enum Doubt: String, Sendable, CaseIterable {
    case epoch
    case tooEarly = "too early"
    case future
  }

  /// Why the day is not believed; nil for one that is.
  package func doubt(of day: Day) -> Doubt? {
    if day == Self.epoch { return .epoch }
    if day < Self.earliest { return .tooEarly }
    return day > latest ? .future : nil
  }

  /// For a problem's reason: `is not believed: later than 2100-12-31`.
  package func reason(_ doubt: Doubt) -> String {
    switch doubt {
    case .epoch: "is not believed: it is the day that software writes when it knows no date"
    case .tooEarly: "is not believed: it is earlier than the first newspaper, of \(Self.earliest.civil.year)"
    case .future: "is not believed: it is later than \(latest)"
    }
  }
}

extension PublicationDate {
  /// False for a day that no document can have been published on.
  package var isBelieved: Bool { doubt.flatMap(BelievableDays.Doubt.init) == nil }
}
