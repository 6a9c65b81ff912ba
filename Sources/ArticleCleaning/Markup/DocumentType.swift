/// `<!DOCTYPE html ...>` tells nothing of a page's text, and a quote in it that is never closed would hold the page.
extension MarkupFaults {
  /// Bytes of the declarations inside it: more of them is no page that a browser reads.
  private static let longestDoctype = 10_000

  /// Past `<!DOCTYPE html>`, whatever its quotes say, and past declarations in brackets; nil for another declaration.
  mutating func endOfDoctype(from start: Int) -> Int? {
    let name = start + 2..<min(end, start + 9)
    guard name.elementsEqual(Self.doctype.indices, by: { bytes[$0] | 0x20 == Self.doctype[$1] }) else { return nil }
    guard !exhausted.contains(UInt8(ascii: ">")), let close = index(of: UInt8(ascii: ">"), from: start) else {
      exhausted.insert(UInt8(ascii: ">"))
      return name.upperBound
    }
    guard let bracket = (start..<close).first(where: { bytes[$0] == UInt8(ascii: "[") }) else { return close + 1 }
    for at in bracket..<min(end - 1, bracket + Self.longestDoctype)
    where bytes[at] == UInt8(ascii: "]") && bytes[at + 1] == UInt8(ascii: ">") {
      return at + 2
    }
    return close + 1
  }

  private static let doctype = Array("doctype".utf8)
}
