import TextScanning

/// What a hyphen at the end of a line is: part of the word (`energy-` `recovery`), or the break's own (`govern-` `ment`).
///
/// Decided by the dump's other words: if the whole word stands somewhere unbroken, the hyphen is the break's; if it stands with a hyphen, the
/// hyphen is the word's. Where neither stands, hyphens are the breaks' own when one full line in thirty ends in one, as only text set by a
/// hyphenating program does.
struct LineEndHyphens {
  enum Mending { case none, dropHyphen, keepHyphen }

  private let bytes: [UInt8]
  private var isHyphenated = false
  private var known: Set<UInt64> = []

  init(_ bytes: [UInt8], lines: [DumpLine], margin: Int?) {
    self.bytes = bytes
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

  func mending(_ last: DumpLine, _ next: DumpLine) -> Mending {
    let length = hyphenLength(last)
    guard length > 0 else { return .none }
    let scalar = Scalars.decode(bytes, next.content.lowerBound, next.content.upperBound).value
    // A soft hyphen is never the word's.
    if bytes[last.content.upperBound - 1] == 0xAD { return .dropHyphen }
    guard Scalars.letterCase(scalar) == .lower else { return .keepHyphen }
    let head =
      wordStart(before: last.content.upperBound - length, last.content.lowerBound)..<last.content.upperBound - length
    let tail = next.content.lowerBound..<wordEnd(from: next.content.lowerBound, next.content.upperBound)
    // "first- and second-hand": the word's hyphen, and a space behind it.
    if Self.conjunctions.contains(Array(bytes[tail])) { return .none }
    if known.contains(fingerprint(head, then: tail, hyphen: true)) { return .keepHyphen }
    if known.contains(fingerprint(head, then: tail, hyphen: false)) { return .dropHyphen }
    return isHyphenated ? .dropHyphen : .keepHyphen
  }

  /// The bytes of a hyphen that ends the line directly behind a letter; 0 for none.
  func hyphenLength(_ line: DumpLine) -> Int {
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

  private static let conjunctions: Set<[UInt8]> = Set(
    ["and", "or", "to", "und", "oder", "bis", "et", "ou", "en", "of"].map { Array($0.utf8) })

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
