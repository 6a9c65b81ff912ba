package import NewsModel
import TextScanning

/// Finds calendar dates in text: `February 3, 2013`, `3. Februar 2013`, `3 февраля 2013`, `03.02.2013`, `2013-02-03`,
/// `2013年2月3日`.
///
/// It reads each number once, with the words next to it. Text without digits costs one comparison per byte.
package struct DateScanner: Sendable {
  /// The reading of an all-digit date such as 02/03/2013 if both readings are possible.
  package enum Order: Sendable { case dayFirst, monthFirst }

  package struct Found: Equatable, Sendable {
    package var day: Day
    /// The byte range of the date.
    package var range: Range<Int>
    /// Whether day and month could be swapped.
    package var isAmbiguous = false
    /// Whether the year was written with two digits.
    package var isShort = false
    /// Whether the date is one of several days: 11-12 July 2013, 2013/7/11-12.
    package var isSpan = false
  }

  /// The vocabulary with the names of the months.
  let vocabulary: PageVocabulary
  package var order: Order

  package init(_ vocabulary: PageVocabulary, order: Order = .monthFirst) {
    self.vocabulary = vocabulary
    self.order = order
  }

  /// Returns the dates in a range of valid UTF-8, in order.
  package func dates(in bytes: [UInt8], _ range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      guard Self.mayStartNumber(byte), let number = number(bytes, at, range) else {
        at += 1
        continue
      }
      if var date = date(bytes, number, range) {
        date.isSpan =
          hasDay(bytes, before: date.range.lowerBound, range) || hasDay(bytes, after: date.range.upperBound, range)
        found.append(date)
        at = max(date.range.upperBound, number.range.upperBound)
      } else {
        at = number.range.upperBound
      }
    }
    return found
  }

  /// Returns false for a text without a digit, in which `dates` finds nothing.
  static func mayHaveDate(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].contains(where: mayStartNumber)
  }

  /// Digits are ASCII, Arabic (D9), Persian (DB), Indian or Thai (E0) or full-width (EF).
  @inline(__always)
  private static func mayStartNumber(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == 0xD9 || byte == 0xDB || byte == 0xE0 || byte == 0xEF
  }

  // MARK: One number and the words next to it

  struct Number {
    var value: Int
    var digits: Int
    var range: Range<Int>
  }

  private func date(_ bytes: [UInt8], _ number: Number, _ range: Range<Int>) -> Found? {
    if continuesNumber(bytes, number.range.lowerBound, range) { return nil }
    switch number.digits {
    case 8: return compact(bytes, number, range)
    case 4: return yearFirst(bytes, number, range)
    case 1, 2:
      guard (1...31).contains(number.value) else { return nil }
      return dayThenName(bytes, number, range) ?? nameThenDay(bytes, number, range) ?? allDigits(bytes, number, range)
        ?? barred(bytes, number, range)
    default: return nil
    }
  }
}
