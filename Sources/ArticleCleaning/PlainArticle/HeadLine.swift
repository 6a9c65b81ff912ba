import TextScanning

/// What a line above an article's text, or below it, says about the article.
enum HeadLine {
  case address(String)
  case field(HeadField, DateLine?)
  case dated(DateLine)
  case byline(Byline)
  /// "FOR IMMEDIATE RELEASE", "EMBARGOED UNTIL 12 March 2019"
  case release(DateLine?)
  /// A telephone number, an address for mail, the number of a release.
  case office

  init?(_ block: DumpBlock, _ scanner: DateScanner) {
    let text = block.text
    guard block.bullet != .item, text.count <= Self.longest else { return nil }
    if let address = Self.address(text) {
      self = .address(address)
    } else if let field = HeadField(text, scanner.vocabulary) {
      self = .field(field, field.kind == .other ? nil : DateLine(text, scanner))
    } else if Self.isRelease(block, scanner.vocabulary) {
      self = .release(DateLine(text, scanner))
    } else if Self.isOffice(block) {
      self = .office
    } else if let line = DateLine(text, scanner) {
      self = .dated(line)
    } else if block.traits.words <= Self.longestByline, !block.traits.endsSentence,
      let byline = Self.byline(text, scanner.vocabulary)
    {
      self = .byline(byline)
    } else {
      return nil
    }
  }

  /// Says who wrote, or when.
  var isByline: Bool {
    switch self {
    case .dated, .byline: true
    case .address, .field, .release, .office: false
    }
  }

  private static let longest = 400
  private static let longestByline = 14

  private static func byline(_ text: [UInt8], _ vocabulary: PageVocabulary) -> Byline? {
    let line = String(decoding: text, as: UTF8.self)
    let byline = Byline(line, vocabulary)
    if Byline.isLabelled(text, vocabulary.bylines) {
      return byline.author != nil || byline.agency != nil ? byline : nil
    }
    // "Reuters"; "Jane Doe, Reuters"; no headline that names an agency.
    let parts = line.split(whereSeparator: { ",|/;".contains($0) })
    guard byline.agency != nil, parts.count <= 3 else { return nil }
    return parts.allSatisfy {
      vocabulary.agencies.named($0.trimmingSpaces()) != nil
        || Byline.isPerson($0.trimmingSpaces(), labelled: false, vocabulary.bylines)
    }
      ? byline : nil
  }

  /// `https://example.org/2019/03/12/title` and nothing else.
  private static func address(_ text: [UInt8]) -> String? {
    let bare =
      text.first == UInt8(ascii: "<") && text.last == UInt8(ascii: ">") ? text.dropFirst().dropLast() : text[...]
    guard !bare.contains(0x20) else { return nil }
    let address = String(decoding: bare, as: UTF8.self)
    let isAddress = ["http://", "https://"].contains { address.lowercased().hasPrefix($0) }
    return isAddress && SiteName.host(address) != nil ? address : nil
  }

  private static func isRelease(_ block: DumpBlock, _ vocabulary: PageVocabulary) -> Bool {
    block.traits.words <= 12 && vocabulary.releases.match(Scalars.lowered(block.text, limit: 48), at: 0) != nil
  }

  private static func isOffice(_ block: DumpBlock) -> Bool {
    let traits = block.traits
    guard traits.words <= 8, !traits.endsSentence else { return false }
    // Telephones, numbers of releases.
    if traits.digits >= 3, traits.words <= 4, block.date == nil, traits.digits >= traits.letters { return true }
    return block.text.contains(UInt8(ascii: "@")) && block.text.contains(UInt8(ascii: "."))
  }
}
