/// Compares a report in a folder with the same report recomputed from its database.
package enum ReportComparison {
  /// Returns one line per difference, in the order of the report; none if the bytes are equal.
  ///
  /// A Markdown page is compared by row and column, so that a difference is described by what the number counts. Any
  /// other file is compared line by line, and only the first different line is returned.
  package static func differences(path: String, found: [UInt8], recomputed: [UInt8]) -> [String] {
    guard found != recomputed else { return [] }
    let differences =
      path.hasSuffix(".md")
      ? MarkdownRows(found).differences(from: MarkdownRows(recomputed)) : [firstLine(found, recomputed)]
    // The bytes may differ although no row does, for example in line ends or spaces.
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
    guard i < lines.count else { return "does not have this line" }
    return "“\(String(decoding: lines[i], as: UTF8.self).visiblyEscaped.cut(toTerminalWidth: 80))”"
  }
}
