/// What differs between a report as it lies in a folder and the same report made anew from its database.
package enum ReportComparison {
  /// One line a difference, in the order of the report; none when the bytes are the same.
  ///
  /// A Markdown page is compared row by row and column by column, so that a number is named by what it counts; any other
  /// file line by line, of which the first that differs is named.
  package static func differences(path: String, found: [UInt8], recomputed: [UInt8]) -> [String] {
    guard found != recomputed else { return [] }
    let differences =
      path.hasSuffix(".md")
      ? MarkdownRows(found).differences(from: MarkdownRows(recomputed)) : [firstLine(found, recomputed)]
    // Bytes that differ where no row does: line ends, spaces.
    return (differences.isEmpty ? [firstLine(found, recomputed)] : differences).map { "\(path): \($0)" }
  }

  private static func firstLine(_ found: [UInt8], _ recomputed: [UInt8]) -> String {
    let first = lines(found)
    let second = lines(recomputed)
    let i =
      zip(first, second).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(first.count, second.count)
    return "line \(i + 1): report \(quoted(first, i)), database \(quoted(second, i))"
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  private static func quoted(_ lines: [ArraySlice<UInt8>], _ i: Int) -> String {
    guard i < lines.count else { return "has no such line" }
    return "“\(String(decoding: lines[i], as: UTF8.self).visiblyEscaped.cut(toTerminalWidth: 80))”"
  }
}
