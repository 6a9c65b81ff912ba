package import NewsModel
import TextScanning
import Trends

/// Tells which blocks belong to a site's template, from how many of its pages have them.
///
/// The counts are of different texts: copies of one text (`DistinctTexts`) have all of it in common, and are one page
/// here. They are sums, so the answer does not depend on the order in which pages came, and a page that came before the
/// template was known is judged by the same numbers.
package enum TemplateRule {
  /// Fewer pages tell nothing of a site.
  package static let minimumPages = 3

  /// A page whose main text is headlines of other documents alone is a list of them from so many headlines on; a shorter
  /// one has a text of its own that another document is called by.
  static let listingHeadlines = 3

  /// Of the interval of a share, whose lower end counts: a share seen on few pages is trusted less.
  private static let confidence = 0.95

  /// The share of a site's pages, with 97.5 % confidence, from which a block is furniture. Paragraphs of background
  /// that a newsroom carries from story to story stay far below.
  static let minimumShare = 0.25

  /// The zone of a main-text block that recurs, and the reason; nil where it stays what it is.
  ///
  /// - Parameters:
  ///   - documentFrequency: how many of the site's pages have a block with this fingerprint, this page included; copies
  ///     count once.
  ///   - pagesOfSite: how many pages of the site the archive has, counted likewise.
  package static func zone(
    for block: Block, documentFrequency: Int, pagesOfSite: Int
  ) -> (zone: Zone, reason: String)? {
    guard block.zone.isMainText, documentFrequency >= minimumPages, documentFrequency <= pagesOfSite,
      ShareInterval.wilson(count: documentFrequency, total: pagesOfSite, confidence: confidence).lowerBound
        >= minimumShare
    else { return nil }
    let reason = "on \(documentFrequency) of the site's \(pagesOfSite) pages"
    let isSentence = SentenceMarks.count(in: Array(block.text.utf8), 0..<block.text.utf8.count) > 0
    return (isSentence ? .footer : .navigation, reason)
  }

  /// Whether a template is most of a document's main text, in bytes: it is no furniture there, whatever other pages have.
  package static func isMost(_ template: Int, of mainText: Int) -> Bool { template * 2 > mainText }

  /// The zone of a block that is the headline of another document of the same site, and the reason.
  ///
  /// - Parameter source: the document whose title has the block's fingerprint.
  package static func zone(for block: Block, headlineOf source: String) -> (zone: Zone, reason: String)? {
    guard mayBeHeadline(block), block.zone != .title, block.zone != .comment else { return nil }
    return (.teaser, "headline of \(source)")
  }

  /// Whether a block is long enough to be a headline and no chance word: three words, of 15 bytes at least.
  package static func mayBeHeadline(_ block: Block) -> Bool {
    let size = block.text.utf8.count
    return size >= 15 && size <= 300 && (block.text.utf8.lazy.filter { $0 == 0x20 }.count >= 2 || size >= 30)
  }
}
