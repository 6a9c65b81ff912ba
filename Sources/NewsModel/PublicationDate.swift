/// A publication day, the method that found it, and what speaks against it.
package struct PublicationDate: Sendable, Equatable {
  package var day: Day
  package var method: DateMethod
  /// Nil if nothing speaks against the date.
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
  /// Day and month of an all-digit date could change places.
  case ambiguous = "day/month ambiguous"
  /// Another method, believed nearly as much, names another day.
  case disagreement

  /// Whether the day cannot be the document's; the other doubts leave the choice of the day as it is.
  package var rulesOut: Bool {
    switch self {
    case .epoch, .tooEarly, .future: true
    case .ambiguous, .disagreement: false
    }
  }
}
