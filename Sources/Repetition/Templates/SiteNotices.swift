import NewsModel

/// The standing notices of a site, and how often each occurs.
struct SiteNotices: Sendable {
  private let found: [UInt64: (texts: Int, weeks: Int)]

  /// - Parameters:
  ///   - sentences: the hash of each sentence with the number of its page.
  ///   - firsts: for each page the first page with the same text.
  ///   - days: the day of each page.
  init(_ sentences: [(hash: UInt64, page: UInt32)], firsts: [Int], days: [Day?]) {
    var found: [UInt64: (texts: Int, weeks: Int)] = [:]
    let sorted = sentences.sorted { ($0.hash, $0.page) < ($1.hash, $1.page) }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].hash == sorted[start].hash { end += 1 }
      if end - start >= NoticeRule.minimumTexts {
        let texts = Set(sorted[start..<end].map { firsts[Int($0.page)] })
        let weeks = Set(texts.compactMap { days[$0].map { Week($0) } }).count
        if NoticeRule.isNotice(texts: texts.count, weeks: weeks) { found[sorted[start].hash] = (texts.count, weeks) }
      }
      start = end
    }
    self.found = found
  }

  /// Moves the notices of a document to their zone. A block with other sentences is divided. If nothing else is left of
  /// the text, nothing is moved.
  func move(in document: inout Document, _ templates: inout FoundTemplates) {
    if self.found.isEmpty { return }
    var blocks: [Block] = []
    var moved = false
    var isTextLeft = false
    for block in document.blocks {
      guard block.zone.isMainText, block.zone.isCounted else {
        blocks.append(block)
        continue
      }
      let pieces = NoticeRule.mayHold(block) ? pieces(of: block) : [(block.text, nil)]
      for (number, piece) in pieces.enumerated() {
        var part = Block(zone: block.zone, text: piece.text, reason: block.reason, continuesBlock: number > 0)
        if let notice = piece.notice, let count = found[notice] {
          part.move(to: (.notice, NoticeRule.reason(texts: count.texts, weeks: count.weeks)))
          let template = SiteTemplate(fingerprint: notice, zone: .notice, documents: count.texts, example: piece.text)
          templates.add(TemplateFingerprint(value: notice), template)
          moved = true
        } else if !block.isCountedField {
          isTextLeft = true
        }
        blocks.append(part)
      }
    }
    if moved, isTextLeft { document.blocks = blocks }
  }

  /// Divides the text of a block at the borders of notices. `notice` is the hash of the first sentence of a notice.
  private func pieces(of block: Block) -> [(text: String, notice: UInt64?)] {
    let sentences = NoticeSentence.all(in: block.text)
    guard sentences.contains(where: { $0.hash.map { found[$0] != nil } ?? false }) else { return [(block.text, nil)] }
    let bytes = Array(block.text.utf8)
    var pieces: [(range: Range<Int>, notice: UInt64?)] = []
    for sentence in sentences {
      let notice = sentence.hash.flatMap { found[$0] == nil ? nil : $0 }
      if let last = pieces.last, (last.notice == nil) == (notice == nil) {
        pieces[pieces.count - 1].range = last.range.lowerBound..<sentence.range.upperBound
      } else {
        pieces.append((sentence.range, notice))
      }
    }
    return pieces.map { (String(decoding: bytes[$0.range], as: UTF8.self), $0.notice) }
  }
}
