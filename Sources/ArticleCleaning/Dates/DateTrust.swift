/// The trust in a day: roughly the percentage of pages on which a day from this source is the day of publication,
/// measured on annotated news pages and blogs.
///
/// This is the only table of trust, except for the names of `<meta>` elements and script members, whose trust is in
/// `meta-names.tsv`.
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
  /// Sites write the object of the article for search engines, from the data of their content system.
  static let publishedOfArticle = DateTrust(95)
  /// An object of another type, such as the page or a video, is often as old as the article.
  static let publishedOfThing = DateTrust(70)
  /// An article object after the first one usually describes another article.
  static let publishedOfOtherArticle = DateTrust(55)
  /// A draft may be created days before it is published.
  static let createdOfArticle = DateTrust(80)
  static let createdOfOther = DateTrust(45)
  /// Many articles are never changed after the day of their publication.
  static let modifiedOfArticle = DateTrust(50)
  static let modifiedOfOther = DateTrust(35)
}

/// Addresses, paths and titles.
extension DateTrust {
  /// `/2013/02/03/`: content systems write such an address once, when they publish the article.
  static let addressOfParts = DateTrust(88)
  /// The first digits of a long number, which may also be a date and a clock time.
  static let addressOfLongNumber = DateTrust(45)
  /// Eight digits may be a number that only looks like a date.
  static let addressOfDigits = DateTrust(60)
  /// A report about several days is published after them.
  static let oneOfSeveralDays = DateTrust(40)
  /// A report whose title contains its day.
  static let title = DateTrust(72)
  /// A day in the headline of an article is usually that of an event.
  static let headline = DateTrust(18)
  /// A file may be named after the day on which it was saved, so this trust is low.
  static let path = DateTrust(22)
}

/// Marked-up elements, by their place.
extension DateTrust {
  /// A date beside the title is usually the article's own.
  static let elementBesideTitle = DateTrust(85)
  /// An article also contains dates of other things.
  static let elementInArticle = DateTrust(65)
  static let elementElsewhere = DateTrust(35)
  /// Bars and lists of other articles contain the dates of those articles.
  static let elementAside = DateTrust(15)
  /// The highest trust in the day of a change, wherever the element is.
  static let changedElement = DateTrust(45)
  /// On a page about an event, the day of the event may be the only one. Beside a byline it is not the day of
  /// publication.
  static let event = DateTrust(40)
  /// In a table, a quotation or running text.
  static let besideOtherThings = DateTrust(30)
  /// hAtom marks the article's entry.
  static let hatomPublished = DateTrust(68)
  static let hatomChanged = DateTrust(44)
  static let hatomAside = DateTrust(12)
  /// Near the title, an attribute for scripts contains the date of the article.
  static let attributeBesideTitle = DateTrust(70)
  /// A longer name, such as `data-published`, describes the date.
  static let attributeWithLongName = DateTrust(50)
  static let attribute = DateTrust(30)
  static let attributeAside = DateTrust(10)
}

/// The visible text of a page.
extension DateTrust {
  /// A line beside the title that contains "published".
  static let publishedBesideTitle = DateTrust(80)
  /// A line elsewhere, such as in a footer, that contains "published".
  static let published = DateTrust(66)
  static let publishedInBar = DateTrust(40)
  /// A line that contains "updated".
  static let changed = DateTrust(42)
  static let changedInBar = DateTrust(32)
  /// The name of the element means "byline".
  static let byline = DateTrust(76)
  /// A byline far below the title may be that of a comment or of another article.
  static let bylineFarBelow = DateTrust(50)
  /// A byline far above the title is usually that of another article.
  static let bylineAbove = DateTrust(30)
  /// A line beside the title that contains a date and little else.
  static let dateBesideTitle = DateTrust(74)
  /// A short line beside the title that contains a date.
  static let shortLineBesideTitle = DateTrust(62)
  static let dateElsewhere = DateTrust(40)
  static let shortLine = DateTrust(24)
  static let runningText = DateTrust(12)
  static let aside = DateTrust(8)
  /// The lowest trust after all deductions; a day in the text always remains a candidate.
  static let least = DateTrust(1)
}

/// Texts without markup. Their lines can be distinguished only by words, so they have their own levels.
extension DateTrust {
  /// A line of a dump counts only beside the title, with or without a label.
  static let lineOfDump = DateTrust(80)
  static let changedLine = DateTrust(45)
  /// A field "Date: ..." may be the day on which the text was saved or sent.
  static let field = DateTrust(60)
  /// The day of a dateline is the day on which the story was sent.
  static let dateline = DateTrust(70)
  /// The year is taken from the folder, so it may be a year too late.
  static let datelineWithYearOfFolder = DateTrust(40)
  /// "12 March 2019 - ..." at the beginning of the text may be the day of an event.
  static let opening = DateTrust(60)
}

/// The data of scripts, which is read only if nothing better is found.
extension DateTrust {
  /// A script that prints a date at its own position in the page.
  static let scriptCall = DateTrust(48)
  /// The lowest trust in a member of a script. If several members have a date, the later ones usually belong to other
  /// articles.
  static let leastOfScript = DateTrust(20)
}

/// The thresholds for choosing the day.
extension DateTrust {
  /// Scripts are read if no day of the page has at least this trust.
  static let enoughWithoutScripts = DateTrust(50)
  /// An unambiguous day with at least this trust decides how an ambiguous one is read.
  static let enoughToReadDigits = DateTrust(20)
  /// Another method's day with at least this trust can make the chosen day doubtful.
  static let enoughToDoubt = DateTrust(60)
  /// A day that is not believed is reported as a problem if it has at least this trust. With less trust, it is more
  /// often the day of an event.
  static let enoughToReport = DateTrust(60)
  /// A `<meta>` element with at most this trust, such as `date`, does not show whether its day is that of the
  /// publication or of a change.
  static let vagueMeta = DateTrust(64)
  /// A `<meta>` element with at least this trust names the day of publication and no other day.
  static let plainMeta = DateTrust(90)
  /// A byline, label or element with at least this trust is visible near the title.
  static let visibleToReaders = DateTrust(66)

  /// Whether a day with this trust makes a chosen day with the trust `chosen` doubtful.
  func makesDoubtful(_ chosen: DateTrust) -> Bool {
    self >= .enoughToDoubt && percent * 100 >= chosen.percent * Self.shareToDoubt
  }

  /// In percent of the chosen day's trust.
  private static let shareToDoubt = 70
}
