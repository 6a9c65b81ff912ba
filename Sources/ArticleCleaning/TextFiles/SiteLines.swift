import TextScanning

/// Lines with the names of menus, buttons, boxes and notices of sites: "Skip to content", "Privacy policy".
extension SitePhrases {
  /// Lines longer than this are text; bytes.
  static let longestSiteLine = 300
  private static let longestNotice = 800

  /// The names in a line that holds nothing else; empty for any other line, and for a sentence that ends in a full stop
  /// ("Got it.").
  func siteNames(in line: ArraySlice<UInt8>) -> [SiteLine] {
    guard line.count <= Self.longestSiteLine, line.last != UInt8(ascii: ".") else { return [] }
    let text = Scalars.lowered(Array(line))
    var names: [SiteLine] = []
    var at = 0
    while at < text.count {
      guard text[at].isASCIILetter || text[at] >= 0x80 else {
        at += 1
        continue
      }
      var end = at
      let found = siteLines.match(text, at: at) { _, stop in
        guard stop == text.count || !Self.isWordByte(text[stop]) || !Self.isWordByte(text[stop - 1]) else {
          return false
        }
        end = stop
        return true
      }
      if let found {
        names.append(found)
        at = end
        continue
      }
      // Dashes, arrows, bars and blanks beyond ASCII separate the names.
      let scalar = Scalars.decode(text, at, text.count)
      guard Scalars.letterCase(scalar.value) == .none else { return [] }
      at += scalar.length
    }
    return names
  }

  /// Whether a line holds only names of a site, one of which no article has.
  func isSiteLine(_ text: [UInt8]) -> Bool { siteNames(in: text[...]).contains { $0.weight > 1 } }

  /// Whether a sentence tells readers of the site's cookies.
  func isCookieNotice(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= Self.longestNotice && line.contains(where: { $0 | 0x20 == UInt8(ascii: "k") })
      && cookieNotices.firstMatch(in: Scalars.lowered(Array(line))) != nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isDigit || byte >= 0x80 }
}
