/// The numbers that the steps turn on. Lengths are bytes of UTF-8.
///
/// Unless another source is named, a number was chosen on the development halves of two public sets of annotated
/// pages (scrapinghub's article-extraction-benchmark and trafilatura's evaluation pages), with a look at where its
/// neighbours make no difference, so that it does not turn on single pages.
enum Thresholds {
  /// A block of prose: a line of print and more. jusText's "short" is 70 characters, boilerpipe's a line of 80.
  static let prose = 60
  /// Prose without prose nearby weighs in full from this length; shorter, it is a teaser's sentence more often than
  /// not.
  static let loneProse = 400
  /// The share of the page's prose, in per cent, up to which a name like `related` is believed at once.
  static let believedShare = 20
  /// The share up to which it is believed where no title or article stands inside.
  static let surroundingShare = 45
  /// The share of a declared article's prose up to which a name inside it is believed.
  static let shareOfArticle = 40
  /// The share that a declared body must have to be the article.
  static let declaredShare = 10
  /// The share that an element must have of its parent's prose for the search to go down into it.
  static let descendShare = 85
  /// The share that an element called an article must have where the page falls into parts.
  static let claimedShare = 55
  /// Prose that is an article: the shortest news items are two sentences.
  static let article = 250
  /// From this length a text between title and article belongs to the article; shorter ones are subtitles, which
  /// annotators leave out (27 of 33 in one set, 8 of 26 in the other).
  static let lead = 160
  /// A caption is no longer than this.
  static let caption = 1000
  /// A text beside a picture is its caption up to this length.
  static let textBesidePicture = 400
  /// A line that may be a label, a date, a button: half a line of print.
  static let shortLine = 60
  /// A heading or label over something.
  static let label = 80
  /// Prose in paragraphs from which a page's loose lines are taken for furniture.
  static let paragraphs = 500
  /// Longer blocks are not searched for phrases that sites add to articles.
  static let phrase = 400
}
