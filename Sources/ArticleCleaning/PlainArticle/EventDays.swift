import NewsModel

/// The days of all lines without text, in order. If there are at least three and some are later than the first, they
/// are a timeline, and its days are those of events.
struct EventDays {
  /// The days of lines that contain nothing but a date.
  private var bare: [Day] = []
  /// The days of lines that also contain names.
  private var named: [Day] = []

  private static let shortestTimeline = 3

  init(_ blocks: [TextBlock], _ scanner: DateScanner) {
    for block in blocks where block.date != nil {
      guard let line = PublicationLine(block.text, scanner), let first = line.days.first, first.label == nil else {
        continue
      }
      if line.isBare { bare.append(first.found.day) } else { named.append(first.found.day) }
    }
  }

  /// Whether the day of the line is the day of an event. This is never so for a line with a label, an author or an
  /// agency.
  func include(_ line: PublicationLine) -> Bool {
    if line.author != nil || line.agency != nil || line.days.contains(where: { $0.label != nil }) { return false }
    let days = line.isBare ? bare : named
    return days.count >= Self.shortestTimeline && days.contains { $0 > days[0] }
  }
}
