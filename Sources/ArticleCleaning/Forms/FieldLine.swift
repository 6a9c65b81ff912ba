import TextScanning

/// A line "Label: value" of a form.
struct FieldLine {
  var label: Range<Int>
  /// Without surrounding blanks; empty if the value is missing or stands on the next line.
  var value: Range<Int>

  /// The longest label, in bytes and words: "Person (Organization)", "10 CFR Section".
  private static let longestLabel = 40
  private static let mostLabelWords = 5
  /// The longest value, in bytes. What is longer is a paragraph with a label before it.
  private static let longestValue = 120
  /// The fewest words of a sentence that begin with a small letter.
  private static let smallWordsOfSentence = 2

  /// Returns nil if the line is not a field, such as a sentence or a quotation after the speaker's name.
  init?(_ text: [UInt8], _ line: Range<Int>) {
    guard let label = Self.label(text, line) else { return nil }
    let value = Self.trimmed(text, label.upperBound + 1..<line.upperBound)
    guard value.count <= Self.longestValue, !Self.isSentence(text, value) else { return nil }
    self.label = label
    self.value = value
  }

  /// Returns the words before the colon with which the line opens.
  static func label(_ text: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard let first = text[line].first, first.isASCIICapital || first.isDigit || first >= 0x80 else { return nil }
    var words = 1
    var hasLetter = false
    for index in line.prefix(longestLabel + 1) {
      switch text[index] {
      case UInt8(ascii: ":"):
        let isBehind = index + 1 == line.upperBound || text[index + 1] == 0x20 || text[index + 1] == 0xC2
        return hasLetter && isBehind ? line.lowerBound..<index : nil
      case 0x20: words += 1
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "-"),
        UInt8(ascii: "&"), UInt8(ascii: "'"):
        break
      case let byte where byte.isASCIILetter || byte >= 0x80: hasLetter = true
      case let byte where byte.isDigit: break
      default: return nil
      }
      if words > mostLabelWords { return nil }
    }
    return nil
  }

  /// Whether a text ends like a sentence. A name that ends with a full stop ("SMITH & SONS, INC.") has few words with a
  /// small letter.
  static func isSentence(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard let last = text[range].last(where: { $0 != UInt8(ascii: "\"") && $0 < 0x80 }) else { return false }
    if last == UInt8(ascii: "!") || last == UInt8(ascii: "?") { return true }
    guard last == UInt8(ascii: ".") else { return false }
    let smallWords = range.dropFirst().count {
      text[$0 - 1] == 0x20 && (text[$0] >= 0x80 || (text[$0].isASCIILetter && !text[$0].isASCIICapital))
    }
    return smallWords >= smallWordsOfSentence
  }

  /// Removes blanks and no-break spaces (C2 A0) from both ends.
  static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      if text[start] == 0x20 { start += 1 } else if isNoBreakSpace(text, start, end) { start += 2 } else { break }
    }
    while end > start {
      if text[end - 1] == 0x20 {
        end -= 1
      } else if end - 2 >= start, isNoBreakSpace(text, end - 2, end) {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  static func isNoBreakSpace(_ text: [UInt8], _ at: Int, _ end: Int) -> Bool {
    text[at] == 0xC2 && at + 1 < end && text[at + 1] == 0xA0
  }
}
