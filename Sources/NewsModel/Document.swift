/// One article after cleaning: from a page, a text file, a JSONL line, an SGML element or another record.
package struct Document: Sendable, Equatable {
  /// The path in the archive, `/`-separated; for a record inside a file, followed by `#` and the record's id.
  package var source: String
  package var url: String?
  package var title: String?
  /// The chosen publication day and the method that found it.
  package var published: PublicationDate?
  /// All publication dates found, best first; the first is `published` if that is set.
  package var dateCandidates: [PublicationDate]
  /// A person's name, never "Staff".
  package var author: String?
  /// The publisher: a site, a wire, a feed.
  package var publisher: String?
  /// The wire agency that supplied the text; it is not an actor of the story.
  package var agency: String?
  /// ISO 639-1 code.
  package var language: String?
  /// The site's own tags, in page order.
  package var tags: [String]
  /// The place and day at the start of a wire story: "BRUSSELS, Feb 3".
  package var dateline: String?
  /// All blocks of the page in reading order, except the title.
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

  /// The main text without the title: lead, body, tables and forms in reading order, separated by "\n".
  package var text: String { text(where: \.isMainText) }

  /// The text of a zone, to which the byte offsets of its mentions refer: the title for `title`, the main text for
  /// every main-text zone, and the zone's own blocks, separated by "\n", for any other zone.
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
  /// Contains a line break only if the document was already clean and is kept byte for byte.
  package var text: String
  /// Why the block is in its zone: the name of the cleaning step or rule.
  package var reason: String
  /// The zone and reason from the page alone, if a template of the site changed them.
  package var pageVerdict: Verdict?
  /// Whether the block was one with the block before it, until a standing notice in it became a block of its own. A
  /// blank was between them.
  package var continuesBlock: Bool

  package init(
    zone: Zone, text: String, reason: String, pageVerdict: Verdict? = nil, continuesBlock: Bool = false
  ) {
    self.zone = zone
    self.text = text
    self.reason = reason
    self.pageVerdict = pageVerdict
    self.continuesBlock = continuesBlock
  }

  /// The reason of a field of a form whose value counts.
  package static func fieldReason(_ meaning: String) -> String { fieldPrefix + meaning }
  /// The type of name that the value of a counted field is; nil for other blocks.
  package var fieldType: EntityType? {
    isCountedField ? EntityType(rawValue: String(reason.dropFirst(Self.fieldPrefix.count))) : nil
  }
  package var isCountedField: Bool { reason.hasPrefix(Self.fieldPrefix) }
  private static let fieldPrefix = "field "

  /// The block as it was before templates of the site changed it.
  package var beforeTemplates: Block {
    pageVerdict.map { Block(zone: $0.zone, text: text, reason: $0.reason) } ?? self
  }

  /// A document's blocks as they were before templates and notices of the site changed them.
  package static func beforeTemplates(_ blocks: [Block]) -> [Block] {
    var before: [Block] = []
    before.reserveCapacity(blocks.count)
    for block in blocks {
      if block.continuesBlock, !before.isEmpty {
        before[before.count - 1].text += " " + block.text
      } else {
        before.append(block.beforeTemplates)
      }
    }
    return before
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

/// The part of a page that a block belongs to.
package enum Zone: String, Sendable, CaseIterable, Codable {
  case title, lead, body, caption, table
  /// Fields of a form, "Label: value", whose values do not count. A field whose value counts is in the zone that the
  /// text around it has.
  case form
  case tags, teaser, navigation, comment
  /// A standing notice that a site repeats inside its texts.
  case notice
  case footer

  /// Whether the zone belongs to the printed main text. Captions do not: they repeat the article beside a picture, and
  /// people who annotated articles by hand did not include them.
  package var isMainText: Bool {
    switch self {
    case .lead, .body, .table, .form: true
    case .title, .caption, .tags, .teaser, .navigation, .comment, .notice, .footer: false
    }
  }

  /// Whether mentions and terms in this zone count for topics, countries and trends.
  package var isCounted: Bool { self == .title || self == .caption || (isMainText && self != .form) }
}
