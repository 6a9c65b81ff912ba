package import NewsModel
package import TextScanning

/// The texts of a document as tokens, from which mentions, countries and topics are read. These types are classes,
/// so that the steps share them without copies.
package final class ScannedDocument: Sendable {
  package let document: Document
  /// The title, then the main text, then every other zone that has text, in the order of `Zone.allCases`. The first two
  /// are always present; they are empty if the document has none.
  package let sections: [Section]

  package var title: Section { sections[0] }
  package var mainText: Section { sections[1] }

  /// The section that byte offsets of a zone refer to; nil if the document lacks the zone.
  package func section(of zone: Zone) -> Section? {
    zone == .title ? title : zone.isMainText ? mainText : sections.dropFirst(2).first { $0.zone == zone }
  }

  package convenience init(_ document: Document) { self.init(document, upTo: nil) }

  /// - Parameter ends: How many bytes of each section are read; nil for all.
  package init(_ document: Document, upTo ends: [Int]?) {
    self.document = document
    func end(_ number: Int) -> Int { ends?[number] ?? .max }
    var sections = [
      Section(
        0, zone: .title, blocks: document.title.map { [Block(zone: .title, text: $0, reason: "")] } ?? [], upTo: end(0))
    ]
    sections.append(Section(1, zone: .body, blocks: document.blocks.filter(\.zone.isMainText), upTo: end(1)))
    for zone in Zone.allCases where !zone.isMainText && zone != .title {
      let blocks = document.blocks.filter { $0.zone == zone }
      if blocks.isEmpty { continue }
      sections.append(Section(sections.count, zone: zone, blocks: blocks, upTo: end(sections.count)))
    }
    self.sections = sections
  }

  /// A text that byte offsets refer to: `Document.text(of:)` of its zone.
  package final class Section: Sendable {
    /// Its index in the document's sections.
    package let number: Int
    /// `body` for the main text, whose blocks may be lead, body, table or form (see `zone(atByte:)`).
    package let zone: Zone
    package let bytes: [UInt8]
    package let stream: TokenStream
    /// The byte ranges of the blocks, in order, with a "\n" between two blocks.
    package let blocks: [BlockRange]

    package struct BlockRange: Sendable, Equatable {
      package var zone: Zone
      package var start: Int
      package var end: Int
      /// The type of name that the value of a form's field is; nil outside fields.
      package var fieldType: EntityType?
    }

    /// Whether this section counts for topics, countries and trends.
    package var isCounted: Bool { zone.isCounted }
    package var tokens: [Token] { stream.tokens }
    package var sentences: [TokenStream.Sentence] { stream.sentences }

    init(_ number: Int, zone: Zone, blocks: [Block], upTo end: Int) {
      self.number = number
      self.zone = zone
      var bytes: [UInt8] = []
      bytes.reserveCapacity(blocks.reduce(0) { $0 + $1.text.utf8.count + 1 })
      var ranges: [BlockRange] = []
      for block in blocks {
        if !bytes.isEmpty { bytes.append(10) }
        let start = bytes.count
        bytes.append(contentsOf: block.text.utf8)
        ranges.append(BlockRange(zone: block.zone, start: start, end: bytes.count, fieldType: block.fieldType))
      }
      if end < bytes.count {
        bytes.removeLast(bytes.count - end)
        while let last = ranges.last, last.start >= end { ranges.removeLast() }
        if !ranges.isEmpty { ranges[ranges.count - 1].end = end }
      }
      self.bytes = bytes
      self.blocks = ranges
      var stream = TokenStream()
      // The fields of forms are part of the main text, so that offsets hold, but no names or terms are read in them.
      stream.scan(bytes, blocks: ranges.filter { $0.zone != .form }.map { $0.start..<$0.end })
      self.stream = stream
    }

    /// The zone of the block that a byte is in.
    package func zone(atByte offset: Int) -> Zone { block(atByte: offset)?.zone ?? zone }

    /// The type of name that a form gives at a byte; nil outside fields.
    package func fieldType(atByte offset: Int) -> EntityType? { block(atByte: offset)?.fieldType }

    private func block(atByte offset: Int) -> BlockRange? {
      let block = blocks.partitioningIndex { $0.end > offset }
      return block < blocks.count ? blocks[block] : nil
    }

    package func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The byte range that tokens cover, half-open, without punctuation at either end.
    package func byteRange(ofTokens range: Range<Int>) -> Range<Int> {
      Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
    }

    /// The index of the sentence that a token is in.
    package func sentenceIndex(ofToken token: Int) -> Int { stream.sentenceIndex(ofToken: token) }

    /// The number of the paragraph that a token is in, from 0.
    package func paragraph(ofToken token: Int) -> Int {
      sentences.isEmpty ? 0 : sentences[stream.sentenceIndex(ofToken: token)].paragraph
    }
  }
}
