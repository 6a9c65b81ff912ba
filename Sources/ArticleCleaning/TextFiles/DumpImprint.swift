import NewsModel
import TextScanning

/// Who published the article of a text dump, when, and under which tags, by the lines around it.
struct DumpImprint {
  private(set) var dates: DateCandidates
  private(set) var author: String?
  private(set) var agency: String?
  private(set) var publisher: String?
  private(set) var tags: [String] = []

  init(_ blocks: [TextBlock], _ heading: ArticleHeading, _ zones: SavedPageZones, _ vocabulary: PageVocabulary) {
    dates = DateCandidates(scanner: DateScanner(vocabulary))
    readBylines(blocks, heading, vocabulary)
    publisher = siteName(blocks, before: heading.title ?? 0) ?? copyrightHolder(blocks)
    readTags(blocks, from: heading.textStart)
  }

  private mutating func readBylines(_ blocks: [TextBlock], _ heading: ArticleHeading, _ vocabulary: PageVocabulary) {
    // Lines below the title are read before those above it.
    let title = heading.title ?? -1
    for i in heading.bylines.filter({ $0 > title }) + heading.bylines.filter({ $0 < title }) {
      let block = blocks[i]
      var rest = block.text
      if let date = block.date {
        let label = DateLabel(block.text, 0..<block.text.count, date: date.range, vocabulary)
        dates.read(lineOfDump: date, label)
        rest.replaceSubrange(date.range, with: [UInt8(ascii: "|")])
      }
      let byline = Byline(String(decoding: rest, as: UTF8.self), vocabulary)
      author = author ?? byline.author
      agency = agency ?? byline.agency
    }
  }

  /// Returns a line above the title that is only the address of a site: `Example.org`.
  private func siteName(_ blocks: [TextBlock], before title: Int) -> String? {
    for block in blocks[..<max(0, min(title, Self.linesAboveTitle))]
    where block.traits.columns <= Self.longestSiteName && block.text.count == block.traits.columns {
      let parts = block.text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard (2...4).contains(parts.count),
        parts.allSatisfy({
          $0.count >= 2 && $0.allSatisfy { $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        }),
        parts.last!.count <= 4, parts.last!.allSatisfy({ $0.isASCIILetter })
      else { continue }
      return String(decoding: block.text, as: UTF8.self)
    }
    return nil
  }

  private static let linesAboveTitle = 40
  /// Columns.
  private static let longestSiteName = 40

  /// Returns the words between year and comma of `© 2005-2019 Example Media, all rights reserved`.
  private func copyrightHolder(_ blocks: [TextBlock]) -> String? {
    guard let line = blocks.last(where: { $0.phrase == .rights }) else { return nil }
    let words = String(decoding: line.text, as: UTF8.self).split(separator: " ")
    var name: [Substring] = []
    for word in words {
      let bare = word.lowercased().filter { $0.isLetter || $0.isNumber }
      // A word without letters is a sign or a year.
      let isNumber = bare.allSatisfy(\.isNumber)
      if name.isEmpty, isNumber || Self.wordsBeforeHolder.contains(bare) { continue }
      if isNumber || Self.wordsBehindHolder.contains(bare) || name.count == Self.mostWordsOfHolder { break }
      name.append(word)
      if word.hasSuffix(",") || word.hasSuffix(".") && word.count > 4 { break }
    }
    let joined = name.joined(separator: " ")
    let trimmed = joined.hasSuffix(",") || joined.hasSuffix(".") ? String(joined.dropLast()) : joined
    return trimmed.isEmpty ? nil : trimmed
  }

  private static let wordsBeforeHolder: Set = ["copyright", "by", "c"]
  /// The first word of "all rights reserved".
  private static let wordsBehindHolder: Set = ["all", "alle", "todos", "tous"]
  private static let mostWordsOfHolder = 6

  /// Reads the tags behind the colon of a line such as `Topics: Energy, Russia`, or in a list below it.
  private mutating func readTags(_ blocks: [TextBlock], from start: Int) {
    guard let line = blocks[min(start, blocks.count)...].firstIndex(where: { $0.phrase == .tags }) else { return }
    let text = String(decoding: blocks[line].text, as: UTF8.self)
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return }
    let rest = text[text.index(after: colon)...]
    if rest.allSatisfy(\.isWhitespace) {
      for block in blocks[(line + 1)...].prefix(Self.mostTags) {
        guard block.bullet == .item, block.blankBefore == 0 || tags.isEmpty, block.traits.words <= Self.longestTag
        else { break }
        tags.append(String(decoding: block.text, as: UTF8.self))
      }
    } else {
      tags = rest.split(whereSeparator: { ",;|，、".contains($0) }).map { $0.drop(while: \.isWhitespace) }
        .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }.filter { !$0.isEmpty }
    }
  }

  private static let mostTags = 20
  /// Words.
  private static let longestTag = 5
}
