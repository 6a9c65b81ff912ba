/// Reads the lines above the text: the title, and the lines that name the author, the day and the place.
extension PlainArticle {
  mutating func readHead() {
    var standfirsts = 0
    var isOffice = false
    for i in blocks.indices.prefix(Self.headBlocks) where asides[i] == nil {
      let mayBeContact = isOffice && blocks[i].blankBefore == 0 && isContact(i)
      isOffice = false
      if isFolded(i) {
        setAside(i, .field)
      } else if let line = HeadLine(blocks[i], scanner), isBelieved(line, at: i), standfirsts == 0 || line.isByline {
        isOffice = take(line, at: i) && title == nil
      } else if mayBeContact {
        setAside(i, .pressOffice)
        isOffice = true
      } else if standfirsts == 0, let rights = rights(under: i) {
        setAside(i, rights == i ? .copyright : .imprint)
      } else if standfirsts == 0, isTitle(i) {
        if let source = title { takeSource(source) }
        title = i
        imprint.title = String(decoding: blocks[i].text, as: UTF8.self)
      } else {
        // There may be one or two standfirsts between the title and the byline.
        standfirsts += 1
        if standfirsts > Self.mostStandfirsts || blocks[i].traits.words > Self.longestStandfirst || imprint.title == nil
        {
          return
        }
      }
    }
  }

  // Numbers of blocks.
  private static let headBlocks = 30
  private static let mostStandfirsts = 2
  /// In words.
  private static let longestStandfirst = 40

  /// Whether the line belongs to the head. Above the title, a line with a date belongs to it only if it contains
  /// nothing else: "Daily Bulletin, 12 March 2019" is the title.
  private func isBelieved(_ line: HeadLine, at i: Int) -> Bool {
    switch line {
    case .dated(let date):
      let mayBeTitle = imprint.title == nil && !date.isBare && date.author == nil && date.agency == nil
      return !mayBeTitle && !events.include(date)
    case .byline: return imprint.title != nil || i + 1 < blocks.count
    case .field(let field, let date): return isBelieved(field, date, at: i)
    case .office: return imprint.title == nil && i > 0 && asides[i - 1] != nil
    case .address, .release: return true
    }
  }

  /// Whether the field belongs to the head. Below a title, a line that begins with the name of a field may belong to
  /// the text: "Contact: none was found", "Source: ministries".
  private func isBelieved(_ field: HeadField, _ date: PublicationLine?, at i: Int) -> Bool {
    switch field.kind {
    case .title: return imprint.title == nil
    case .record, .tags: return true
    case _ where title == nil: return true
    case .date: return date != nil || blocks[i].date != nil
    case .author: return !field.byline(scanner.vocabulary).isEmpty
    case .address: return field.value.contains("://")
    case .publisher: return !blocks[i].traits.endsSentence
    case .other: return false
    }
  }

  /// Reads a line of the head. Returns true if the lines right below may belong to a press office.
  private mutating func take(_ line: HeadLine, at i: Int) -> Bool {
    switch line {
    case .address(let address):
      imprint.address = imprint.address ?? address
      setAside(i, .address)
    case .field(let field, let date):
      imprint.take(field, line: date, firstDate: blocks[i].date)
      setAside(i, .field)
      return field.kind == .other
    case .dated(let date):
      imprint.take(date)
      setAside(i, .byline)
    case .byline(let byline):
      imprint.take(byline)
      setAside(i, .byline)
    case .release(let date):
      if let date { imprint.take(date) }
      setAside(i, .pressOffice)
    case .office:
      setAside(i, .pressOffice)
      return true
    }
    return false
  }

  /// Whether the block continues a field. Mail programs indent the second line of a long field.
  private func isFolded(_ i: Int) -> Bool {
    i > 0 && asides[i - 1] == .field && blocks[i].blankBefore == 0
      && blocks[i].indent > blocks[i - 1].indent
  }

  /// Whether the block may be a name below "Contact:".
  private func isContact(_ i: Int) -> Bool {
    blocks[i].traits.words <= Self.longestContact && ProseScore.of(blocks[i]) <= 0
  }

  /// In words.
  private static let longestContact = 4

  // MARK: The title

  /// Whether the block is the first one with the shape of a title and is followed by text.
  private func isTitle(_ i: Int) -> Bool {
    guard imprint.title == nil || isUnderSource(i), TitleShape.fits(blocks, i, scanner) else { return false }
    return blocks[(i + 1)...].contains { $0.traits.words + $0.traits.digits > 0 }
  }

  /// Whether the block is the headline below the name of a newspaper. Press databases put the name and the day above the
  /// headline, and fields below it.
  private func isUnderSource(_ i: Int) -> Bool {
    guard let title, title + 1 < i, blocks[i].lineCount == 1, (title + 1..<i).allSatisfy({ asides[$0] != nil }),
      i + 1 < blocks.count,
      case .field(let field, _)? = HeadLine(blocks[i + 1], scanner)
    else { return false }
    return field.kind == .author || field.kind == .record
  }

  private mutating func takeSource(_ i: Int) {
    imprint.publisher = imprint.publisher ?? String(decoding: blocks[i].text, as: UTF8.self)
    setAside(i, .source)
  }

  /// Returns the index of the line of rights that ends an imprint above the text. The number of words, a clock time,
  /// the source and the language are between the title and this line.
  private func rights(under i: Int) -> Int? {
    guard title != nil,
      let rights = blocks[i...].prefix(Self.mostImprint).firstIndex(where: { $0.phrase == .rights }),
      rights + 1 < blocks.count,
      blocks[i...rights].allSatisfy({ ProseScore.of($0) <= 0 && $0.traits.words <= Self.longestImprint })
    else { return nil }
    return rights
  }

  /// The most lines of an imprint.
  private static let mostImprint = 8
  /// The most words in a line of an imprint.
  private static let longestImprint = 14
}
