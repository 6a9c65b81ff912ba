import TextScanning

extension SitePhrases {
  /// Longer blocks are not searched for phrases inside of them.
  private static let longestSearched = 400
  /// A block with an advert's label and at most two bytes more is shorter than this.
  private static let longestLabel = 16

  /// What a block of a page says by its first words, or by words anywhere in it.
  func meaning(ofPageBlock block: ArraySlice<UInt8>) -> Meaning? {
    let text = Scalars.lowered(Array(block))
    guard let start = text.firstIndex(where: { !Self.isPadding($0) }) else { return nil }
    if let found = pageOpenings.match(text, at: start, where: { Self.endsWord(text, at: $1) }) { return found }
    let length = text.count - start
    if length < Self.longestLabel,
      advertLabels.match(text, at: start, where: { $1 + 2 >= text.count && Self.endsWord(text, at: $1) }) != nil
    {
      return .advert
    }
    guard length < Self.longestSearched else { return nil }
    for at in start..<text.count where pageContents.mayBegin(text[at]) {
      if let found = pageContents.match(text, at: at, where: { Self.endsWord(text, at: $1) }) { return found }
    }
    return nil
  }

  /// Whether the byte is a blank or a sign of ASCII, which may precede the first word.
  private static func isPadding(_ byte: UInt8) -> Bool {
    byte < 0x30 || (byte > 0x39 && byte < 0x41) || (byte > 0x5A && byte < 0x61)
  }
}
