import TextScanning

/// Decides whether a date is one of several days, such as those of an event or a report: "11-12 July 2013".
extension DateScanner {
  /// Whether a day and a hyphen precede the date: `14. - ` or `14-`.
  func hasDay(_ bytes: [UInt8], before start: Int, _ range: Range<Int>) -> Bool {
    guard var at = dash(bytes, before: start, range) else { return false }
    if at > range.lowerBound, bytes[at - 1] == UInt8(ascii: ".") { at -= 1 }
    var digits = 0
    while at > range.lowerBound, bytes[at - 1].isDigit, digits < 3 {
      at -= 1
      digits += 1
    }
    return (1...2).contains(digits) && (at == range.lowerBound || bytes[at - 1] == 0x20 || !Self.isMark(bytes[at - 1]))
  }

  /// Whether a hyphen and a day follow the date: `-12`, but not the clock time `- 10:30`.
  func hasDay(_ bytes: [UInt8], after end: Int, _ range: Range<Int>) -> Bool {
    guard let at = dash(bytes, after: end, range), let day = number(bytes, at, range), day.digits <= 2,
      (1...31).contains(day.value)
    else { return false }
    guard day.range.upperBound < range.upperBound else { return true }
    let next = bytes[day.range.upperBound]
    let unit = word(bytes, skipSpaces(bytes, day.range.upperBound, range), range)
    if Self.contains(Self.hours, bytes, unit) { return false }
    return !next.isASCIILetter && next != UInt8(ascii: ":") && !(Self.isMark(next) && next != UInt8(ascii: ","))
  }

  private func dash(_ bytes: [UInt8], before end: Int, _ range: Range<Int>) -> Int? {
    let at = skipSpaces(bytes, before: end, range)
    for dash in Self.dashes where at - dash.count >= range.lowerBound && bytes[at - dash.count..<at].elementsEqual(dash)
    {
      return skipSpaces(bytes, before: at - dash.count, range)
    }
    return nil
  }

  private func dash(_ bytes: [UInt8], after start: Int, _ range: Range<Int>) -> Int? {
    let at = skipSpaces(bytes, start, range)
    for dash in Self.dashes where at + dash.count <= range.upperBound && bytes[at..<at + dash.count].elementsEqual(dash)
    {
      return skipSpaces(bytes, at + dash.count, range)
    }
    return nil
  }

  private func skipSpaces(_ bytes: [UInt8], before end: Int, _ range: Range<Int>) -> Int {
    var at = end
    while at > range.lowerBound {
      let space = Scalars.spaceLength(bytes, before: at, range.lowerBound)
      if space == 0 { break }
      at -= space
    }
    return at
  }

  private static let dashes = ["-", "–", "—", "~", "～"].map { Array($0.utf8) }

  /// Words that follow the number of a clock time.
  private static let hours = ["uhr", "h", "am", "pm", "ч"].map { Array($0.utf8) }
}
