/// A score for how much a block looks like a paragraph of an article: above zero for prose, below for everything else.
///
/// The numbers were chosen on rendered news pages, by the share of the article that was found. Most of them may change
/// by a third without an effect.
enum ProseScore {
  static func of(_ block: TextBlock) -> Double {
    let traits = block.traits
    if traits.words == 0 { return traits.controls > 0 ? -0.5 : -0.3 }
    if let phrase = block.phrase {
      switch phrase {
      case .comments, .tags, .rights: return -3
      case .related: return -2
      case .link: return -0.5
      case .invitation: return -2
      case .share, .network, .button, .site, .credit: return -1.2
      case .advert: return -0.4
      }
    }
    if traits.occurrences >= 3, traits.words <= 4 { return -2 }
    if traits.separators >= 2, traits.separators * 8 > traits.words { return -1.5 }
    if traits.gaps >= 2, !traits.endsSentence { return -1.5 }
    if block.isAside { return -0.5 }
    // A teaser ends with an ellipsis, as does the last paragraph before a paywall, which is longer.
    if traits.endsWithEllipsis, traits.words < 40 { return -0.3 }
    let isProse = traits.endsSentence && traits.words >= 5 || traits.words >= 25
    if isProse {
      var score = Double(min(traits.words, 80)) / 10
      if traits.lowerShare < 0.5 { score *= 0.3 }
      if traits.controls > 0 { score *= 0.3 }
      if block.bullet == .item { score *= 0.6 }
      if traits.occurrences > 1 { score *= 0.5 }
      if !traits.endsSentence { score *= 0.7 }
      return score
    }
    return block.bullet == .none ? -1 : -1.2
  }
}
