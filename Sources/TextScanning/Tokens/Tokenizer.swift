/// Splits UTF-8 bytes into tokens, which it appends to `tokens`.
///
/// The time is linear: every byte is read a bounded number of times. Bytes that are not UTF-8 become punctuation.
struct Tokenizer {
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  private let classes = ByteClass.pointer
  /// The length of the longest line of the block in bytes. It distinguishes the end of a wrapped line from that of a
  /// paragraph.
  let lineWidth: Int
  private var position: Int
  private var lineStart: Int
  private var pending: Token.Flags = [.spaceBefore]

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    position = range.lowerBound
    lineStart = range.lowerBound
    lineWidth = longestLine(bytes, range)
  }

  mutating func scan(into tokens: inout [Token]) {
    while position < end {
      let byte = bytes[position]
      switch classes[Int(byte)] {
      case .lower, .upper: word(into: &tokens)
      case .digit: number(into: &tokens)
      case .space:
        position += 1
        pending.insert(.spaceBefore)
      case .newline: lineEnd(into: &tokens)
      case .apostrophe: apostrophe(width: 1, into: &tokens)
      case .sign: sign(width: 1, byte, into: &tokens)
      case .high: beyondASCII(into: &tokens)
      }
    }
  }

  private mutating func append(_ token: Token, into tokens: inout [Token]) {
    var token = token
    token.flags.formUnion(pending)
    pending = []
    tokens.append(token)
  }

  // MARK: Words

  private mutating func word(into tokens: inout [Token]) {
    if let length = dottedLength() { return dotted(length: length, into: &tokens) }
    if plainWord(into: &tokens) { return }
    let start = position
    var word = WordShape()
    scanWord(&word)
    append(word.token(start: start, end: position), into: &tokens)
  }

  /// Reads a word that consists only of ASCII letters, as most do. Returns false without reading anything if it is not
  /// such a word.
  @inline(__always)
  private mutating func plainWord(into tokens: inout [Token]) -> Bool {
    var hash = FoldedHash()
    var next = position
    var capitals = 0
    while next < end {
      let byte = bytes[next]
      switch classes[Int(byte)] {
      case .lower: hash.add(byte)
      case .upper:
        hash.add(byte | 0x20)
        capitals += 1
      case .digit, .high: return false
      case .apostrophe:
        if isLetter(at: next + 1), !isPossessive(at: next + 1) { return false }
        return finish()
      case .sign:
        if byte == UInt8(ascii: "-"), next + 1 < end, classes[Int(bytes[next + 1])] == .newline { return false }
        return finish()
      case .space, .newline: return finish()
      }
      next += 1
    }
    return finish()

    func finish() -> Bool {
      let letters = next - position
      let startsWithCapital = bytes[position] < 0x60
      var head: UInt16 = 0
      if letters >= 3 {
        head = headOfWord(bytes[position] | 0x20, bytes[position + 1] | 0x20, bytes[position + 2] | 0x20)
      }
      if startsWithCapital { head |= 0x8000 }
      let casing = Token.Casing(letters: letters, capitals: capitals, startsWithCapital: startsWithCapital)
      append(
        Token(
          hash: hash.value, start: Int32(position), end: Int32(next), head: head, kind: .word, casing: casing),
        into: &tokens)
      position = next
      return true
    }
  }

  /// Reads letters, digits and the invisible characters between them, starting at `position`.
  private mutating func scanWord(_ word: inout WordShape) {
    while position < end {
      let byte = bytes[position]
      switch classes[Int(byte)] {
      case .lower:
        word.add(byte, isCapital: false)
        position += 1
      case .upper:
        word.add(byte | 0x20, isCapital: true)
        position += 1
      case .digit:
        word.addDigit(byte)
        position += 1
      case .apostrophe:
        guard joinsByApostrophe(width: 1) else { return }
        position += 1
      case .sign:
        guard byte == UInt8(ascii: "-"), let next = afterLineHyphen() else { return }
        position = next
        lineStart = next
      case .high:
        guard let (scalar, width) = decode(at: position) else { return }
        switch fold(scalar) {
        case .letter(let folded, let isCapital, let script):
          word.add(scalar: folded, isCapital: isCapital, script: script)
        case .twoLetters(let a, let b, let isCapital):
          word.add(a, isCapital: isCapital)
          word.add(b, isCapital: false)
          word.letters -= 1
        case .digit(let digit): word.addDigit(digit)
        case .ignored: break
        case .override: word.isSuspicious = true
        case .apostrophe:
          guard joinsByApostrophe(width: width) else { return }
        default: return
        }
        position += width
      default: return
      }
    }
  }

  /// Whether an apostrophe is inside a word ("O'Brien") and not that of a possessive.
  private func joinsByApostrophe(width: Int) -> Bool {
    let next = position + width
    return isLetter(at: next) && !isPossessive(at: next)
  }

  /// Whether there is an "s" that ends a word.
  private func isPossessive(at index: Int) -> Bool {
    index < end && bytes[index] | 0x20 == UInt8(ascii: "s") && !isLetter(at: index + 1)
      && !(index + 1 < end && classes[Int(bytes[index + 1])] == .digit)
  }

  private func isLetter(at index: Int) -> Bool {
    guard index < end else { return false }
    switch classes[Int(bytes[index])] {
    case .lower, .upper: return true
    case .high:
      guard let (scalar, _) = decode(at: index) else { return false }
      switch fold(scalar) {
      case .letter, .twoLetters: return true
      default: return false
      }
    default: return false
    }
  }

  /// Returns the place at which a word continues that is hyphenated at the end of a wrapped line: "Westing-\nhouse".
  /// Returns nil if there is none.
  private func afterLineHyphen() -> Int? {
    var next = position + 1
    guard next < end, bytes[next] == 10 || bytes[next] == 13 else { return nil }
    if bytes[next] == 13 { next += 1 }
    if next < end, bytes[next] == 10 { next += 1 }
    guard next < end, classes[Int(bytes[next])] == .lower else { return nil }
    return next
  }

  /// Returns the length of an abbreviation such as "U.S.", "U.S" or "a.m.": single ASCII letters with a period after
  /// each, optional after the last.
  private func dottedLength() -> Int? {
    guard position + 2 < end, bytes[position + 1] == UInt8(ascii: "."), isASCIILetter(position + 2) else { return nil }
    var next = position
    var letters = 0
    while next < end, isASCIILetter(next) {
      if next + 1 < end, bytes[next + 1] == UInt8(ascii: ".") {
        letters += 1
        next += 2
      } else if next + 1 >= end || !isLetter(at: next + 1) && classes[Int(bytes[next + 1])] != .digit {
        letters += 1
        next += 1
        break
      } else {
        break
      }
    }
    return letters >= 2 ? next - position : nil
  }

  private func isASCIILetter(_ index: Int) -> Bool {
    let kind = classes[Int(bytes[index])]
    return kind == .lower || kind == .upper
  }

  private mutating func dotted(length: Int, into tokens: inout [Token]) {
    var word = WordShape()
    for index in position..<position + length where isASCIILetter(index) {
      word.add(bytes[index] | 0x20, isCapital: bytes[index] < 0x60)
    }
    var token = word.token(start: position, end: position + length)
    token.flags.insert(.dotted)
    position += length
    append(token, into: &tokens)
  }

  // MARK: Numbers

  private mutating func number(into tokens: inout [Token]) {
    let start = position
    var word = WordShape()
    while position < end {
      let byte = bytes[position]
      if classes[Int(byte)] == .digit {
        word.addDigit(byte)
        position += 1
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), position + 1 < end,
        classes[Int(bytes[position + 1])] == .digit
      {
        // "1,000" and "1000" are one number; "3.5" and "35" are two.
        if byte == UInt8(ascii: ".") { word.addSeparator(byte) }
        position += 1
      } else if byte >= 0x80, let (scalar, width) = decode(at: position), case .digit(let digit) = fold(scalar) {
        word.addDigit(digit)
        position += width
      } else {
        break
      }
    }
    if isLetter(at: position) {
      scanWord(&word)
      return append(word.token(start: start, end: position), into: &tokens)
    }
    var token = word.token(start: start, end: position)
    token.kind = .number
    append(token, into: &tokens)
  }

  // MARK: Signs

  private mutating func beyondASCII(into tokens: inout [Token]) {
    guard let (scalar, width) = decode(at: position) else { return sign(width: 1, 0xFF, into: &tokens) }
    switch fold(scalar) {
    case .letter, .twoLetters: word(into: &tokens)
    case .digit: number(into: &tokens)
    case .ideograph:
      var hash = FoldedHash()
      for offset in 0..<width { hash.add(bytes[position + offset]) }
      append(
        Token(hash: hash.value, start: Int32(position), end: Int32(position + width), head: 0, kind: .ideograph),
        into: &tokens)
      position += width
    case .ignored: position += width
    case .override:
      pending.insert(.suspicious)
      position += width
    case .space:
      pending.insert(.spaceBefore)
      position += width
    case .apostrophe: apostrophe(width: width, into: &tokens)
    case .dash: sign(width: width, UInt8(ascii: "-"), into: &tokens)
    case .punctuation:
      // „ “ ” « » become a straight quote.
      let isQuote = (0x201C...0x201F).contains(scalar) || scalar == 0xAB || scalar == 0xBB
      let ascii: UInt8 =
        switch scalar {
        case 0x2026, 0x3002, 0xFF0E: UInt8(ascii: ".")
        case 0xFF01: UInt8(ascii: "!")
        case 0xFF1F: UInt8(ascii: "?")
        case 0xFF06: UInt8(ascii: "&")
        default: isQuote ? UInt8(ascii: "\"") : 0xFF
        }
      sign(width: width, ascii, into: &tokens)
    }
  }

  /// Reads an apostrophe: `'s` after a word is a possessive, even after a space as in broken typesetting; any other is
  /// a quote.
  private mutating func apostrophe(width: Int, into tokens: inout [Token]) {
    let followsWord = !pending.contains(.spaceBefore) && tokens.last?.isWord == true
    var next = position + width
    if followsWord, next + 1 < end, bytes[next] == 0x20, isPossessive(at: next + 1) { next += 1 }
    if followsWord, isPossessive(at: next) {
      let token = Token(
        hash: Sign.possessive, start: Int32(position), end: Int32(next + 1), head: 0, kind: .possessive,
        flags: .skipped)
      position = next + 1
      return append(token, into: &tokens)
    }
    var token = Token(
      hash: Sign.apostrophe, start: Int32(position), end: Int32(position + width), head: 0, kind: .punctuation)
    if followsWord { token.flags.insert(.skipped) }
    position += width
    append(token, into: &tokens)
  }

  private mutating func sign(width: Int, _ byte: UInt8, into tokens: inout [Token]) {
    var token = Token(
      hash: byte == UInt8(ascii: "&") ? Sign.ampersand : Sign.hash(of: byte), start: Int32(position),
      end: Int32(position + width), head: 0, kind: .punctuation)
    position += width
    // A hyphen that touches a word before or after it joins a compound: "Asia-Pacific", "al- Qaeda".
    if byte == UInt8(ascii: "-"), let last = tokens.last, last.isWord || last.kind == .possessive {
      let touchesLeft = !pending.contains(.spaceBefore)
      let touchesRight =
        position < end && ![.space, .newline, .sign].contains(classes[Int(bytes[position])])
      if touchesLeft || touchesRight { token.flags.insert(.skipped) }
    }
    append(token, into: &tokens)
  }

  // MARK: Line ends

  /// Reads a line end. It is white space if the paragraph continues: if the first word of the next line would not have
  /// fitted into this line. This distinguishes a wrapped text from a list of short lines without guessing its width.
  private mutating func lineEnd(into tokens: inout [Token]) {
    let lineEnd = position
    var ends = 0
    var next = position
    while next < end, classes[Int(bytes[next])] == .newline || bytes[next] == 0x20 || bytes[next] == 9 {
      if bytes[next] == 10 || (bytes[next] == 13 && !(next + 1 < end && bytes[next + 1] == 10)) { ends += 1 }
      next += 1
    }
    var wordEnd = next
    while wordEnd < end, bytes[wordEnd] > 0x20 { wordEnd += 1 }
    let indent = next - lastLineStart(before: next)
    let isWrapped =
      ends == 1 && next < end && indent < 2 && wrappedLineWidths.contains(lineWidth)
      && (lineEnd - lineStart) + 1 + (wordEnd - next) > lineWidth
    position = next
    lineStart = next
    pending.insert(.spaceBefore)
    if isWrapped {
      pending.insert(.lineEndBefore)
    } else if let last = tokens.last, last.kind != .lineBreak {
      tokens.append(
        Token(hash: 0, start: Int32(lineEnd), end: Int32(next), head: 0, kind: .lineBreak, flags: .spaceBefore))
    }
  }

  private func lastLineStart(before index: Int) -> Int {
    var start = index
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 9 { start -= 1 }
    return start
  }

  // MARK: UTF-8

  /// Returns the code point at an index and its length in bytes; nil if the bytes are not UTF-8.
  private func decode(at index: Int) -> (scalar: UInt32, width: Int)? {
    decodeScalar(bytes, at: index, end: end)
  }
}
