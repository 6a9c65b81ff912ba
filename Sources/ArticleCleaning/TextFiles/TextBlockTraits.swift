import TextScanning

extension TextBlock.Traits {
  /// Computes all counts in one pass over the bytes of a block.
  init(_ text: [UInt8]) {
    var at = 0
    var wordLetters = 0
    var wordCapitals = 0
    var wordStart = Scalars.LetterCase.none
    var unspaced = 0
    var stop = Stop.none
    var hash = ByteHash()
    var runOfSpaces = 0
    var lastVisible: UInt32 = 0
    var lastBesidesClosing: UInt32 = 0
    var tokenLength = 0
    func closeWord(_ traits: inout Self) {
      if wordLetters > 0 {
        traits.words += 1
        if wordStart == .lower || wordStart == .uncased { traits.lowerWords += 1 }
        if wordStart == .upper { traits.capitalWords += 1 }
        if wordCapitals == wordLetters, wordLetters > 1 { traits.shoutedWords += 1 }
      }
      wordLetters = 0
      wordCapitals = 0
      wordStart = .none
    }
    while at < text.count {
      let scalar = Scalars.decode(text, at, text.count)
      at += scalar.length
      let value = scalar.value
      columns += Scalars.isWide(value) ? 2 : 1
      if value <= 0x20 || value == 0xA0 {
        closeWord(&self)
        runOfSpaces += 1
        if stop == .seen { stop = .parted }
        if runOfSpaces == 2 { gaps += 1 }
        if tokenLength == 1, Self.isSeparator(lastVisible) { separators += 1 }
        tokenLength = 0
        continue
      }
      runOfSpaces = 0
      tokenLength += 1
      lastVisible = value
      let letterCase = Scalars.letterCase(value)
      if letterCase != .none {
        letters += 1
        if Scalars.isUnspaced(value) {
          closeWord(&self)
          unspaced += 1
        } else {
          if wordLetters == 0 { wordStart = letterCase }
          wordLetters += 1
          if letterCase == .upper { wordCapitals += 1 }
        }
        if stop == .parted { innerStops += 1 }
        stop = .none
        hash.add(number: UInt64(Scalars.lowered(value)))
      } else if value < 0x80, UInt8(value).isDigit {
        digits += 1
        hash.add(UInt8(ascii: "#"))
      } else if value != 0x27, value != 0x2019, value != 0x2D {
        closeWord(&self)
      }
      switch value {
      case 0x2C, 0x3001, 0xFF0C, 0x060C, 0x3B, 0x061B: commas += 1
      case 0x2E, 0x21, 0x3F, 0x061F, 0x06D4, 0x0964: stop = .seen
      case 0x3002, 0xFF01, 0xFF1F, 0xFF0E: stop = .parted
      default: break
      }
      // Quotes and brackets may close after the full stop.
      switch value {
      case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x201C, 0x201D, 0x2019, 0x2018, 0x203A, 0x300D, 0x300F, 0xFF09, 0xAB: break
      default: lastBesidesClosing = value
      }
    }
    closeWord(&self)
    if tokenLength == 1, Self.isSeparator(lastVisible) { separators += 1 }
    words += (unspaced + 1) / 2
    lowerWords += (unspaced + 1) / 2
    switch lastBesidesClosing {
    case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0x061F, 0x06D4, 0x0964: endsSentence = true
    case 0x2026: endsWithEllipsis = true
    case 0x3A, 0xFF1A: endsWithColon = true
    default: break
    }
    if endsSentence, text.count >= 3, text.suffix(3).elementsEqual([0x2E, 0x2E, 0x2E]) {
      endsSentence = false
      endsWithEllipsis = true
    }
    fingerprint = hash.state
  }

  private enum Stop { case none, seen, parted }

  private static func isSeparator(_ value: UInt32) -> Bool {
    switch value {
    case 0x7C, 0x2F, 0xBB, 0xB7, 0x2022, 0x3E, 0x203A, 0x2192, 0xAB, 0x2039: true
    default: false
    }
  }
}
