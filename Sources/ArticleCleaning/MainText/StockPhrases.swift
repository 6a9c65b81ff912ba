import TextScanning

/// Lines that sites put into articles in every language: pointers to other pages, invitations, notices of rights (`phrases.tsv`,
/// column `page`).
///
/// Only short blocks are looked at. ASCII letters match in either case; other letters as in the file.
struct StockPhrases {
  enum Meaning {
    /// Opens a list of other pages: "Read also".
    case pointer
    /// Asks the reader for something: "Subscribe to our newsletter".
    case invitation
    /// Names the maker of a picture or a text: "Photo: ...".
    case credit
    /// "All rights reserved".
    case rights
    /// Labels an advertisement that stood there.
    case advert
  }

  /// What a block says by its first words, or by words anywhere in it.
  func meaning(of text: Span<UInt8>) -> Meaning? {
    var start = 0
    while start < text.count, Self.isPadding(text[start]) { start += 1 }
    let body = text.extracting(start..<text.count)
    guard !body.isEmpty else { return nil }
    for (phrase, meaning) in openings[Int(body[0].lowered)] where Self.begins(body, with: phrase) { return meaning }
    if body.count < 16 {
      for word in whole where body.count <= word.count + 2 && Self.begins(body, with: word) { return .advert }
    }
    if body.count < 400 {
      for start in body.indices {
        for (phrase, meaning) in inside[Int(body[start].lowered)]
        where Self.begins(body, with: phrase, at: start) {
          return meaning
        }
      }
    }
    return nil
  }

  private static func isPadding(_ byte: UInt8) -> Bool {
    byte < 0x30 || (byte > 0x39 && byte < 0x41) || (byte > 0x5A && byte < 0x61)
  }

  private static func begins(_ text: Span<UInt8>, with phrase: [UInt8], at start: Int = 0) -> Bool {
    guard start + phrase.count <= text.count else { return false }
    for offset in 0..<phrase.count {
      if text[start + offset].lowered != phrase[offset] { return false }
    }
    // A phrase in letters ends where the word ends.
    let next = start + phrase.count
    guard next < text.count, phrase[phrase.count - 1] | 0x20 >= 0x61, phrase[phrase.count - 1] < 0x80 else {
      return true
    }
    return !text[next].isASCIILetter
  }

  /// Phrases by their first byte.
  private typealias Table = [[([UInt8], Meaning)]]

  private let openings: Table
  private let inside: Table
  private let whole: [[UInt8]]

  init(_ phrases: [SitePhrase]) {
    openings = Self.table(phrases, at: .opening)
    inside = Self.table(phrases, at: .anywhere)
    whole = phrases.filter { $0.page.contains(.whole) }.map { Array($0.phrase.utf8) }
  }

  /// Longer phrases first.
  private static func table(_ phrases: [SitePhrase], at position: SitePhrase.Position) -> Table {
    var table = Table(repeating: [], count: 256)
    for phrase in phrases.longestFirst where phrase.page.contains(position) {
      guard let meaning = phrase.meaning.page else { continue }
      let bytes = Array(phrase.phrase.utf8)
      table[Int(bytes[0])].append((bytes, meaning))
    }
    return table
  }
}
