/// How far the day that a source names is believed: about the share, of 100 pages, on which it is the day of
/// publication, measured on annotated news pages and blogs.
///
/// This is the only table of trust, but for the names of `<meta>` elements and script members: theirs stand beside them
/// in `meta-names.tsv`.
struct DateTrust: Comparable {
  let percent: Int

  init(_ percent: Int) { self.percent = percent }

  static func < (a: DateTrust, b: DateTrust) -> Bool { a.percent < b.percent }

  func raised(by points: Int) -> DateTrust { DateTrust(percent + points) }
  func lowered(by points: Int) -> DateTrust { DateTrust(percent - points) }
  var halved: DateTrust { DateTrust(percent / 2) }
}

/// JSON-LD.
extension DateTrust {
  /// Sites write the article's own item for search engines, from the data of their content system.
  static let publishedOfArticle = DateTrust(95)
  /// The page, a video or the like is often as old as the article.
  static let publishedOfThing = DateTrust(70)
  /// An article behind the first one is usually another article.
  static let publishedOfOtherArticle = DateTrust(55)
  /// A draft may be created days before it is published.
  static let createdOfArticle = DateTrust(80)
  static let createdOfOther = DateTrust(45)
  /// Many articles are never changed after their day.
  static let modifiedOfArticle = DateTrust(50)
  static let modifiedOfOther = DateTrust(35)
}

/// Addresses, paths and titles.
extension DateTrust {
  /// `/2013/02/03/`: content systems write it once, when they publish.
  static let addressOfParts = DateTrust(88)
  /// Eight digits may be a number that only looks like a day.
  static let addressOfDigits = DateTrust(60)
  /// A report on several days is published after them.
  static let oneOfSeveralDays = DateTrust(40)
  /// A report that is named for its day.
  static let title = DateTrust(72)
  /// A day inside the headline of an article is usually an event's.
  static let headline = DateTrust(18)
  /// A file may be named for the day on which it was saved, so this is less than anything that a text says of itself.
  static let path = DateTrust(22)
}

/// Marked-up elements, by their place.
extension DateTrust {
  /// Beside the title stands the article's own date.
  static let elementBesideTitle = DateTrust(85)
  /// In the article, dates of other things stand too.
  static let elementInArticle = DateTrust(65)
  static let elementElsewhere = DateTrust(35)
  /// Bars and lists of other articles hold the dates of those.
  static let elementAside = DateTrust(15)
  /// A change's day is at most this, wherever the element stands.
  static let changedElement = DateTrust(45)
  /// On a page about an event its day may be the only one; beside a byline it is not the day of publication.
  static let event = DateTrust(40)
  /// hAtom marks the article's entry.
  static let hatomPublished = DateTrust(68)
  static let hatomChanged = DateTrust(44)
  static let hatomAside = DateTrust(12)
  /// Attributes for scripts: near the title they are the article's.
  static let attributeBesideTitle = DateTrust(70)
  /// A longer name, such as `data-published`, says what the day is of.
  static let attributeWithLongName = DateTrust(50)
  static let attribute = DateTrust(30)
  static let attributeAside = DateTrust(10)
}

/// The visible text of a page.
extension DateTrust {
  /// A line says "published", beside the title.
  static let publishedBesideTitle = DateTrust(80)
  /// A line says "published" elsewhere, as in a footer.
  static let published = DateTrust(66)
  static let publishedInBar = DateTrust(40)
  /// A line says "updated".
  static let changed = DateTrust(42)
  static let changedInBar = DateTrust(32)
  /// The element is named for the byline.
  static let byline = DateTrust(76)
  /// A byline far below the title may be a comment's or another article's.
  static let bylineFarBelow = DateTrust(50)
  /// A byline far above the title is usually another article's.
  static let bylineAbove = DateTrust(30)
  /// A line beside the title that is a date and little else.
  static let dateBesideTitle = DateTrust(74)
  /// A short line beside the title with a date in it.
  static let shortLineBesideTitle = DateTrust(62)
  static let dateElsewhere = DateTrust(40)
  static let shortLine = DateTrust(24)
  static let runningText = DateTrust(12)
  static let aside = DateTrust(8)
  /// However much is taken off, a day that stands in the text is a candidate.
  static let least = DateTrust(1)
}

/// Texts without markup. Their lines are told apart by words alone, so that they have levels of their own.
extension DateTrust {
  /// A dump's line counts only where it stands beside the title, with or without a label.
  static let lineOfDump = DateTrust(80)
  static let changedLine = DateTrust(45)
  /// A field "Date: ..." may be the day on which the text was saved or sent.
  static let field = DateTrust(60)
  /// The day of a dateline is the day on which the story was sent.
  static let dateline = DateTrust(70)
  /// The year is the folder's, so it may be a year too late.
  static let datelineWithYearOfFolder = DateTrust(40)
  /// "12 March 2019 - ..." at the beginning of the text may tell of the day of an event.
  static let opening = DateTrust(60)
}

/// The data of scripts, which are read only where nothing better is found.
extension DateTrust {
  /// A script that prints a date where it stands.
  static let scriptCall = DateTrust(48)
  /// Of several members with a date, the later ones are usually of other articles, but not worse than this.
  static let leastOfScript = DateTrust(20)
}

/// Thresholds by which the day is chosen.
extension DateTrust {
  /// Scripts are read if nothing on the page has as much.
  static let enoughWithoutScripts = DateTrust(50)
  /// A day of as much trust tells how an ambiguous one is read.
  static let enoughToReadDigits = DateTrust(20)
  /// A day of as much trust that another method names makes the chosen one doubtful.
  static let enoughToDoubt = DateTrust(60)
  /// A problem tells of a day that is not believed if it has as much trust: below, it is more often an event's.
  static let enoughToReport = DateTrust(60)
  /// A `<meta>` element with at most this, such as `date`, does not say what its day is of.
  static let vagueMeta = DateTrust(64)
  /// A `<meta>` element with as much names the day of publication and nothing else.
  static let plainMeta = DateTrust(90)
  /// A byline, label or element with as much is visible near the title.
  static let visibleToReaders = DateTrust(66)

  /// Whether a day of this trust speaks against a chosen day of trust `chosen`.
  func makesDoubtful(_ chosen: DateTrust) -> Bool {
    self >= .enoughToDoubt && percent * 100 >= chosen.percent * Self.shareToDoubt
  }

  /// Percent of the chosen day's trust.
  private static let shareToDoubt = 70
}
