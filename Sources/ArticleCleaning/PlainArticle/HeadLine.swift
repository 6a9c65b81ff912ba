import TextScanning

/// The kind of a line above the text of an article, with the facts that it states.
enum HeadLine {
  case address(String)
  case field(HeadField, PublicationLine?)
  case dated(PublicationLine)
  case byline(Byline)
  /// "FOR IMMEDIATE RELEASE", "EMBARGOED UNTIL 12 March 2019"
  case release(PublicationLine?)
  /// A telephone number, a mail address, or the number of a release.
  case office

  init?(_ block: TextBlock, _ scanner: DateScanner) {
    let text = block.text
    guard block.bullet != .item, text.count <= Self.longest else { return nil }
    if let address = Self.address(text) {
      self = .address(address)
    } else if let field = HeadField(text, scanner.vocabulary) {
      self = .field(field, field.kind == .other ? nil : PublicationLine(text, scanner))
    } else if Self.isRelease(block, scanner.vocabulary) {
      self = .release(PublicationLine(text, scanner))
    } else if Self.isOffice(block) {
      self = .office
    } else if let line = PublicationLine(text, scanner) {
      self = .dated(line)
    } else if block.traits.words <= Self.longestByline, !block.traits.endsSentence,
      let byline = Self.byline(text, scanner.vocabulary)
    {
      self = .byline(byline)
    } else {
      return nil
    }
  }

  /// Whether the line names the author or the day of the article.
  var isByline: Bool {
    switch self {
    case .dated, .byline: true
    case .address, .field, .release, .office: false
    }
  }

  /// In bytes.
  private static let longest = 400
  // In words.
  private static let longestByline = 14
  private static let longestRelease = 12
  private static let longestOffice = 8
  private static let longestNumber = 4
  /// The least number of digits in a telephone number or in the number of a release.
  private static let fewestDigits = 3
  /// The number of bytes at the start of a line in which "FOR IMMEDIATE RELEASE" is searched for.
  private static let longestReleasePhrase = 48
  /// The most names of persons and agencies in a byline without a label.
  private static let mostNames = 3

  private static func byline(_ text: [UInt8], _ vocabulary: PageVocabulary) -> Byline? {
    let line = String(decoding: text, as: UTF8.self)
    let byline = Byline(line, vocabulary)
    if Byline.isLabelled(text, vocabulary.bylines) {
      return byline.author != nil || byline.agency != nil ? byline : nil
    }
    // "Reuters" and "Jane Doe, Reuters" are bylines; a headline that names an agency is not.
    let parts = line.split(whereSeparator: { ",|/;".contains($0) })
    guard byline.agency != nil, parts.count <= Self.mostNames else { return nil }
    return parts.allSatisfy {
      vocabulary.agencies.named($0.trimmingSpaces()) != nil
        || Byline.isPerson($0.trimmingSpaces(), labelled: false, vocabulary.bylines)
    }
      ? byline : nil
  }

  /// Returns the address if the line is an address and nothing else: `https://example.org/2019/03/12/title`.
  private static func address(_ text: [UInt8]) -> String? {
    let bare =
      text.first == UInt8(ascii: "<") && text.last == UInt8(ascii: ">") ? text.dropFirst().dropLast() : text[...]
    guard !bare.contains(0x20) else { return nil }
    let address = String(decoding: bare, as: UTF8.self)
    let isAddress = ["http://", "https://"].contains { address.lowercased().hasPrefix($0) }
    return isAddress && SiteName.host(address) != nil ? address : nil
  }

  private static func isRelease(_ block: TextBlock, _ vocabulary: PageVocabulary) -> Bool {
    block.traits.words <= longestRelease
      && vocabulary.releases.match(Scalars.lowered(block.text, limit: longestReleasePhrase), at: 0) != nil
  }

  private static func isOffice(_ block: TextBlock) -> Bool {
    let traits = block.traits
    guard traits.words <= longestOffice, !traits.endsSentence else { return false }
    // A telephone number or the number of a release has few words and many digits.
    if traits.digits >= fewestDigits, traits.words <= longestNumber, block.date == nil, traits.digits >= traits.letters
    {
      return true
    }
    return block.text.contains(UInt8(ascii: "@")) && block.text.contains(UInt8(ascii: "."))
  }
}
