import NewsModel

/// The zone of each block of a saved page, from its place before, in or after the article and from its neighbours.
struct SavedPageZones {
  private let blocks: [TextBlock]
  private let scores: [Double]
  private let heading: ArticleHeading
  private let text: Range<Int>
  /// The index of the last line with a copyright, or of the block after the last prose of the file.
  private let footerStart: Int
  private let comments: Range<Int>
  /// For each block of the text, whether only short lines are between it and a heading over other articles.
  private let isUnderRelated: [Bool]
  private let firstParagraph: Int?

  init(_ blocks: [TextBlock], _ span: ArticleSpan, _ heading: ArticleHeading) {
    self.blocks = blocks
    self.heading = heading
    scores = blocks.map(ProseScore.of)
    text = min(heading.textStart, span.blocks.upperBound)..<span.blocks.upperBound
    firstParagraph = text.first { [scores] in scores[$0] > 0 }
    let lastProse = scores.lastIndex { $0 > 0 } ?? -1
    let copyright = blocks.lastIndex { $0.phrase == .rights } ?? blocks.count
    footerStart = max(text.upperBound, min(copyright, lastProse + 1))
    let comments = blocks[text.upperBound...].firstIndex { $0.phrase == .comments } ?? blocks.count
    self.comments = comments..<(blocks[comments...].firstIndex { $0.phrase == .related } ?? blocks.count)
    var isUnder = false
    isUnderRelated = text.map { [scores] i in
      isUnder = scores[i] <= 0 && (isUnder || blocks[i].phrase == .related)
      return isUnder
    }
  }

  func zone(of i: Int) -> (zone: Zone, reason: String) {
    if i == heading.title { return (.title, "heading above the text") }
    if heading.bylines.contains(i) { return (.navigation, "byline") }
    if text.contains(i) { return insideText(i) }
    let block = blocks[i]
    if block.phrase == .tags { return (.tags, "tags") }
    if i < text.lowerBound {
      if isStandfirst(i) { return (.teaser, "standfirst") }
      if scores[i] > 0 { return (.teaser, "sentences above the text") }
      return (.navigation, block.phrase.map { $0.rawValue } ?? "short lines above the text")
    }
    if i >= footerStart { return (.footer, "end of the page") }
    if comments.contains(i) { return (.comment, "behind the comments' heading") }
    if block.phrase == .related || block.phrase == .link || scores[i] > 0 {
      return (.teaser, "sentences behind the text")
    }
    if standsByProse(i) { return (.teaser, "beside sentences behind the text") }
    return (.navigation, block.phrase.map { $0.rawValue } ?? "short lines behind the text")
  }

  /// Whether a block is one of the sentences directly under the title.
  private func isStandfirst(_ i: Int) -> Bool {
    guard let title = heading.title, i > title, scores[i] > 0, blocks[i].traits.occurrences == 1 else { return false }
    return (title + 1..<i).allSatisfy { scores[$0] > 0 || heading.bylines.contains($0) }
  }

  /// Returns the zone of a block inside the article, which may be a box, a caption or an advertisement.
  private func insideText(_ i: Int) -> (zone: Zone, reason: String) {
    let block = blocks[i]
    switch block.phrase {
    case .tags: return (.tags, "tags")
    case .related, .link: return (.teaser, "link to other articles")
    case .comments: return (.comment, "comments")
    case .rights: return (.footer, "copyright")
    case .share?, .network?, .button?, .site?, .invitation?, .advert?: return (.navigation, block.phrase!.rawValue)
    case .credit: return (.caption, "picture credit")
    case nil: break
    }
    if let aside = block.aside { return (aside == .picture ? .caption : .navigation, aside.reason) }
    if block.isTwin { return (.caption, "picture's name and caption") }
    if scores[i] > 0 { return i == firstParagraph ? (.lead, "first paragraph") : (.body, "prose") }
    if block.traits.words == 0 { return (.navigation, "no words") }
    if block.traits.occurrences >= 2, block.traits.digits == 0 { return (.teaser, "short line that recurs") }
    if isUnderRelated[i - text.lowerBound] { return (.teaser, "under a heading of other articles") }
    return (.body, block.bullet == .none ? "short line inside the text" : "list inside the text")
  }

  /// Whether a block is the headline or name of a box with a nearby sentence.
  private func standsByProse(_ i: Int) -> Bool {
    if blocks[i].bullet == .item || blocks[i].phrase != nil { return false }
    for at in (i + 1)..<max(i + 1, min(blocks.count, i + 4)) where scores[at] > 0 { return true }
    for at in max(text.upperBound, i - 1)..<i where scores[at] > 0 && blocks[i].blankBefore <= 1 { return true }
    return false
  }
}
