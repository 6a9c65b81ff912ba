import NewsModel
import TextScanning

extension UInt8 {
  /// Whether the byte is a visible sign of ASCII that is neither a letter nor a digit.
  fileprivate var isASCIISign: Bool { self > 0x20 && self < 0x7F && !isDigit && !isASCIILetter }
}

/// The first part of each item: its start, and what stands above it on the page and belongs to it.
struct ItemBorders {
  /// In ascending order, one for each start.
  private(set) var firsts: [Int]

  /// The most short lines above a start that belong to it, such as the kind of the event.
  private static let mostLinesAbove = 2

  /// - Parameter anchor: returns the index of the block at which an anchor with a name that ends with a value stands
  ///   ("en45603"), between two blocks; nil if there is none.
  init(_ parts: [DocumentPart], _ found: ItemStarts, anchor: (String, Range<Int>) -> Int?) {
    let starts = found.starts
    firsts = starts.map(\.part)
    if found.areHeadings { return }
    let above = Self.linesAbove(parts, starts)
    for (number, start) in starts.enumerated() {
      let limit = number == 0 ? 0 : starts[number - 1].part + 1
      var first = start.part
      while first > limit, parts[first - 1].origin == parts[start.part].origin, parts[first - 1].field == nil {
        first -= 1
      }
      let origins = (number == 0 ? 0 : parts[limit - 1].origin + 1)..<parts[start.part].origin + 1
      if !origins.isEmpty, let value = start.value, let origin = anchor(value, origins) {
        while first > limit, parts[first - 1].origin >= origin { first -= 1 }
      } else {
        first = max(limit, first - above)
        if first > limit, Self.isBanner(parts[first - 1]) { first -= 1 }
      }
      firsts[number] = first
    }
  }

  /// Returns the number of short lines that stand above every start but the first one.
  private static func linesAbove(_ parts: [DocumentPart], _ starts: [ItemStarts.Start]) -> Int {
    var least = mostLinesAbove
    for (number, start) in starts.enumerated().dropFirst() {
      var first = start.part
      while first > 0, parts[first - 1].origin == parts[start.part].origin, parts[first - 1].field == nil { first -= 1 }
      var lines = 0
      while lines < least, first - lines - 1 > starts[number - 1].part, isShortLine(parts[first - lines - 1]) {
        lines += 1
      }
      least = lines
    }
    return starts.count > 1 ? least : 0
  }

  /// Whether a line is decorated at both ends, as "!!! RETRACTED !!!" is. Such a line belongs to what follows.
  private static func isBanner(_ part: DocumentPart) -> Bool {
    let text = Array(part.block.text.utf8)
    guard part.isMainText, text.count < Thresholds.label * 2, let sign = text.first, sign.isASCIISign else {
      return false
    }
    return text.starts(with: [sign, sign, sign]) && text.suffix(3).elementsEqual([sign, sign, sign])
  }

  private static func isShortLine(_ part: DocumentPart) -> Bool {
    guard part.isMainText, part.field == nil, part.block.zone != .form else { return false }
    let text = Array(part.block.text.utf8)
    return text.count < Thresholds.shortLine && SentenceMarks.count(in: text, 0..<text.count) == 0
  }
}
