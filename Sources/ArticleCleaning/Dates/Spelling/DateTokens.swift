import TextScanning

/// Reads the parts of a date: numbers, words, and the gaps between them.
extension DateScanner {
  /// Reads the digits at `at`, which must all be of one script.
  func number(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Number? {
    var value = 0
    var digits = 0
    var end = at
    while end < range.upperBound, digits < Self.mostDigits {
      let scalar = Scalars.decode(bytes, end, range.upperBound)
      guard let digit = Self.digit(scalar.value) else { break }
      value = value * 10 + digit
      digits += 1
      end += scalar.length
    }
    return digits == 0 ? nil : Number(value: value, digits: digits, range: at..<end)
  }

  /// A longer number is not part of a date.
  private static let mostDigits = 12
  // In bytes.
  private static let longestWord = 40
  private static let longestGap = 8
  private static let longestGapBefore = 6
  private static let mostMarks = 2

  private static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x30...0x39: Int(scalar - 0x30)
    case 0x660...0x669: Int(scalar - 0x660)
    case 0x6F0...0x6F9: Int(scalar - 0x6F0)
    case 0x966...0x96F: Int(scalar - 0x966)
    case 0x9E6...0x9EF: Int(scalar - 0x9E6)
    case 0xE50...0xE59: Int(scalar - 0xE50)
    case 0xFF10...0xFF19: Int(scalar - 0xFF10)
    default: nil
    }
  }

  /// Reads a year of four digits, or of two digits that are not followed by a digit, a colon or a percent sign.
  func year(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>, of month: Int) -> Number? {
    guard var year = number(bytes, at, range), !hasDigit(bytes, year.range.upperBound, range)
    else { return nil }
    if year.digits == 4 { return isYear(year.value, ofMonth: month) ? year : nil }
    guard year.digits == 2 else { return nil }
    if year.range.upperBound < range.upperBound {
      switch bytes[year.range.upperBound] {
      case UInt8(ascii: ":"), UInt8(ascii: "%"), UInt8(ascii: "h"): return nil
      default: break
      }
    }
    guard at > range.lowerBound, Self.isMark(bytes[at - 1]) && bytes[at - 1] != UInt8(ascii: ".")
    else { return nil }
    year.value = Self.fullYear(year.value)
    return year
  }

  /// The year from 1970 to 2069 that ends in these two digits.
  static func fullYear(_ value: Int) -> Int { value + (value < 70 ? 2000 : 1900) }

  /// Reads the number after the mark at `at`. A space may follow a full stop: `13. 2. 2013`.
  func number(_ bytes: [UInt8], behind mark: UInt8, _ at: Int, _ range: Range<Int>) -> Number? {
    guard at < range.upperBound, bytes[at] == mark else { return nil }
    let hasSpace = mark == UInt8(ascii: ".") && at + 1 < range.upperBound && bytes[at + 1] == 0x20
    return number(bytes, at + (hasSpace ? 2 : 1), range)
  }

  /// The marks that separate the numbers of a date.
  static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  func word(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Range<Int> {
    var end = at
    while end < range.upperBound, end - at < Self.longestWord {
      let scalar = Scalars.decode(bytes, end, range.upperBound)
      if Scalars.letterCase(scalar.value) == .none { break }
      end += scalar.length
    }
    return at..<end
  }

  func word(_ bytes: [UInt8], endingAt end: Int, _ range: Range<Int>) -> Range<Int> {
    var start = end
    while start > range.lowerBound, end - start < Self.longestWord {
      var at = start - 1
      while at > range.lowerBound, bytes[at] & 0xC0 == 0x80 { at -= 1 }
      if Scalars.letterCase(Scalars.decode(bytes, at, end).value) == .none { break }
      start = at
    }
    return start..<end
  }

  /// Reads the name of a month and returns its number and the end of the name. The name may have two words (`كانون
  /// الثاني`), full stops (`มี.ค.`) or be a word and a number (`tháng 3`), and the same month may follow in another
  /// language (`آذار/مارس`).
  func month(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> (month: Int, end: Int)? {
    let first = word(bytes, at, range)
    guard !first.isEmpty else { return nil }
    if let month = vocabulary.months.month(bytes, first) {
      let next = first.upperBound + 1
      if next < range.upperBound, bytes[first.upperBound] == UInt8(ascii: "/"),
        case let second = word(bytes, next, range), vocabulary.months.month(bytes, second) == month
      {
        return (month, second.upperBound)
      }
      return (month, first.upperBound)
    }
    guard bytes[at] >= 0x80 || bytes[at] | 0x20 == UInt8(ascii: "t"), first.upperBound + 1 < range.upperBound,
      bytes[first.upperBound] == 0x20 || bytes[first.upperBound] == UInt8(ascii: ".")
    else { return nil }
    let second = word(bytes, first.upperBound + 1, range)
    if let month = vocabulary.months.month(bytes, at..<second.upperBound) { return (month, second.upperBound) }
    if second.isEmpty, first.count == Self.vietnameseMonth.count,
      zip(bytes[first], Self.vietnameseMonth).allSatisfy({ $0 | ($0 < 0x80 ? 0x20 : 0) == $1 }),
      let month = number(bytes, first.upperBound + 1, range), (1...12).contains(month.value)
    {
      return (month.value, month.range.upperBound)
    }
    return nil
  }

  private static let vietnameseMonth = Array("tháng".utf8)

  /// Skips the characters between the parts of a date: spaces and at most two marks, such as a full stop, a comma or a
  /// hyphen.
  func skipGap(_ bytes: [UInt8], _ start: Int, _ range: Range<Int>) -> Int {
    var at = start
    var marks = 0
    while at < range.upperBound, at - start < Self.longestGap {
      let space = Scalars.spaceLength(bytes, at, range.upperBound)
      if space > 0 {
        at += space
      } else if marks < Self.mostMarks, Self.isMark(bytes[at]) {
        at += 1
        marks += 1
      } else if marks < Self.mostMarks, at + 1 < range.upperBound, bytes[at] == 0xD8, bytes[at + 1] == 0x8C {
        at += 2
        marks += 1
      } else {
        break
      }
    }
    return at
  }

  func skipGap(_ bytes: [UInt8], before end: Int, _ range: Range<Int>) -> Int {
    var at = end
    while at > range.lowerBound, end - at < Self.longestGapBefore {
      let space = Scalars.spaceLength(bytes, before: at, range.lowerBound)
      if space > 0 {
        at -= space
      } else if Self.isMark(bytes[at - 1]) {
        at -= 1
      } else {
        break
      }
    }
    return at
  }

  func skipSpaces(_ bytes: [UInt8], _ start: Int, _ range: Range<Int>) -> Int {
    var at = start
    while at < range.upperBound {
      let space = Scalars.spaceLength(bytes, at, range.upperBound)
      if space == 0 { break }
      at += space
    }
    return at
  }

  /// Skips one of the three-byte characters `units`, and spaces before it; nil if there is none of them.
  func eastAsianUnit(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>, _ units: [UInt32]) -> Int? {
    let at = skipSpaces(bytes, at, range)
    guard at + 2 < range.upperBound else { return nil }
    let unit = UInt32(bytes[at]) << 16 | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2])
    return units.contains(unit) ? at + 3 : nil
  }

  /// Whether the number at `at` continues a longer number or an amount.
  func continuesNumber(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Bool {
    guard at > range.lowerBound else { return false }
    let byte = bytes[at - 1]
    if byte.isDigit || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#") { return true }
    // This is a decimal, or the end of a longer number with marks: 10.03.02.2013.
    return at - 2 >= range.lowerBound && bytes[at - 2].isDigit
      && (byte == UInt8(ascii: ":") || Self.isMark(byte) && byte != UInt8(ascii: "-"))
  }

  func hasDigit(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Bool {
    at < range.upperBound && bytes[at].isDigit
  }

  /// Whether the mark may separate the parts of a date.
  @inline(__always)
  static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// Whether the text at `at` is a clock time such as `12:44` and nothing else.
  func isClock(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Bool {
    guard let hour = number(bytes, at, range), hour.digits == 2, hour.range.upperBound < range.upperBound else {
      return false
    }
    return bytes[hour.range.upperBound] == UInt8(ascii: ":")
  }

  /// Skips the ending of an ordinal number, if there is one, and the gap after it: `3rd of February`.
  func skipOrdinal(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Int {
    let ending = word(bytes, at, range)
    return skipGap(bytes, Self.contains(Self.ordinals, bytes, ending) ? ending.upperBound : at, range)
  }

  /// Skips a word that joins the parts of a date or names the era, if there is one, and the gap after it: `3 de febrero
  /// de 2013`, `12 มีนาคม พ.ศ. 2562`.
  func skipLink(_ bytes: [UInt8], _ at: Int, _ range: Range<Int>) -> Int {
    for era in Self.eras where bytes[at..<range.upperBound].starts(with: era) {
      return skipGap(bytes, at + era.count, range)
    }
    let link = word(bytes, at, range)
    return Self.contains(Self.links, bytes, link) ? skipGap(bytes, link.upperBound, range) : at
  }

  private static let eras = ["พ.ศ.", "ค.ศ.", "năm"].map { Array($0.utf8) }

  static func contains(_ words: [[UInt8]], _ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    guard (1...4).contains(word.count) else { return false }
    return words.contains { $0.count == word.count && zip($0, bytes[word]).allSatisfy { $0 == ($1 | 0x20) } }
  }

  private static let ordinals = ["st", "nd", "rd", "th", "er", "e", "re", "o", "a", "te"].map { Array($0.utf8) }
  private static let links = ["of", "de", "del", "di", "d", "at", "den"].map { Array($0.utf8) }
}
