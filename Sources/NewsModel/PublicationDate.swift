/// A publication day, the method that found it, and the reason to doubt it, if there is one.
package struct PublicationDate: Sendable, Equatable {
  package var day: Day
  package var method: DateMethod
  /// Nil if there is no reason to doubt the date.
  package var doubt: DateDoubt?

  package init(day: Day, method: DateMethod, doubt: DateDoubt? = nil) {
    self.day = day
    self.method = method
    self.doubt = doubt
  }

  /// False if no document can have been published on this day.
  package var isBelieved: Bool { doubt?.rulesOut != true }
}

/// A reason for doubting a date. The raw value is the text that is stored and printed.
package enum DateDoubt: String, Sendable, CaseIterable {
  /// No document can have been published on the day (`BelievableDays`).
  case epoch
  case tooEarly = "too early"
  case future
  /// The day and the month of an all-digit date could be swapped.
  case ambiguous = "day/month ambiguous"
  /// Another method with nearly as much trust names another day.
  case disagreement

  /// Whether the day cannot be the document's. The other doubts do not affect which day is chosen.
  package var rulesOut: Bool {
    switch self {
    case .epoch, .tooEarly, .future: true
    case .ambiguous, .disagreement: false
    }
  }
}
