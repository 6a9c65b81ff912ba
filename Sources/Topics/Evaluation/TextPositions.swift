import NewsModel
import ScannedText
import TextScanning

/// Numbers the words of a document from the title through the main text to the captions, so that a field, a sentence or
/// a paragraph is a range of numbers. It is a class because the evaluation of every rule holds it.
final class TextPositions {
  /// An occurrence of a term.
  struct Occurrence {
    var term: RuleTable.Term
    /// Word numbers, half-open.
    var start: Int32
    var end: Int32
    /// Byte offsets into the section's text.
    var firstByte: Int32
    var lastByte: Int32
    /// The section's number.
    var section: Int32
  }

  let titleEnd: Int32
  let lead: Range<Int32>
  private let mainTextEnd: Int32
  let end: Int32
  /// The numbers of the words that begin a sentence or a paragraph, in ascending order.
  let sentences: [Int32]
  let paragraphs: [Int32]
  /// For each section, the number of words before each of its tokens; empty if the section does not count.
  private let words: [[Int32]]

  init(_ document: ScannedDocument) {
    var sentences: [Int32] = []
    var paragraphs: [Int32] = []
    var all: [[Int32]] = []
    var ends: [Int32] = []
    for section in document.sections {
      let words = section.isCounted ? TextPositions.count(section.tokens, from: ends.last ?? 0) : []
      all.append(words)
      ends.append(words.last ?? ends.last ?? 0)
      if words.isEmpty { continue }
      var paragraph = -1
      for sentence in section.sentences where words[sentence.start] < words[sentence.end] {
        let start = words[sentence.start]
        sentences.append(start)
        if sentence.paragraph != paragraph {
          paragraph = sentence.paragraph
          paragraphs.append(start)
        }
      }
    }
    words = all
    titleEnd = ends[document.title.number]
    mainTextEnd = ends[document.mainText.number]
    end = ends[ends.count - 1]
    self.sentences = sentences
    self.paragraphs = paragraphs
    lead = TextPositions.lead(
      of: document.mainText, words[document.mainText.number], sentences, paragraphs, titleEnd: titleEnd,
      end: mainTextEnd)
  }

  /// For each token the number of words before it, followed by the number after the last token.
  private static func count(_ tokens: [Token], from first: Int32) -> [Int32] {
    [Int32](capacity: tokens.count + 1) { words in
      var number = first
      for token in tokens {
        words.append(number)
        if token.isWord { number += 1 }
      }
      words.append(number)
    }
  }

  /// The words that the first paragraph of a story has at least. Shorter ones before it hold its date, place or author.
  private static let leadWords: Int32 = 8
  /// A lead ends with the sentence that contains this word. Otherwise a text that lost its paragraph breaks would all
  /// be lead.
  private static let longestLead: Int32 = 60

  /// The blocks that cleaning labelled as lead. If there are none, the first paragraph of the main text with at least
  /// `leadWords` words, or else its first paragraph. The title of an alert that has no main text is also its lead.
  private static func lead(
    of section: ScannedDocument.Section, _ words: [Int32], _ sentences: [Int32], _ paragraphs: [Int32],
    titleEnd: Int32, end: Int32
  ) -> Range<Int32> {
    if let last = section.blocks.last(where: { $0.zone == .lead }),
      let first = section.blocks.first(where: { $0.zone == .lead })
    {
      let start = words[section.stream.tokenIndex(atByte: first.start)]
      let stop = words[section.stream.tokenIndex(atByte: last.end)]
      return start..<max(start, stop)
    }
    let own = paragraphs.filter { titleEnd <= $0 && $0 < end }
    let ranges = own.indices.map { own[$0]..<($0 + 1 < own.count ? own[$0 + 1] : end) }
    guard let first = ranges.first(where: { $0.count >= leadWords }) ?? ranges.first else { return 0..<titleEnd }
    let stop = sentences.first { $0 > first.lowerBound + longestLead } ?? first.upperBound
    return first.lowerBound..<min(first.upperBound, stop)
  }

  func occurrence(_ term: RuleTable.Term, tokens: Range<Int>, of section: ScannedDocument.Section) -> Occurrence {
    let words = words[section.number]
    let bytes = section.byteRange(ofTokens: tokens)
    let start = words[tokens.lowerBound]
    return Occurrence(
      term: term, start: start, end: max(words[tokens.upperBound], start + 1), firstByte: Int32(bytes.lowerBound),
      lastByte: Int32(bytes.upperBound), section: Int32(section.number))
  }

  /// The sentence that a word is in.
  func sentence(of word: Int32) -> Range<Int32> { unit(of: word, in: sentences) }
  func paragraph(of word: Int32) -> Range<Int32> { unit(of: word, in: paragraphs) }

  private func unit(of word: Int32, in starts: [Int32]) -> Range<Int32> {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= word { low = middle + 1 } else { high = middle }
    }
    let start = low > 0 ? starts[low - 1] : 0
    return start..<max(start, low < starts.count ? starts[low] : end)
  }

  func range(of scope: RuleScope) -> Range<Int32> {
    switch scope {
    case .title: 0..<titleEnd
    case .lead: lead
    case .body: titleEnd..<mainTextEnd
    case .sentence, .paragraph: 0..<end
    }
  }
}
