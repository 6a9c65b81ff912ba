import NewsModel
import ScannedText
import TextScanning

/// Tokens of one section.
struct TokenSpan: Equatable {
  var section: Int32
  var start: Int32
  var end: Int32

  init(section: Int, _ range: Range<Int>) {
    self.section = Int32(section)
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// What a candidate is called that has no entity of its own in the dictionary.
enum CandidateName {
  /// The words of a text. Two names are one whose `identity` is: that of the words which make the id.
  case words(TokenSpan, idEnd: Int32, identity: UInt64)
  /// A unit of a plant, by its index into the dictionary's entities.
  case unit(Int32, number: Int32)

  func isSame(as other: Self) -> Bool {
    switch (self, other) {
    case (.words(_, _, let a), .words(_, _, let b)): a == b
    case (.unit(let a, let m), .unit(let b, let n)): a == b && m == n
    default: false
    }
  }
}

extension CandidateName? {
  func isSame(as other: Self) -> Bool {
    switch (self, other) {
    case (nil, nil): true
    case (let a?, let b?): a.isSame(as: b)
    default: false
    }
  }
}

extension ScannedDocument.Section {
  func span(_ tokens: Range<Int>) -> TokenSpan { TokenSpan(section: number, tokens) }

  /// The name that some tokens are; its id ends at `idEnd`.
  func name(_ tokens: Range<Int>, idEnd: Int? = nil, of type: EntityType) -> CandidateName {
    let idEnd = idEnd ?? tokens.upperBound
    // Words are hashes already: they need an order, and no more mixing than one step gives.
    var identity = UInt64(type.index)
    for token in self.tokens[tokens.lowerBound..<idEnd] where token.isWord {
      identity = ByteHash.step(identity, token.hash)
    }
    return .words(span(tokens), idEnd: Int32(idEnd), identity: identity)
  }
}
