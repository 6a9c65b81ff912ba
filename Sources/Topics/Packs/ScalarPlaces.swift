import ScannedText

/// Finds the line and column of a position inside a string of a YAML file, taking quotes, folding and indentation into
/// account.
struct ScalarPlaces {
  private let lines: [[Unicode.Scalar]]

  init(_ yaml: String) {
    lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
  }

  /// Returns lines and columns that begin at 1, or 0, 0 if the node has no position.
  ///
  /// - Parameter offsets: UTF-8 offsets into the scalar's string, in ascending order, so that one pass finds them all.
  func places(of offsets: [Int], in scalar: YAMLNode) -> [RuleQuery.Place] {
    guard scalar.line > 0 else { return offsets.map { _ in RuleQuery.Place(line: 0, column: 0) } }
    var line = scalar.line - 1
    var column = scalar.column - 1
    switch scalar.style {
    case .block:
      line += 1
      column = 0
    case .singleQuoted, .doubleQuoted: column += 1
    case .plain: break
    }
    var found: [RuleQuery.Place] = []
    func note() {
      let isInside = line < lines.count
      found.append(
        RuleQuery.Place(line: isInside ? line + 1 : scalar.line, column: isInside ? column + 1 : scalar.column))
    }
    var position = 0
    for letter in (scalar.text ?? "").unicodeScalars {
      if found.count == offsets.count { break }
      if !isBlank(letter) {
        skipBlanks(&line, &column)
        while found.count < offsets.count, offsets[found.count] <= position { note() }
        guard line < lines.count else { break }
        let source = lines[line][column]
        column += 1
        if scalar.style == .singleQuoted, letter == "'" { column += 1 }
        if scalar.style == .doubleQuoted, source == "\\" { column += 1 }
      }
      position += UTF8.width(letter)
    }
    // An offset past the last letter is placed right after it.
    while found.count < offsets.count { note() }
    return found
  }

  private func isBlank(_ letter: Unicode.Scalar) -> Bool {
    letter == " " || letter == "\n" || letter == "\t" || letter == "\r"
  }

  private func skipBlanks(_ line: inout Int, _ column: inout Int) {
    while line < lines.count {
      while column < lines[line].count, isBlank(lines[line][column]) { column += 1 }
      if column < lines[line].count { return }
      line += 1
      column = 0
    }
  }
}
