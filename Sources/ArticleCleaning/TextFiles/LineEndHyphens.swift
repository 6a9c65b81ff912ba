import TextScanning

/// Decides whether a hyphen at the end of a line belongs to the word (`energy-` `recovery`) or to the line break
/// (`govern-` `ment`).
///
/// If the text has the whole word elsewhere without the hyphen, the hyphen belongs to the line break; if it has the
/// word with the hyphen, to the word. Otherwise hyphens belong to line breaks if at least one full line in thirty ends
/// with one, which is so only in text that a program hyphenated.
struct LineEndHyphens {
  enum Mending { case none, dropHyphen, keepHyphen }

  private let bytes: [UInt8]
  private let afterHyphens: Set<[UInt8]>
  private var isHyphenated = false
  private var known: Set<UInt64> = []

  /// - Parameter margin: the column at which lines were broken; nil if they were not.
  init(_ bytes: [UInt8], lines: [TextLine], margin: Int?, _ vocabulary: PageVocabulary) {
    self.bytes = bytes
    afterHyphens = vocabulary.afterHyphens
    guard let margin else { return }
    var broken = 0
    var full = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !next.isBlank && line.edge * 10 >= margin * 8 {
      full += 1
      if hyphenLength(line) > 0 { broken += 1 }
    }
    guard broken > 0 else { return }
    isHyphenated = broken * 30 >= full
    for line in lines where !line.isBlank {
      var at = line.content.lowerBound
      while at < line.content.upperBound {
        let end = wordEnd(from: at, line.content.upperBound)
        if end > at { known.insert(fingerprint(at..<end, then: nil, hyphen: false)) }
        at = max(end, at + 1)
      }
    }
  }

  func mending(_ last: TextLine, _ next: TextLine) -> Mending {
    let length = hyphenLength(last)
    guard length > 0 else { return .none }
    let scalar = Scalars.decode(bytes, next.content.lowerBound, next.content.upperBound).value
    // A soft hyphen never belongs to the word.
    if bytes[last.content.upperBound - 1] == 0xAD { return .dropHyphen }
    guard Scalars.letterCase(scalar) == .lower else { return .keepHyphen }
    let head =
      wordStart(before: last.content.upperBound - length, last.content.lowerBound)..<last.content.upperBound - length
    let tail = next.content.lowerBound..<wordEnd(from: next.content.lowerBound, next.content.upperBound)
    // In "first- and second-hand" the hyphen belongs to the word, and a space follows it.
    if afterHyphens.contains(Array(bytes[tail])) { return .none }
    if known.contains(fingerprint(head, then: tail, hyphen: true)) { return .keepHyphen }
    if known.contains(fingerprint(head, then: tail, hyphen: false)) { return .dropHyphen }
    return isHyphenated ? .dropHyphen : .keepHyphen
  }

  /// Returns the number of bytes of a hyphen that ends the line directly after a letter; 0 if there is none.
  func hyphenLength(_ line: TextLine) -> Int {
    let end = line.content.upperBound
    guard line.content.count >= 3 else { return 0 }
    var length = 0
    if bytes[end - 1] == UInt8(ascii: "-") {
      length = 1
    } else if bytes[end - 2] == 0xC2, bytes[end - 1] == 0xAD {
      length = 2
    } else if bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, bytes[end - 1] == 0x90 {
      length = 3
    }
    guard length > 0, line.content.count > length else { return 0 }
    let before = bytes[end - length - 1]
    return before.isASCIILetter || before >= 0x80 ? length : 0
  }

  private func wordEnd(from start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, isWordByte(bytes[at]) { at += 1 }
    return at
  }

  private func wordStart(before end: Int, _ start: Int) -> Int {
    var at = end
    while at > start, isWordByte(bytes[at - 1]) { at -= 1 }
    return at
  }

  private func isWordByte(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 || byte == UInt8(ascii: "-") }

  private func fingerprint(_ head: Range<Int>, then tail: Range<Int>?, hyphen: Bool) -> UInt64 {
    var hash = ByteHash(bytes[head].lazy.map(\.lowered))
    if hyphen { hash.add(UInt8(ascii: "-")) }
    if let tail { hash.add(bytes[tail].lazy.map(\.lowered)) }
    return hash.state
  }
}
