/// A series as a row of blocks, the highest value the tallest.
package enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")
  /// A week without documents is no zero.
  private static let gap: Character = "·"

  private static let eighths = Array("▏▎▍▌▋▊▉█")

  /// A bar of twelve columns at most.
  package static func bar(_ value: Double, of highest: Double) -> String {
    guard highest > 0, value > 0 else { return "" }
    let parts = max(1, Int((value / highest * 96).rounded()))
    return String(repeating: "█", count: parts / 8) + (parts % 8 > 0 ? String(eighths[parts % 8 - 1]) : "")
  }

  /// - Parameter values: none of them below zero; nil where there is none.
  package static func text(_ values: [Double?]) -> String {
    let highest = values.compactMap(\.self).max() ?? 0
    return String(
      values.map { value in
        guard let value else { return gap }
        guard highest > 0, value > 0 else { return blocks[0] }
        // Zero alone has the lowest block.
        return blocks[min(7, 1 + Int(value / highest * 6.999))]
      })
  }
}
