extension String {
  /// The string on one line, with characters that would break the line or change a terminal's state shown as escapes:
  /// `\n`, `\t`, `\u{1B}`.
  package var visiblyEscaped: String {
    guard unicodeScalars.contains(where: isControl) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where isControl(scalar): text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The number of terminal columns that the string takes.
  package var terminalWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return reduce(0) { $0 + $1.terminalWidth }
  }

  /// Returns the string, or its beginning and an ellipsis if it is too wide.
  func cut(toTerminalWidth width: Int) -> String {
    guard terminalWidth > width else { return self }
    var text = ""
    var used = 0
    for character in self {
      guard used + character.terminalWidth <= width - 1 else { break }
      text.append(character)
      used += character.terminalWidth
    }
    return text + "…"
  }
}

extension Character {
  /// 2 for East Asian wide characters and emoji, 1 otherwise; combining marks are part of their character.
  ///
  /// Source: the ranges W and F of Unicode Standard Annex 11, joined where only unassigned code points lie between.
  fileprivate var terminalWidth: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x200B, 0x200C, 0x200D, 0x2060: return 0
    case 0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

/// C0, DEL, C1, and the invisible controls.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || isInvisibleControl(scalar.value)
}
