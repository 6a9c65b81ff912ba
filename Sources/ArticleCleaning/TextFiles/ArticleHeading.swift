import NewsModel
import TextScanning

/// The title above the article, and the lines with author and date between it and the text.
struct ArticleHeading {
  /// Nil if nothing above the article looks like its title.
  private(set) var title: Int?
  /// The lines with a date, an author or an agency.
  private(set) var bylines: [Int] = []
  /// The first block of the article's text.
  private(set) var textStart: Int

  /// The largest number of blocks between title and text: share bars, bylines and a picture may come between them.
  static let reach = 40
  /// The largest number of paragraphs, such as a standfirst, between the beginning of the text and a title inside it.
  private static let mostProseAbove = 1

  init(_ blocks: [TextBlock], _ span: Range<Int>) {
    textStart = span.lowerBound
    guard !span.isEmpty else { return }
    let vocabulary = Self.vocabulary(blocks, span)
    var best = 0.0
    // If the text of a picture or a standfirst was taken for the beginning, the title is inside the span.
    for i in max(0, span.lowerBound - Self.reach)..<min(span.upperBound, span.lowerBound + 6) {
      let score = Self.score(blocks, i, textStart: span.lowerBound, vocabulary)
      if i >= span.lowerBound {
        if title != nil || !Self.isFollowedByByline(blocks, i) { continue }
        if blocks[span.lowerBound..<i].count(where: { ProseScore.of($0) > 0 }) > Self.mostProseAbove { continue }
      }
      if score > best {
        best = score
        title = i
      }
    }
    if let title, title >= span.lowerBound { textStart = title + 1 }
    readBylines(blocks, span)
  }

  private static func score(_ blocks: [TextBlock], _ i: Int, textStart: Int, _ vocabulary: Set<UInt64>) -> Double {
    let block = blocks[i]
    let traits = block.traits
    guard traits.words >= 2, traits.words <= 35, traits.columns <= 250, block.phrase == nil, block.aside == nil,
      traits.controls == 0,
      traits.separators == 0 || traits.words > 4, !traits.endsWithColon, block.date == nil, !block.isAddress
    else { return 0 }
    let words = Self.words(of: block.text)
    guard !words.isEmpty else { return 0 }
    let shared = Double(words.count { vocabulary.contains($0) }) / Double(words.count)
    var score = 4 * shared * min(1, Double(words.count) / 3)
    score += traits.words >= 4 && traits.words <= 20 ? 1 : 0
    if i > 0, block.blankBefore > 0 { score += 0.5 }
    if i + 1 < blocks.count, blocks[i + 1].blankBefore > 0 { score += 0.5 }
    if textStart < blocks.count, block.indent < blocks[textStart].indent { score += 1.5 }
    if traits.occurrences > 1 { score += 0.5 }
    if block.bullet != .none { score -= 2 }
    if traits.endsSentence { score -= 1.5 }
    if traits.innerStops > 0 { score -= 1 }
    if isFollowedByByline(blocks, i) { score += 1.5 }
    score -= 0.1 * Double(abs(textStart - i))
    return score - 2.2
  }

  private static func isFollowedByByline(_ blocks: [TextBlock], _ i: Int) -> Bool {
    blocks[(i + 1)..<min(blocks.count, i + 4)].contains {
      ($0.date != nil && $0.traits.words <= 14) || $0.hasAuthorLabel
    }
  }

  /// Returns the words of at least four letters in the article's text.
  private static func vocabulary(_ blocks: [TextBlock], _ span: Range<Int>) -> Set<UInt64> {
    var words: Set<UInt64> = []
    for i in span where ProseScore.of(blocks[i]) > 0 { words.formUnion(Self.words(of: blocks[i].text)) }
    return words
  }

  /// Returns hashes of the words of at least four letters, or of pairs of characters in scripts without spaces.
  private static func words(of text: [UInt8]) -> [UInt64] {
    var words: [UInt64] = []
    var hash = ByteHash()
    var letters = 0
    var previous: UInt32 = 0
    var at = 0
    func close() {
      if letters >= 4 { words.append(hash.state) }
      hash = ByteHash()
      letters = 0
    }
    while at < text.count {
      let scalar = Scalars.decode(text, at, text.count)
      at += scalar.length
      if Scalars.isUnspaced(scalar.value) {
        close()
        if Scalars.isUnspaced(previous) { words.append(UInt64(previous) << 32 | UInt64(scalar.value)) }
      } else if Scalars.letterCase(scalar.value) != .none {
        letters += 1
        hash.add(number: UInt64(Scalars.lowered(scalar.value)))
      } else {
        close()
      }
      previous = scalar.value
    }
    close()
    return words
  }

  /// Finds lines with a date or a labelled name near the title. The text begins after them.
  private mutating func readBylines(_ blocks: [TextBlock], _ span: Range<Int>) {
    let first = title.map { max(0, $0 - 3) } ?? max(0, textStart - 6)
    var i = first
    while i < min(span.upperBound, textStart + 2) {
      defer { i += 1 }
      let block = blocks[i]
      guard i != title, block.date != nil || block.hasAuthorLabel, ProseScore.of(block) <= 0,
        i < textStart || block.traits.words <= 12
      else { continue }
      bylines.append(i)
      if i >= textStart { textStart = i + 1 }
    }
  }
}
