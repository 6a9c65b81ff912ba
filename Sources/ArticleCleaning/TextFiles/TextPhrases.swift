import TextScanning

extension SitePhrases {
  /// What the first words of a block of a text file say.
  ///
  /// This only helps: a text in a language without phrases is judged by the shape and place of its blocks alone.
  ///
  /// - Parameter words: the number of words in the block.
  func meaning(ofTextBlock text: [UInt8], words: Int) -> Meaning? {
    guard words <= Self.longestRights else { return nil }
    let lowered = Scalars.lowered(text, limit: 64)
    return textOpenings.match(lowered, at: 0) { meaning, end in
      words <= Self.longestBlock(meaning) && Self.endsWord(lowered, at: end)
    }
  }

  /// The words of the longest block for which the meaning is believed: a long one opens with such words by chance.
  private static func longestBlock(_ meaning: Meaning) -> Int {
    switch meaning {
    case .tags: 40
    case .link, .invitation, .credit: 30
    case .related: 9
    case .comments, .share, .network: 8
    case .advert: 5
    case .rights: longestRights
    case .button, .site: 6
    }
  }

  private static let longestRights = 80

  /// What a sentence among those of an article is that does not belong to it.
  func aside(_ text: [UInt8], words: Int) -> SitePhrase.Aside? {
    guard words <= Self.longestAside(.picture), let found = asides.firstMatch(in: Scalars.lowered(text)),
      words <= Self.longestAside(found)
    else { return nil }
    return found
  }

  /// The words of the longest such sentence; longer paragraphs are text about these things.
  private static func longestAside(_ aside: SitePhrase.Aside) -> Int { aside == .picture ? 70 : 60 }
}

extension SitePhrase.Aside {
  /// The reason that the block's zone has.
  var reason: String {
    switch self {
    case .picture: "picture caption"
    case .appeal: "appeal to the reader"
    case .notice: "notice of cookies"
    }
  }
}
