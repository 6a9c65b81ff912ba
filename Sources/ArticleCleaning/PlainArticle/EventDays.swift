import NewsModel

/// The days of the lines that are dates and no more, in order: several that go on to later days are a timeline's, and date events.
struct EventDays {
  /// Alone on their lines, and beside names.
  private var bare: [Day] = []
  private var named: [Day] = []

  init(_ blocks: [TextBlock], _ scanner: DateScanner) {
    for block in blocks where block.date != nil {
      guard let line = DateLine(block.text, scanner), let first = line.days.first, first.label == nil else { continue }
      if line.isBare { bare.append(first.found.day) } else { named.append(first.found.day) }
    }
  }

  /// Whether the line is one of such. A label or a name says that it is not.
  func include(_ line: DateLine) -> Bool {
    if line.author != nil || line.agency != nil || line.days.contains(where: { $0.label != nil }) { return false }
    let days = line.isBare ? bare : named
    return days.count >= 3 && days.contains { $0 > days[0] }
  }
}
