import NewsModel

extension MainText {
  /// Drops lines that every article of a site has: pointers to other pages, invitations, credits, notices.
  func dropPhraseLines(in inside: Range<Int>, _ verdicts: inout Verdicts) {
    for index in inside where verdicts.isMain(index) && page.blocks[index].count < Thresholds.phrase {
      let block = page.blocks[index]
      switch vocabulary.phrases.meaning(ofPageBlock: page.text[block.start..<block.end]) {
      case .tags, .link, .related, .comments:
        guard block.count < 2 * Thresholds.label, !isSentence(block) else { continue }
        verdicts.set(index, .teaser, "pointer to other pages")
        dropPointedTo(after: index, in: inside, &verdicts)
      case .invitation where block.count < 250 && (block.links > 0 || block.count < 2 * Thresholds.label):
        verdicts.set(index, .navigation, "invitation")
      case .credit where block.count < Thresholds.lead: verdicts.set(index, .footer, "credit")
      case .rights: verdicts.set(index, .footer, "notice of rights")
      case .advert: verdicts.set(index, .navigation, "advert")
      default: break
      }
    }
    dropOffers(in: inside, &verdicts)
  }

  /// Drops the short lines between two invitations, which praise what the site offers.
  private func dropOffers(in inside: Range<Int>, _ verdicts: inout Verdicts) {
    var last: Int?
    for index in inside {
      if verdicts.reason[index] == "invitation" {
        for between in (last ?? index)..<index where verdicts.isMain(between) {
          verdicts.set(between, .navigation, "offer")
        }
        last = index
      } else if verdicts.isMain(index), isProse[index] {
        last = nil
      }
    }
  }

  /// Drops the lines with links that directly follow a pointer to other pages.
  private func dropPointedTo(after pointer: Int, in inside: Range<Int>, _ verdicts: inout Verdicts) {
    for index in inside.suffix(from: pointer + 1) where verdicts.isMain(index) {
      let block = page.blocks[index]
      let isLinked = block.linkBytes * 10 >= block.count * 3 || (tree.tag(block.holder) == .li && block.links > 0)
      guard isLinked, block.count < 250 else { return }
      verdicts.set(index, .teaser, "pointed to")
    }
  }

  /// Whether a block is a sentence without a link, which only begins like a pointer ("More on this was said later.").
  private func isSentence(_ block: PageBlock) -> Bool {
    block.links == 0 && block.count > Thresholds.shortLine && page.text[block.end - 1] == UInt8(ascii: ".")
  }
}
