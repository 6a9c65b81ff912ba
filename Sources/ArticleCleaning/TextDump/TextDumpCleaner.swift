package import NewsModel

/// A page that was saved as text (by lynx, w3m, inscriptis, a browser's "save as text") or clean article text, to a document.
package struct TextDumpCleaner: Sendable {
  package init() {}

  /// - Parameter text: valid UTF-8.
  package func clean(source: String, text: [UInt8]) -> Document {
    var document = Document(source: source)
    let lines = DumpLine.lines(of: text)
    let paragraphs = DumpParagraphs(text, lines: lines)
    let marks = DumpMarks(paragraphs.text)
    var blocks = paragraphs.blocks
    var texts: [[UInt8]] = []
    var counts: [UInt64: Int] = [:]
    for i in blocks.indices {
      let stripped = marks.strip(paragraphs.text, blocks[i].range)
      blocks[i].traits = DumpBlock.Traits(stripped.text)
      blocks[i].traits.controls = stripped.controls
      blocks[i].traits.linkMarks = stripped.linkNumbers
      blocks[i].phrase = DumpPhrase(stripped.text, words: blocks[i].traits.words)
      blocks[i].aside = DumpAside(stripped.text, words: blocks[i].traits.words)
      if i > 0, blocks[i].traits.words > 3, blocks[i].traits.fingerprint == blocks[i - 1].traits.fingerprint {
        blocks[i].isTwin = true
        blocks[i - 1].isTwin = true
      }
      if blocks[i].traits.words > 0 { counts[blocks[i].traits.fingerprint, default: 0] += 1 }
      texts.append(stripped.text)
    }
    for i in blocks.indices { blocks[i].traits.occurrences = counts[blocks[i].traits.fingerprint] ?? 1 }
    let span = DumpArticleSpan(blocks)
    for i in blocks.indices where !texts[i].isEmpty {
      let inBox = boxed(blocks, i, span)
      let zone: Zone = span.blocks.contains(i) && !inBox ? .body : .navigation
      document.blocks.append(Block(zone: zone, text: String(decoding: texts[i], as: UTF8.self), reason: "\(DumpScore.of(blocks[i]))"))
    }
    return document
  }

  func boxed(_ blocks: [DumpBlock], _ i: Int, _ span: DumpArticleSpan) -> Bool {
    if blocks[i].phrase != nil || blocks[i].isAside { return true }
    if DumpScore.of(blocks[i]) > 0 { return false }
    if blocks[i].traits.occurrences >= 2 { return true }
    var at = i - 1
    while at >= span.blocks.lowerBound {
      if blocks[at].phrase == .related { return true }
      if DumpScore.of(blocks[at]) > 0 { return false }
      at -= 1
    }
    return false
  }
}
