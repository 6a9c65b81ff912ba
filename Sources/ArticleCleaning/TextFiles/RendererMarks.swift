import TextScanning

/// The marks that a renderer writes for things that are not text: form fields, buttons, frames, pictures without a
/// name, numbers of links.
struct RendererMarks {
  /// Whether lynx numbered the links of this text, `[1]` to `[n]` in reading order.
  let hasLinkNumbers: Bool
  /// Whether the numbers are before words, as a renderer writes them. The references of an article follow words.
  let opensLinks: Bool

  init(_ text: [UInt8]) {
    // There must be eight in sequence. The footnote marks of an article are few, and are repeated or not in sequence.
    var expected = 1
    var opening = 0
    var at = 0
    while at < text.count {
      if text[at] == UInt8(ascii: "["), let mark = Self.number(text, at, text.count), mark.value == expected {
        expected += 1
        let isBehindWord = at > 0 && text[at - 1] > 0x20 && text[at - 1] != UInt8(ascii: "(")
        at += mark.length
        if !isBehindWord, at < text.count, text[at] > 0x20 { opening += 1 }
      } else {
        at += 1
      }
    }
    hasLinkNumbers = expected > 8
    opensLinks = hasLinkNumbers && opening * 2 >= expected
  }

  struct Stripped {
    var text: [UInt8] = []
    var controls = 0
    var linkNumbers = 0
  }

  /// Returns the text of a block without marks, and the number of marks.
  func strip(_ text: [UInt8], _ range: Range<Int>) -> Stripped {
    var result = Stripped()
    result.text.reserveCapacity(range.count)
    let end = range.upperBound
    var at = range.lowerBound
    while at < end {
      switch text[at] {
      case UInt8(ascii: "["):
        if hasLinkNumbers, let mark = Self.number(text, at, end) {
          result.linkNumbers += 1
          at += mark.length
          continue
        }
        if let length = bracketedMark(text, at, end) {
          result.controls += 1
          at += length
          continue
        }
      case UInt8(ascii: "("):
        if let length = Self.prefix("(BUTTON)", text, at, end) ?? Self.prefix("( )", text, at, end)
          ?? Self.prefix("(_)", text, at, end) ?? Self.prefix("(*)", text, at, end)
        {
          result.controls += 1
          at += length
          continue
        }
      case UInt8(ascii: "_"):
        var stop = at
        while stop < end, text[stop] == UInt8(ascii: "_") { stop += 1 }
        if stop - at >= 3 {
          result.controls += 1
          at = stop
          continue
        }
      case UInt8(ascii: "I") where at == range.lowerBound:
        if Self.prefix("IFRAME:", text, at, end) != nil {
          result.controls += 1
          return result
        }
      default: break
      }
      result.text.append(text[at])
      at += 1
    }
    trim(&result.text)
    return result
  }

  /// Returns the length of `[INS:`, `:INS]`, a field of blanks or a picture's name: a word that nobody writes in
  /// brackets.
  private func bracketedMark(_ text: [UInt8], _ at: Int, _ end: Int) -> Int? {
    if let length = Self.prefix("[INS:", text, at, end) ?? Self.prefix("[DEL:", text, at, end) {
      var stop = at + length
      // An empty insertion ends with its closing mark.
      while stop < end, text[stop] == 0x20 { stop += 1 }
      return (Self.prefix(":INS]", text, stop, end) ?? Self.prefix(":DEL]", text, stop, end)).map { stop - at + $0 }
        ?? length
    }
    var stop = at + 1
    var blanks = 0
    var isName = false
    while stop < end, stop - at < 200, text[stop] != UInt8(ascii: "]") {
      let byte = text[stop]
      if byte == UInt8(ascii: "[") { return nil }
      if byte == 0x20 || byte == UInt8(ascii: "_") { blanks += 1 }
      if byte == UInt8(ascii: "_") || (byte == UInt8(ascii: ".") && stop + 1 < end && text[stop + 1].isASCIILetter)
        || byte == UInt8(ascii: "/")
      {
        isName = true
      }
      if byte.isDigit && stop > at + 1 && text[stop - 1].isASCIILetter { isName = true }
      stop += 1
    }
    guard stop < end, text[stop] == UInt8(ascii: "]") else { return nil }
    let length = stop - at - 1
    if blanks == length { return stop + 1 - at }
    return isName && !text[at + 1..<stop].contains(0x20) ? stop + 1 - at : nil
  }

  private func trim(_ text: inout [UInt8]) {
    while let last = text.last, last == 0x20 { text.removeLast() }
    let lead = text.prefix { $0 == 0x20 }.count
    if lead > 0 { text.removeFirst(lead) }
  }

  /// Returns the length of the word if it begins at `at` and ends before `end`.
  private static func prefix(_ word: StaticString, _ text: [UInt8], _ at: Int, _ end: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    return at + length <= end && text.span.starts(with: word, at: at) ? length : nil
  }

  /// `[12]`
  private static func number(_ text: [UInt8], _ at: Int, _ end: Int) -> (value: Int, length: Int)? {
    var stop = at + 1
    var value = 0
    while stop < end, stop - at <= 5, text[stop].isDigit {
      value = value * 10 + Int(text[stop] & 15)
      stop += 1
    }
    guard stop > at + 1, stop < end, text[stop] == UInt8(ascii: "]") else { return nil }
    return (value, stop + 1 - at)
  }
}
