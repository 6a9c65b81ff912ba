package import TextScanning

/// How a sentence uses capitals, which decides whether a capital marks a name.
package enum SentenceCasing: Sendable {
  /// Capitals mark names and the beginning of the sentence.
  case sentence
  /// Nearly every long word has a capital, as in a headline or the header of a table.
  case headline
  /// All letters are capitals.
  case capitals
  /// No letter is a capital.
  case lower

  /// Recognises a headline by its long words. Headlines capitalise words of four letters and more (Associated Press
  /// style); one long word in eight may lack its capital. A sentence full of names is not taken for a headline, because
  /// its verb has no capital.
  package init(_ tokens: ArraySlice<Token>) {
    // A headline does not end with a full stop.
    let isClosed = tokens.last.map { $0.hash == Sign.hash(of: UInt8(ascii: ".")) } ?? false
    var long = 0
    var longCapitalised = 0
    var cased = 0
    var upper = 0
    var lower = 0
    for token in tokens where token.kind == .word && token.casing != .none {
      cased += 1
      switch token.casing {
      case .upper: upper += 1
      case .lower: lower += 1
      default: break
      }
      if token.end - token.start >= 4 {
        long += 1
        if token.casing != .lower { longCapitalised += 1 }
      }
    }
    if cased > 0, lower == cased {
      self = .lower
    } else if lower == 0, upper * 10 >= cased * 7, cased >= 2 {
      self = .capitals
    } else if !isClosed, longCapitalised >= 3, long - longCapitalised <= long / 8, lower * 2 <= cased {
      self = .headline
    } else {
      self = .sentence
    }
  }
}

extension ScannedDocument.Section {
  /// The casing of each sentence, in order.
  package func sentenceCasings() -> [SentenceCasing] {
    sentences.map { SentenceCasing(tokens[$0.start..<$0.end]) }
  }
}
