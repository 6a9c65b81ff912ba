import NewsModel
import TextScanning

/// A day from which on the pages of a site share no part of the template that its earlier pages had.
///
/// The blocks of a template are on nearly all pages between the first and the last page with them. At a change of layout
/// many of them end within a few days, and many others begin, while few are on both sides: a new box or a changed footer
/// is no new layout.
struct LayoutChange: Sendable {
  /// The number of the first page of the new layout.
  var firstPage: Int
  var day: Day
  /// The number of pages before and from that day on, with a day.
  var before: Int
  var after: Int

  /// The least number of pages on both sides.
  private static let minimumPages = 10
  /// The least number of blocks of the template that end, and that begin.
  private static let minimumBlocks = 5
  /// The share of the pages between a block's first and last page that have it, if it belongs to a template.
  private static let templateShare = 0.8
  /// The most blocks on both sides of the change, as a share of those that end or begin.
  private static let keptShare = 0.25
  /// The number of days within which the old template ends and the new one begins.
  private static let window = 7

  /// Returns the changes in order of their days.
  ///
  /// - Parameters:
  ///   - blocks: the fingerprint of each block with the number of its page.
  ///   - days: the day of each page.
  static func all(_ blocks: [(fingerprint: UInt64, page: UInt32)], days: [Day?]) -> [LayoutChange] {
    let dated = days.indices.filter { days[$0] != nil }.sorted { (days[$0]!, $0) < (days[$1]!, $1) }
    guard dated.count >= 2 * minimumPages else { return [] }
    var place = [Int](repeating: -1, count: days.count)
    for (number, page) in dated.enumerated() { place[page] = number }
    // The first and last place of each block of a template, among the pages in order of day.
    var spans: [(first: Int, last: Int)] = []
    let sorted = blocks.sorted { ($0.fingerprint, $0.page) < ($1.fingerprint, $1.page) }
    var start = 0
    while start < sorted.count {
      var end = start
      var (first, last, count) = (Int.max, -1, 0)
      while end < sorted.count, sorted[end].fingerprint == sorted[start].fingerprint {
        let at = place[Int(sorted[end].page)]
        if at >= 0 {
          first = min(first, at)
          last = max(last, at)
          count += 1
        }
        end += 1
      }
      start = end
      if count >= minimumPages, Double(count) >= templateShare * Double(last - first + 1) {
        spans.append((first, last))
      }
    }
    guard spans.count >= 2 * minimumBlocks else { return [] }
    return changes(spans, dated, days)
  }

  private static func changes(_ spans: [(first: Int, last: Int)], _ dated: [Int], _ days: [Day?]) -> [LayoutChange] {
    func day(_ place: Int) -> Int { days[dated[place]]!.ordinal }
    let ends = spans.map { day($0.last) }.sorted()
    let begins = spans.map { day($0.first) }.sorted()
    func count(_ sorted: [Int], _ range: Range<Int>) -> Int {
      sorted.partitioningIndex { $0 >= range.upperBound } - sorted.partitioningIndex { $0 >= range.lowerBound }
    }
    var changes: [LayoutChange] = []
    var place = minimumPages
    while place <= dated.count - minimumPages {
      let now = day(place)
      guard day(place - 1) < now, begins[begins.partitioningIndex { $0 >= now }...].first == now else {
        place += 1
        continue
      }
      let changed = min(count(ends, now - window..<now), count(begins, now..<now + window))
      /// The blocks that began before the window and end behind it.
      func kept() -> Int { spans.count { day($0.first) < now - window && day($0.last) >= now + window } }
      if changed >= minimumBlocks, Double(kept()) <= keptShare * Double(changed) {
        changes.append(
          LayoutChange(firstPage: dated[place], day: days[dated[place]]!, before: place, after: dated.count - place))
        while place < dated.count, day(place) < now + window { place += 1 }
      } else {
        place += 1
      }
    }
    return changes
  }

  func problem(_ document: Document) -> Problem {
    Problem(
      source: document.source, kind: .layout,
      reason:
        "the site changed its layout on \(day): the \(before) pages before share nothing of its template with the "
        + "\(after) pages after; a rise or fall at this day may be one of the cleaning")
  }
}
