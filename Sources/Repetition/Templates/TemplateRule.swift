package import NewsModel
import TextScanning
import Trends

/// Decides which blocks belong to a site's template, from the number of pages that contain them.
///
/// Copies of one text (`DistinctTexts`) count as one page, because they share all of their text. The numbers are sums, so
/// the decision does not depend on the order of pages, and is the same for a page that was read before the template was
/// known.
package enum TemplateRule {
  /// The least number of pages of a site from which a template can be derived.
  package static let minimumPages = 3

  /// The number of headlines from which a page that contains only headlines of other documents is a list of them. A shorter
  /// page has a text of its own that is the title of another document.
  static let listingHeadlines = 3

  /// The confidence of the interval of a block's share. The lower end of the interval is used, so that a share on few pages
  /// is trusted less.
  private static let confidence = 0.95

  /// The share of a site's pages, with 97.5 % confidence, from which a block belongs to the template. Paragraphs of
  /// background that a newsroom repeats from story to story have far lower shares.
  static let minimumShare = 0.25

  /// Returns the zone of a recurring block of main text, and the reason; nil if the block keeps its zone.
  ///
  /// - Parameters:
  ///   - documentFrequency: the number of the site's pages that contain a block with this fingerprint, including this page;
  ///     copies count once.
  ///   - pagesOfSite: the number of pages of the site; copies count once.
  package static func zone(
    for block: Block, documentFrequency: Int, pagesOfSite: Int
  ) -> (zone: Zone, reason: String)? {
    guard block.zone.isMainText, block.zone.isCounted, !block.isCountedField, documentFrequency >= minimumPages,
      documentFrequency <= pagesOfSite,
      ShareInterval.wilson(count: documentFrequency, total: pagesOfSite, confidence: confidence).lowerBound
        >= minimumShare
    else { return nil }
    let reason = "on \(documentFrequency) of the site's \(pagesOfSite) pages"
    let isSentence = SentenceMarks.count(in: Array(block.text.utf8), 0..<block.text.utf8.count) > 0
    return (isSentence ? .footer : .navigation, reason)
  }

  /// Whether a template is more than half of a document's main text, in bytes. It is then kept in this document.
  package static func isMost(_ template: Int, of mainText: Int) -> Bool { template * 2 > mainText }

  /// Returns the zone of a block that is the headline of another document of the site, and the reason.
  ///
  /// - Parameter source: the document whose title has the block's fingerprint.
  package static func zone(for block: Block, headlineOf source: String) -> (zone: Zone, reason: String)? {
    guard mayBeHeadline(block), block.zone != .title, block.zone != .comment, block.zone != .form else { return nil }
    return (.teaser, "headline of \(source)")
  }

  /// Whether a block is long enough for a headline: at least three words and 15 bytes, or 30 bytes.
  package static func mayBeHeadline(_ block: Block) -> Bool {
    let size = block.text.utf8.count
    return size >= 15 && size <= 300 && (block.text.utf8.lazy.filter { $0 == 0x20 }.count >= 2 || size >= 30)
  }
}
