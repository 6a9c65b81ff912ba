import NewsModel
import TextScanning

/// Who published a dump's article, when, and under which tags, read from the lines round it.
struct DumpImprint {
  private(set) var candidates: DateCandidates
  private(set) var author: String?
  private(set) var agency: String?
  private(set) var publisher: String?
  private(set) var tags: [String] = []

  init(_ blocks: [DumpBlock], _ heading: DumpHeading, _ zones: DumpZones, _ vocabulary: PageVocabulary) {
    candidates = DateCandidates(scanner: DateScanner(vocabulary))
    readBylines(blocks, heading, vocabulary)
    publisher = siteName(blocks, before: heading.title ?? 0) ?? copyrightHolder(blocks)
    readTags(blocks, from: heading.textStart)
  }

  private mutating func readBylines(_ blocks: [DumpBlock], _ heading: DumpHeading, _ vocabulary: PageVocabulary) {
    // Below the title comes before above it.
    let title = heading.title ?? -1
    for i in heading.bylines.filter({ $0 > title }) + heading.bylines.filter({ $0 < title }) {
      let block = blocks[i]
      var rest = block.text
      if let date = block.date {
        let label = DateLabel(block.text, 0..<block.text.count, date: date.range, vocabulary)
        candidates.add(
          date.day, "byline", trust: (label == .changed ? 45 : 80) - candidates.all.count, isChange: label == .changed,
          isAmbiguous: date.isAmbiguous)
        rest.replaceSubrange(date.range, with: [UInt8(ascii: "|")])
      }
      let byline = Byline(String(decoding: rest, as: UTF8.self), vocabulary)
      author = author ?? byline.author
      agency = agency ?? byline.agency
    }
  }

  /// A line above the title that is a site's address and nothing else: `Example.org`.
  private func siteName(_ blocks: [DumpBlock], before title: Int) -> String? {
    for block in blocks[..<max(0, min(title, 40))]
    where block.traits.columns <= 40 && block.text.count == block.traits.columns {
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

  /// `© 2005-2019 Example Media, all rights reserved`: the words between year and comma.
  private func copyrightHolder(_ blocks: [DumpBlock]) -> String? {
    guard let line = blocks.last(where: { $0.phrase == .copyright }) else { return nil }
    let words = String(decoding: line.text, as: UTF8.self).split(separator: " ")
    var name: [Substring] = []
    for word in words {
      let bare = word.lowercased().filter { $0.isLetter || $0.isNumber }
      if name.isEmpty, bare.isEmpty || bare == "copyright" || bare == "by" || bare == "c" || bare.allSatisfy(\.isNumber)
      {
        continue
      }
      if bare == "all" || bare == "alle" || bare == "todos" || bare == "tous" || bare.isEmpty
        || bare.allSatisfy(\.isNumber) || name.count == 6
      {
        break
      }
      name.append(word)
      if word.hasSuffix(",") || word.hasSuffix(".") && word.count > 4 { break }
    }
    let joined = name.joined(separator: " ")
    let trimmed = joined.hasSuffix(",") || joined.hasSuffix(".") ? String(joined.dropLast()) : joined
    return trimmed.isEmpty ? nil : trimmed
  }

  /// What follows the colon of a line such as `Topics: Energy, Russia`, or stands as a list under it.
  private mutating func readTags(_ blocks: [DumpBlock], from start: Int) {
    guard let line = blocks[min(start, blocks.count)...].firstIndex(where: { $0.phrase == .tags }) else { return }
    let text = String(decoding: blocks[line].text, as: UTF8.self)
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return }
    let rest = text[text.index(after: colon)...]
    if rest.allSatisfy(\.isWhitespace) {
      for block in blocks[(line + 1)...].prefix(20) {
        guard block.bullet == .item, block.blankBefore == 0 || tags.isEmpty, block.traits.words <= 5 else { break }
        tags.append(String(decoding: block.text, as: UTF8.self))
      }
    } else {
      tags = rest.split(whereSeparator: { ",;|，、".contains($0) }).map { $0.drop(while: \.isWhitespace) }
        .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }.filter { !$0.isEmpty }
    }
  }
}
