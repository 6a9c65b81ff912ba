/// Draws a series as a row of block characters, with the tallest block for the highest value of the scale.
package enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")
  /// A week without documents, which differs from a share of zero.
  private static let gap: Character = "·"

  private static let eighths = Array("▏▎▍▌▋▊▉█")

  /// Returns a bar of at most twelve columns.
  package static func bar(_ value: Double, of highest: Double) -> String {
    guard highest > 0, value > 0 else { return "" }
    let parts = max(1, Int((min(1, value / highest) * 96).rounded()))
    return String(repeating: "█", count: parts / 8) + (parts % 8 > 0 ? String(eighths[parts % 8 - 1]) : "")
  }

  /// - Parameters:
  ///   - values: not negative; nil for a week without documents.
  ///   - highest: the value of the tallest block, which larger values have too.
  package static func text(_ values: [Double?], highest: Double) -> String {
    return String(
      values.map { value in
        guard let value else { return gap }
        guard highest > 0, value > 0 else { return blocks[0] }
        // Only zero has the lowest block.
        return blocks[1 + Int(min(1, value / highest) * 6.999)]
      })
  }
}
