/// The numbers that the steps use. Lengths are in bytes of UTF-8, and shares in per cent.
///
/// Unless another source is named, a number was chosen on the development halves of two public sets of annotated
/// pages (scrapinghub's article-extraction-benchmark and trafilatura's evaluation pages), in a range where small changes
/// have no effect, so that it does not depend on single pages.
enum Thresholds {
  /// The length from which a block may be prose, about a printed line. jusText calls up to 70 characters short, and
  /// boilerpipe counts lines of 80.
  static let prose = 60
  /// The length from which prose without prose nearby has its full weight. Shorter prose is usually a teaser.
  static let loneProse = 400
  /// The share of the page's prose up to which a name such as `related` is believed in any case.
  static let believedShare = 20
  /// The share up to which the name is believed if the element contains neither the title nor an article.
  static let surroundingShare = 45
  /// The share of a declared article's prose up to which a name of an element inside it is believed.
  static let shareOfArticle = 40
  /// The least share of the page's prose that a declared body must have to be the article.
  static let declaredShare = 10
  /// The least share of its parent's prose that an element must have for the search to continue inside it.
  static let descendShare = 85
  /// The least share that an element named as an article must have if the prose is spread over several elements.
  static let claimedShare = 55
  /// The least prose of an article: the shortest news items have two sentences.
  static let article = 250
  /// The length from which a text between title and article belongs to the article. Shorter ones are subtitles, which
  /// annotators left out (27 of 33 in one set, 8 of 26 in the other).
  static let lead = 160
  /// The prose of the longest offer to subscribers.
  static let offer = 600
  /// The length of the longest caption.
  static let caption = 1000
  /// The length up to which a text beside a picture is its caption.
  static let textBesidePicture = 400
  /// The length below which a line may be a label, a date or a button, about half a printed line.
  static let shortLine = 60
  /// The length of the longest heading or label of a list or box.
  static let label = 80
  /// The least text in paragraphs with which short lines outside paragraphs do not belong to the article.
  static let paragraphs = 500
  /// The length from which blocks are not searched for phrases that sites add to articles.
  static let phrase = 400
}
