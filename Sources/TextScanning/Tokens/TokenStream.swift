/// The tokens and sentences of a text. To reuse its memory, keep one stream and call `scan` again.
package struct TokenStream: Sendable {
  package private(set) var tokens: [Token] = []
  /// The sentences in order; they cover all tokens except the line breaks between them.
  package private(set) var sentences: [Sentence] = []

  /// A sequence of tokens up to a full stop or the end of a paragraph.
  package struct Sentence: Sendable, Equatable {
    /// Token indices, half open.
    package var start: Int
    package var end: Int
    /// The number of the paragraph in the text, from 0.
    package var paragraph: Int
  }

  package init() {}

  package init(_ text: String) {
    scan(Array(text.utf8))
  }

  /// Scans a text and finds its paragraphs by its line ends.
  package mutating func scan(_ bytes: [UInt8]) {
    scan(bytes, blocks: [0..<bytes.count])
  }

  /// Scans a text made of blocks. The end of a block always ends a paragraph. Blocks are in order and do not overlap.
  package mutating func scan(_ bytes: [UInt8], blocks: [Range<Int>]) {
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    // English news has one token per five bytes; a quarter leaves room.
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

  /// Returns the index of the sentence that contains a token; for a line break, that of the sentence before it.
  package func sentenceIndex(ofToken token: Int) -> Int {
    max(0, sentences.partitioningIndex { $0.start > token } - 1)
  }

  /// Returns the index of the first token that ends after a byte offset.
  package func tokenIndex(atByte offset: Int) -> Int {
    tokens.partitioningIndex { Int($0.end) > offset }
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

  /// Whether the token is a period directly after a word that does not end a sentence, or a comma before "Inc".
  /// Matching skips such tokens.
  private func isInnerPeriod(_ index: Int) -> Bool {
    let token = tokens[index]
    guard index > 0, tokens[index - 1].isWord, !token.hasSpaceBefore else { return false }
    if token.hash == Sign.hash(of: UInt8(ascii: ".")) { return true }
    return token.hash == Sign.hash(of: UInt8(ascii: ",")) && index + 1 < tokens.count
      && Abbreviations.companyForms.contains(tokens[index + 1].hash)
  }

  /// The punctuation after the last word of a sentence. It is kept so that a long run of marks is read once and not
  /// again from each of them.
  private struct SignsBehind {
    /// The index after the full stops, closing quotes and brackets, which belong to the sentence.
    var end = 0
    /// The index after the opening quotes and brackets that follow.
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

  /// Returns the index after the sentence that ends at a punctuation mark; nil if no sentence ends there.
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
