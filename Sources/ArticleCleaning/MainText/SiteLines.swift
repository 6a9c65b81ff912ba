import NewsModel
import TextScanning

extension MainText {
  /// Lines that every article of a site has: pointers, invitations, credits, notices.
  func dropStockPhrases(in inside: Range<Int>, _ verdicts: inout Verdicts) {
    for index in inside where verdicts.isMain(index) && page.blocks[index].count < Thresholds.stockPhrase {
      let block = page.blocks[index]
      switch vocabulary.stockPhrases.meaning(of: page.text.span.extracting(block.start..<block.end)) {
      case .pointer where block.count < 2 * Thresholds.label && !isSentence(block):
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
  }

  /// What a pointer points to: the linked lines right behind it.
  private func dropPointedTo(after pointer: Int, in inside: Range<Int>, _ verdicts: inout Verdicts) {
    for index in inside.suffix(from: pointer + 1) where verdicts.isMain(index) {
      let block = page.blocks[index]
      let isLinked = block.linkBytes * 10 >= block.count * 3 || (tree.tag(block.holder) == .li && block.links > 0)
      guard isLinked, block.count < 250 else { return }
      verdicts.set(index, .teaser, "pointed to")
    }
  }

  /// A whole sentence without a link only begins like a pointer ("More on this was said later.").
  private func isSentence(_ block: PageBlock) -> Bool {
    block.links == 0 && block.count > Thresholds.shortLine && page.text[block.end - 1] == UInt8(ascii: ".")
  }
}
