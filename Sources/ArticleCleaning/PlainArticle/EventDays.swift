import NewsModel

/// The days of all lines without text, in order. At least three that reach later days belong to a timeline, and are the
/// days of its events.
struct EventDays {
  /// The days that stand alone on their lines.
  private var bare: [Day] = []
  /// The days that stand beside names.
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

  /// Whether the line has the day of an event. A line with a label, an author or an agency has none.
  func include(_ line: PublicationLine) -> Bool {
    if line.author != nil || line.agency != nil || line.days.contains(where: { $0.label != nil }) { return false }
    let days = line.isBare ? bare : named
    return days.count >= Self.shortestTimeline && days.contains { $0 > days[0] }
  }
}
