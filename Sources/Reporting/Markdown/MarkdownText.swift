import TextScanning

extension String {
  /// The text on one line, escaped for Markdown. No character keeps a special meaning in CommonMark, in GitHub's
  /// tables, autolinks, formulas and emoji, in Obsidian's comments and highlights, or in Jekyll's templates.
  ///
  /// White space is reduced to single spaces; control characters are shown as escapes.
  package var markdownEscaped: String {
    let bytes = Array(onOneLine.utf8)
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count + 8)
    for (i, byte) in bytes.enumerated() {
      let next = i + 1 < bytes.count ? bytes[i + 1] : 0
      if hasMeaning(byte, next: next, before: bytes[..<i]) { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// The string on one line, without white space at its ends and with single spaces inside; control characters are
  /// shown as escapes.
  package var onOneLine: String {
    var scalars = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in unicodeScalars {
      if scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) || scalar.value == 0x85 || scalar.value == 0x2028
        || scalar.value == 0x2029
      {
        pendingSpace = !scalars.isEmpty
        continue
      }
      if pendingSpace { scalars.append(" ") }
      pendingSpace = false
      scalars.append(scalar)
    }
    return String(scalars).visiblyEscaped
  }
}

/// Whether the byte could be markup if it is not escaped.
private func hasMeaning(_ byte: UInt8, next: UInt8, before: ArraySlice<UInt8>) -> Bool {
  switch byte {
  case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
    UInt8(ascii: "]"),
    UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "^"),
    UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "@"):
    return true
  case UInt8(ascii: "&"): return next == UInt8(ascii: "#") || isLetterOrDigit(next)
  // `http://`, `:emoji:`
  case UInt8(ascii: ":"): return next != 0 && next != UInt8(ascii: " ")
  // Obsidian's comment, Liquid's tag
  case UInt8(ascii: "%"): return next == byte || before.last == byte
  case UInt8(ascii: "!"): return next == UInt8(ascii: "[")
  // Lists and rules occur only at the beginning of a line, and a space follows the mark: `- a`, `1. a`, `1) a`.
  case UInt8(ascii: "-"), UInt8(ascii: "+"):
    return before.isEmpty && (next == 0 || next == UInt8(ascii: " ") || next == byte)
  case UInt8(ascii: "."), UInt8(ascii: ")"):
    let isListNumber =
      (next == 0 || next == UInt8(ascii: " ")) && !before.isEmpty && before.count < 10
      && before.allSatisfy(\.isDigit)
    return isListNumber || (byte == UInt8(ascii: ".") && endsInWWW(before))
  default: return false
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  byte.isDigit || byte.isASCIILetter
}

/// GitHub turns `www.example.org` into a link.
private func endsInWWW(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.count >= 3 && bytes.suffix(3).allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
}
