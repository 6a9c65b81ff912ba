import TextScanning

/// A sentence of a block, for the search for standing notices.
struct NoticeSentence {
  /// The byte range in the block's text, without the blank behind it.
  var range: Range<Int>
  /// The hash of the letters and digits; nil if the sentence is too short for a notice. Numbers count, because a sentence
  /// with other numbers is news (of a market, of a match).
  var hash: UInt64?

  /// A shorter sentence is said by chance. In bytes.
  private static let shortest = 40

  /// Returns the sentences of a text, which cover it but for a blank between each two. A full stop behind a single letter
  /// is that of an abbreviation ("U.S.").
  static func all(in text: String) -> [NoticeSentence] {
    let bytes = Array(text.utf8)
    var sentences: [NoticeSentence] = []
    var start = 0
    for at in bytes.indices {
      let isLast = at + 1 == bytes.count
      guard isLast || (bytes[at] == 0x20 && endsSentence(bytes, before: at)) else { continue }
      let range = start..<(isLast ? bytes.count : at)
      sentences.append(NoticeSentence(range: range, hash: hash(bytes, range)))
      start = at + 1
    }
    return sentences
  }

  /// Whether a sentence ends before a blank: at a mark, which quotation marks and brackets may follow, and before a
  /// word that begins with no small letter.
  private static func endsSentence(_ bytes: [UInt8], before blank: Int) -> Bool {
    guard bytes.indices.contains(blank + 1), bytes[blank + 1] != 0x20 else { return false }
    let next = bytes[blank + 1]
    if next.isASCIILetter, !next.isASCIICapital { return false }
    var at = blank - 1
    while at > 0, closing.contains(bytes[at]) { at -= 1 }
    guard at >= 2, marks.contains(bytes[at]) else { return false }
    return !(bytes[at - 1].isASCIILetter && !(bytes[at - 2].isASCIILetter || bytes[at - 2] >= 0x80))
  }

  private static let marks: [UInt8] = [0x2E, 0x21, 0x3F]  // . ! ?
  private static let closing: [UInt8] = [0x22, 0x27, 0x29, 0x5D]  // " ' ) ]

  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64? {
    guard range.count >= shortest else { return nil }
    var hash = ByteHash()
    for byte in bytes[range] where byte.isASCIILetter || byte.isDigit || byte >= 0x80 { hash.add(byte.lowered) }
    return hash.state
  }
}
