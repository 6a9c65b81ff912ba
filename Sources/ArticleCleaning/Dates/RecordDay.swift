import NewsModel

/// The day of a record: the first day in its fields that is believed.
struct RecordDay {
  /// The chosen day, followed by the days before it that were not believed.
  private(set) var ranked: [PublicationDate] = []
  /// The reason why the document has no day although it names one, for a problem.
  private(set) var refusal: String?

  init(_ dates: [RawDocument.WrittenDate], days: BelievableDays) {
    var refused: [PublicationDate] = []
    for date in dates {
      guard let doubt = days.doubt(of: date.day), let objection = days.objection(to: date.day) else {
        ranked = [PublicationDate(day: date.day, method: date.method)] + refused
        return
      }
      refused.append(PublicationDate(day: date.day, method: date.method, doubt: doubt))
      if refusal == nil { refusal = "the day “\(date.value)” in the field “\(date.field)” \(objection)" }
    }
    ranked = refused
  }
}
