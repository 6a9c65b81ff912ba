import TextScanning

/// The names of menus, buttons, boxes and notices that sites set round articles, as whole lines: "Skip to content", "Privacy policy".
///
/// They are those of `phrases.tsv`, column `line`; what an article may use as a line of its own too ("About", "Search") weighs half.
struct SiteWords {
  /// Lines longer than this are text.
  static let longestLine = 300
  private static let longestNotice = 800

  struct Word {
    var id: Int
    /// 2, or 1 for a word that articles have too.
    var weight: Int
  }

  /// The site's words of a line that holds nothing else; empty for any other line, and for what somebody says: "Got it."
  func words(in line: ArraySlice<UInt8>) -> [Word] {
    guard line.count <= Self.longestLine, line.last != UInt8(ascii: ".") else { return [] }
    let text = Scalars.lowered(Array(line))
    var words: [Word] = []
    var at = 0
    while at < text.count {
      guard text[at].isASCIILetter || text[at] >= 0x80 else {
        at += 1
        continue
      }
      var end = at
      let found = table.match(text, at: at) { _, stop in
        guard stop == text.count || !Self.isWordByte(text[stop]) || !Self.isWordByte(text[stop - 1]) else {
          return false
        }
        end = stop
        return true
      }
      if let found {
        words.append(found)
        at = end
        continue
      }
      // Dashes, arrows, bars and blanks beyond ASCII stand between the words.
      let scalar = Scalars.decode(text, at, text.count)
      guard Scalars.letterCase(scalar.value) == .none else { return [] }
      at += scalar.length
    }
    return words
  }

  /// A sentence that sites say of themselves.
  func isCookieNotice(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= Self.longestNotice && line.contains(where: { $0 | 0x20 == UInt8(ascii: "k") })
      && cookieNotices.firstMatch(in: Scalars.lowered(Array(line))) != nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isDigit || byte >= 0x80 }

  private let cookieNotices: PhraseTable<Bool>
  private let table: PhraseTable<Word>

  init(_ phrases: [SitePhrase]) {
    cookieNotices = PhraseTable(phrases.filter { $0.aside == .notice }.map { ($0.phrase, true) })
    // Longer phrases first, so that "share this" does not end at "share". Networks are one sign together: an article may list them.
    table = PhraseTable(
      phrases.longestFirst.enumerated().compactMap { id, phrase in
        phrase.line.map {
          (phrase.phrase, Word(id: phrase.meaning == .network ? -1 : id, weight: $0 == .certain ? 2 : 1))
        }
      })
  }
}

extension SiteWords {
  /// A line of nothing but site words, one of them a word that only sites have.
  func isSiteLine(_ text: [UInt8]) -> Bool { words(in: text[...]).contains { $0.weight > 1 } }
}
