/// One article, once: a page, a text dump, a JSONL line, an SGML element, after cleaning.
package struct Document: Sendable, Equatable {
  /// The path as reached from the archive, `/`-separated; for a record inside a file, `#` and the record's own id follow.
  package var source: String
  package var url: String?
  package var title: String?
  /// The chosen publication day and the method that found it.
  package var published: PublicationDate?
  /// Every publication date that was found, best first; the first is `published` when that is set.
  package var dateCandidates: [PublicationDate]
  /// A person, never "Staff".
  package var author: String?
  /// Who published the document: a site, a wire, a feed.
  package var publisher: String?
  /// The wire agency that the text came from; not an actor of the story.
  package var agency: String?
  /// ISO 639-1 code.
  package var language: String?
  /// The site's own tags, in page order.
  package var tags: [String]
  /// The place and day that a wire story opens with: "BRUSSELS, Feb 3".
  package var dateline: String?
  /// Every block of the page in reading order, the title's excepted.
  package var blocks: [Block]
  package var problems: [Problem]

  package init(
    source: String, url: String? = nil, title: String? = nil, published: PublicationDate? = nil,
    dateCandidates: [PublicationDate] = [], author: String? = nil, publisher: String? = nil, agency: String? = nil,
    language: String? = nil, tags: [String] = [], dateline: String? = nil, blocks: [Block] = [],
    problems: [Problem] = []
  ) {
    self.source = source
    self.url = url
    self.title = title
    self.published = published
    self.dateCandidates = dateCandidates
    self.author = author
    self.publisher = publisher
    self.agency = agency
    self.language = language
    self.tags = tags
    self.dateline = dateline
    self.blocks = blocks
    self.problems = problems
  }

  /// The main text without the title: lead, body and tables in reading order, parted by "\n".
  package var text: String { text(where: \.isMainText) }

  /// The text of a zone, into which the byte offsets of its mentions point: the title for `title`, the
  /// main text for every main-text zone, and for another zone its own blocks, parted by "\n".
  package func text(of zone: Zone) -> String {
    if zone == .title { return title ?? "" }
    return zone.isMainText ? text : text(where: { $0 == zone })
  }

  private func text(where belongs: (Zone) -> Bool) -> String {
    var text = ""
    for block in blocks where belongs(block.zone) {
      if !text.isEmpty { text += "\n" }
      text += block.text
    }
    return text
  }
}

/// A paragraph-sized piece of a page.
package struct Block: Sendable, Equatable {
  package var zone: Zone
  /// Holds a line break only when the document came clean already and is kept to the byte.
  package var text: String
  /// Why the block is in its zone: the name of the cleaning step or rule.
  package var reason: String
  /// What the page alone said, where a template of the site says otherwise.
  package var pageVerdict: Verdict?

  package init(zone: Zone, text: String, reason: String, pageVerdict: Verdict? = nil) {
    self.zone = zone
    self.text = text
    self.reason = reason
    self.pageVerdict = pageVerdict
  }

  /// The block without what the site's templates say of it.
  package var asThePageSaid: Block {
    pageVerdict.map { Block(zone: $0.zone, text: text, reason: $0.reason) } ?? self
  }

  package struct Verdict: Sendable, Equatable {
    package var zone: Zone
    package var reason: String

    package init(zone: Zone, reason: String) {
      self.zone = zone
      self.reason = reason
    }
  }
}

/// What a block is.
package enum Zone: String, Sendable, CaseIterable, Codable {
  case title, lead, body, caption, table, tags, teaser, navigation, comment, footer

  /// Part of the printed main text. Captions are not: they repeat the article beside a picture, and none who
  /// annotated articles by hand took them for its text.
  package var isMainText: Bool {
    switch self {
    case .lead, .body, .table: true
    case .title, .caption, .tags, .teaser, .navigation, .comment, .footer: false
    }
  }

  /// What stands here counts in topics, countries and trends.
  package var counts: Bool { self == .title || self == .caption || isMainText }
}

/// A publication day and where it was read.
package struct PublicationDate: Sendable, Equatable {
  package var day: Day
  /// The method, as printed in `publishedBy`: `meta article:published_time`, `byline`, `url`.
  package var method: String
  /// What makes the date doubtful: `day/month ambiguous`, `disagreement`, or why it is not believed at all
  /// (`BelievableDays.Doubt`); nil for none.
  package var doubt: String?

  package init(day: Day, method: String, doubt: String? = nil) {
    self.day = day
    self.method = method
    self.doubt = doubt
  }
}
