/// Draws a series as a row of block characters, with the tallest block for the highest value.
package enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")
  /// A week without documents, which differs from a share of zero.
  private static let gap: Character = "·"

  private static let eighths = Array("▏▎▍▌▋▊▉█")

  /// Returns a bar of at most twelve columns.
  package static func bar(_ value: Double, of highest: Double) -> String {
    guard highest > 0, value > 0 else { return "" }
    let parts = max(1, Int((value / highest * 96).rounded()))
    return String(repeating: "█", count: parts / 8) + (parts % 8 > 0 ? String(eighths[parts % 8 - 1]) : "")
  }

  /// - Parameter values: not negative; nil for a week without documents.
  package static func text(_ values: [Double?]) -> String {
    let highest = values.compactMap(\.self).max() ?? 0
    return String(
      values.map { value in
        guard let value else { return gap }
        guard highest > 0, value > 0 else { return blocks[0] }
        // Only zero has the lowest block.
        return blocks[min(7, 1 + Int(value / highest * 6.999))]
      })
  }
}
