/// The tokens and sentences of a text. Keep one and `scan` again to reuse its memory.
package struct TokenStream: Sendable {
  package private(set) var tokens: [Token] = []
  /// In order; they cover all tokens but the line breaks between them.
  package private(set) var sentences: [Sentence] = []

  /// A run of tokens up to a full stop or a paragraph's end.
  package struct Sentence: Sendable, Equatable {
    /// Token indices, half open.
    package var start: Int
    package var end: Int
    /// From 0, over the whole text.
    package var paragraph: Int
  }

  package init() {}

  package init(_ text: String) {
    scan(Array(text.utf8))
  }

  /// Scans a text whose paragraphs are found by its line ends.
  package mutating func scan(_ bytes: [UInt8]) {
    scan(bytes, blocks: [0..<bytes.count])
  }

  /// Scans a text made of blocks: a block's end always ends a paragraph. Blocks are in order and do not overlap.
  package mutating func scan(_ bytes: [UInt8], blocks: [Range<Int>]) {
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    // English news has a token in five bytes; a quarter leaves room.
    tokens.reserveCapacity(bytes.count / 4 + 16)
    bytes.withUnsafeBufferPointer { buffer in
      for block in blocks {
        if let last = tokens.last, last.kind != .lineBreak {
          tokens.append(
            Token(
              hash: 0, start: last.end, end: Int32(block.lowerBound), head: 0, kind: .lineBreak, flags: .spaceBefore))
        }
        var tokenizer = Tokenizer(buffer, block)
        tokenizer.scan(into: &tokens)
      }
    }
    divideSentences()
  }

  /// The index of the sentence that a token is in; for a line break the one before it.
  package func sentenceIndex(ofToken token: Int) -> Int {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].start <= token { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The index of the first token that ends after a byte offset.
  package func tokenIndex(atByte offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].end) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func divideSentences() {
    var start = 0
    var paragraph = 0
    var index = 0
    var signs = SignsBehind()
    let count = tokens.count
    while index < count {
      let token = tokens[index]
      if token.kind == .lineBreak {
        if index > start {
          sentences.append(Sentence(start: start, end: index, paragraph: paragraph))
          tokens[index - 1].flags.insert(.endsSentence)
        }
        paragraph += 1
        start = index + 1
      } else if token.kind == .punctuation || token.flags.contains(.dotted) || token.kind == .ideograph {
        if let end = sentenceEnd(at: index, &signs) {
          sentences.append(Sentence(start: start, end: end, paragraph: paragraph))
          tokens[end - 1].flags.insert(.endsSentence)
          start = end
          index = end
          continue
        }
        if isInnerPeriod(index) { tokens[index].flags.insert(.skipped) }
      }
      index += 1
    }
    if count > start {
      sentences.append(Sentence(start: start, end: count, paragraph: paragraph))
      tokens[count - 1].flags.insert(.endsSentence)
    }
  }

  /// A period right after a word that ends no sentence, or a comma before "Inc": matching steps over it.
  private func isInnerPeriod(_ index: Int) -> Bool {
    let token = tokens[index]
    guard index > 0, tokens[index - 1].isWord, !token.hasSpaceBefore else { return false }
    if token.hash == Sign.hash(of: UInt8(ascii: ".")) { return true }
    return token.hash == Sign.hash(of: UInt8(ascii: ",")) && index + 1 < tokens.count
      && Abbreviations.companyForms.contains(tokens[index + 1].hash)
  }

  /// The signs behind a sentence's last word: a long run of them is read once, not again from each of its own.
  private struct SignsBehind {
    /// The token behind the full stops, closing quotes and brackets, which belong to the sentence.
    var end = 0
    /// The token behind the opening quotes and brackets that follow.
    var word = 0
  }

  private func read(_ signs: inout SignsBehind, after index: Int) {
    if index < signs.end { return }
    signs.end = index + 1
    while signs.end < tokens.count, tokens[signs.end].kind == .punctuation, !tokens[signs.end].hasSpaceBefore,
      SentenceSigns.isTerminator(tokens[signs.end].hash) || tokens[signs.end].hash == SentenceSigns.period
        || SentenceSigns.isClosing(tokens[signs.end].hash)
    { signs.end += 1 }
    signs.word = signs.end
    while signs.word < tokens.count, tokens[signs.word].kind == .punctuation,
      SentenceSigns.isOpening(tokens[signs.word].hash)
    { signs.word += 1 }
  }

  /// The token after the sentence that ends at a sign; nil when none does.
  private func sentenceEnd(at index: Int, _ signs: inout SignsBehind) -> Int? {
    let token = tokens[index]
    let isPeriod = token.hash == SentenceSigns.period
    guard isPeriod || SentenceSigns.isTerminator(token.hash) || token.flags.contains(.dotted) else { return nil }
    read(&signs, after: index)
    let next = signs.end
    guard next < tokens.count else { return next }
    let following = tokens[next]
    if following.kind == .lineBreak { return next }
    guard following.hasSpaceBefore || following.kind == .ideograph else { return nil }
    guard signs.word < tokens.count else { return next }
    let first = tokens[signs.word]
    if first.casing == .lower && first.kind == .word { return nil }
    if token.flags.contains(.dotted) {
      return Abbreviations.sentenceStarters.contains(first.hash) && first.startsWithCapital ? next : nil
    }
    if isPeriod, index > 0, !token.hasSpaceBefore, tokens[index - 1].kind == .word {
      let word = tokens[index - 1]
      if word.casing == .initial { return nil }
      if Abbreviations.beforeNames.contains(word.hash) && word.casing != .lower { return nil }
      if Abbreviations.beforeNumbers.contains(word.hash) && first.kind == .number { return nil }
      if Abbreviations.inside.contains(word.hash) && word.casing != .lower {
        return Abbreviations.sentenceStarters.contains(first.hash) ? next : nil
      }
    }
    if first.kind == .punctuation && signs.word == next { return nil }
    return next
  }
}
