import NewsModel

/// The day of a record: the first that one of its fields names and that is believed.
struct RecordDay {
  /// The one that is chosen, and behind it those that were not believed.
  private(set) var ranked: [PublicationDate] = []
  /// Why the document has no day though it names one: in the words of a problem's reason.
  private(set) var refusal: String?

  init(_ dates: [RawDocument.WrittenDate], days: BelievableDays) {
    var refused: [PublicationDate] = []
    for date in dates {
      guard let doubt = days.doubt(of: date.day) else {
        ranked = [PublicationDate(day: date.day, method: date.method)] + refused
        return
      }
      refused.append(PublicationDate(day: date.day, method: date.method, doubt: doubt.rawValue))
      if refusal == nil { refusal = "the day “\(date.value)” in the field “\(date.field)” \(days.reason(doubt))" }
    }
    ranked = refused
  }
}
