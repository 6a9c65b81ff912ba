/// `<!DOCTYPE html ...>` says nothing about the text of a page, and an unclosed quote in it would contain the whole
/// page.
extension MarkupFaults {
  /// The largest number of bytes of the declarations inside it.
  private static let longestDoctype = 10_000

  /// Returns the position after `<!DOCTYPE html>`, regardless of quotes, and after declarations in brackets; nil for
  /// another declaration.
  mutating func endOfDoctype(from start: Int) -> Int? {
    let name = start + 2..<min(end, start + 9)
    guard name.elementsEqual(Self.doctype.indices, by: { bytes[$0] | 0x20 == Self.doctype[$1] }) else { return nil }
    guard !exhausted.contains(UInt8(ascii: ">")), let close = index(of: UInt8(ascii: ">"), from: start) else {
      exhausted.insert(UInt8(ascii: ">"))
      return name.upperBound
    }
    guard !exhausted.contains(UInt8(ascii: "[")),
      let bracket = (start..<close).first(where: { bytes[$0] == UInt8(ascii: "[") })
    else { return close + 1 }
    for at in bracket..<min(end - 1, bracket + Self.longestDoctype)
    where bytes[at] == UInt8(ascii: "]") && bytes[at + 1] == UInt8(ascii: ">") {
      return at + 2
    }
    exhausted.insert(UInt8(ascii: "["))
    return close + 1
  }

  private static let doctype = Array("doctype".utf8)
}
