import TextScanning
import NewsModel
import TextScanning

/// The parts of a page's markup that the parser does not get: they exceed a limit, never end, or are not needed.
///
/// The time of libxml2 grows with the square of the number of attributes of a tag and of the depth, and an unclosed
/// comment or script would contain the rest of the page. One scan of the bytes finds the ranges to leave out. Comments
/// are left out too. Scripts and styles, which are two fifths of news pages, are found by the scan, because the parser
/// reads them one character at a time.
struct MarkupFaults {
  /// The ranges of the page's bytes that the parser does not get, in order.
  private(set) var omitted: [Range<Int>] = []
  /// The contents of scripts and styles, in order; they are text, even if they contain tags.
  var verbatim: [Range<Int>] = []
  /// The places where the end tag of an element is missing, in order: a title, or a `div` inside an element that ends.
  private(set) var missingEnds: [(at: Int, tag: Tag)] = []
  private(set) var tooManyAttributes = 0
  private(set) var tooDeep = 0
  var unclosed: [String] = []
  /// The number of bytes of scripts and styles, and of a title, beyond their limits.
  var omittedScripts = 0
  private(set) var omittedTitle = 0
  /// The position where the page exceeds a limit of `DocumentLimits`, or its end.
  private(set) var cut: Int
  /// Counts so far: bytes that the parser need not read, start tags, bytes of scripts and styles, and attributes of all
  /// tags.
  var spared = 0
  private var startTags = 0
  var scriptBytes = 0
  private var attributesInAll = 0

  /// Ordinary pages have fewer than 40 attributes per tag and fewer than 100 levels; the limits are far higher.
  static let maximumAttributes = 256
  static let maximumDepth = 20_000
  /// The number of open elements among which the one that an end tag ends is sought.
  private static let reach = 64

  let bytes: [UInt8]
  let end: Int
  private let tags = Tag.names
  /// For each tag, the number of open elements, and of elements that were left out because of their depth.
  private var open = [Int32](repeating: 0, count: Tag.allCases.count)
  private var beyond = [Int32](repeating: 0, count: Tag.allCases.count)
  private var stack: [Tag] = []
  /// The closing marks that do not occur again, so that none is searched for twice.
  var exhausted: Set<UInt8> = []
  var exhaustedRaw: Set<Tag> = []
  /// Whether a script that writes others was found to have no end.
  var nestsNever = false
  /// The end of the next comment, from the last place where a script was searched for one.
  var nextCommentEnd = 0
  /// Ranges to leave out that were found out of order: ends of CDATA sections, and the start tags of elements that
  /// would have hidden the rest of the page.
  private var outOfOrder: [Range<Int>] = []
  private var sectionEnd = 0
  /// The start tags of the open elements that hide their content.
  private var hiding: [(tag: Tag, start: Range<Int>)] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
    cut = bytes.count
    scan()
    for element in hiding {
      outOfOrder.append(element.start)
      if !unclosed.contains("\(element.tag)") { unclosed.append("\(element.tag)") }
    }
    if !outOfOrder.isEmpty {
      omitted.append(contentsOf: outOfOrder)
      omitted.sort { $0.lowerBound < $1.lowerBound }
    }
  }

  private mutating func scan() {
    var at = 0
    while let next = index(of: UInt8(ascii: "<"), from: at) {
      if next - spared > DocumentLimits.markup { break }
      if startTags > DocumentLimits.tags || omitted.count > DocumentLimits.gaps
        || attributesInAll > DocumentLimits.attributes
      {
        cut = next
        return
      }
      at = markup(at: next)
    }
    guard end - spared > DocumentLimits.markup else { return }
    cut = spared + DocumentLimits.markup
    while cut > 0, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
  }

  /// A line for each kind of fault, for the reason of the problem.
  var reasons: [String] {
    var reasons: [String] = []
    if tooManyAttributes > 0 {
      reasons.append(
        "\(tooManyAttributes) tags with more than \(Self.maximumAttributes) attributes; the first of them kept")
    }
    if tooDeep > 0 { reasons.append("\(tooDeep) elements nested deeper than \(Self.maximumDepth); their text kept") }
    if omittedScripts > 0 {
      reasons.append(
        "\(omittedScripts) bytes of scripts and styles left out: the first \(DocumentLimits.scripts >> 20) MiB kept")
    }
    if omittedTitle > 0 {
      reasons.append("\(omittedTitle) bytes of a title left out: the first \(DocumentLimits.attribute >> 10) KiB kept")
    }
    for name in unclosed { reasons.append("unclosed \(name); the text behind it kept") }
    return reasons
  }

  /// Reads the markup that begins with `<` and returns the position after it.
  private mutating func markup(at start: Int) -> Int {
    guard start + 1 < end else { return end }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"): return declaration(at: start)
    case UInt8(ascii: "/"): return endTag(at: start)
    case UInt8(ascii: "?"): return (index(of: UInt8(ascii: ">"), from: start) ?? end - 1) + 1
    case let byte where byte.isASCIILetter: return startTag(at: start)
    default: return start + 1
    }
  }

  private mutating func declaration(at start: Int) -> Int {
    if matches("<!--", at: start) {
      // A comment may be as short as `<!-->`.
      if let close = find("-->", from: start + 2) {
        omit(start..<close + 3)
        return close + 3
      }
      if exhausted.insert(UInt8(ascii: "-")).inserted { unclosed.append("comment") }
      omit(start..<start + 4)
      return start + 4
    }
    if matches("<![CDATA[", at: start) {
      // Its content is text and markup for a reader, so only the marks are left out.
      omit(start..<start + 9)
      if let close = find("]]>", from: max(start + 9, sectionEnd)) {
        sectionEnd = close + 3
        outOfOrder.append(close..<sectionEnd)
      } else if exhausted.insert(UInt8(ascii: "]")).inserted {
        unclosed.append("CDATA section")
      }
      return start + 9
    }
    if let close = endOfDoctype(from: start) {
      // It says nothing about the text, and an unclosed quote in it would contain the whole page.
      omit(start..<close)
      return close
    }
    // Any other declaration is a comment up to the next `>`, such as the `<![if !supportLists]>` of word processors.
    if start + 2 < end, bytes[start + 2] != UInt8(ascii: ">"), !exhausted.contains(UInt8(ascii: ">")) {
      if let close = index(of: UInt8(ascii: ">"), from: start) {
        omit(start..<close + 1)
        return close + 1
      }
      exhausted.insert(UInt8(ascii: ">"))
    }
    return start + 2
  }

  private mutating func endTag(at start: Int) -> Int {
    let nameEnd = endOfName(from: start + 2)
    let close = index(of: UInt8(ascii: ">"), from: nameEnd).map { $0 + 1 } ?? end
    guard nameEnd > start + 2 else { return start + 2 }
    let tag = tag(of: start + 2..<nameEnd)
    let kind = Int(tag.rawValue)
    if tag.isVoid || tag.closesItself { return close }
    if beyond[kind] > 0 {
      beyond[kind] -= 1
      omit(start..<close)
    } else if open[kind] > 0 {
      if stack.last != tag, !tag.endsDivs,
        stack.suffix(Self.reach).reversed().first(where: { $0 == tag || $0.endsDivs }) != tag
      {
        // As in browsers, the end tag of a line of text does not end the elements around the line.
        omit(start..<close)
        return close
      }
      while let last = stack.popLast() {
        open[Int(last.rawValue)] -= 1
        if last == .div, tag != .div { missingEnds.append((start, .div)) }
        if last.hidesContent, let element = hiding.popLast() {
          if last != tag {
            // The end of the surrounding element shows that the end tag is missing.
            outOfOrder.append(element.start)
          } else if last == .noscript {
            // The parser would not end it if an element inside is not closed.
            hide(element.start.lowerBound..<close)
          }
        }
        if last == tag { break }
      }
    } else {
      omit(start..<close)
    }
    return close
  }

  private mutating func startTag(at start: Int) -> Int {
    startTags += 1
    let nameEnd = endOfName(from: start + 1)
    let tag = tag(of: start + 1..<nameEnd)
    let close = endOfStartTag(from: nameEnd)
    if isRawText(tag) { return rawText(tag, from: start, contentAt: close) }
    if tag == .title {
      let titleEnd = endOfUnclosedTitle(from: close)
      shortenTitle(close..<(titleEnd ?? index(of: UInt8(ascii: "<"), from: close) ?? end))
      if let titleEnd {
        missingEnds.append((titleEnd, .title))
        if !unclosed.contains("title") { unclosed.append("title") }
        return titleEnd
      }
    }
    if tag.isVoid || tag.closesItself || bytes[max(start, close - 2)] == UInt8(ascii: "/") { return close }
    if stack.count >= Self.maximumDepth {
      beyond[Int(tag.rawValue)] += 1
      tooDeep += 1
      omitRest(of: start..<close)
    } else {
      stack.append(tag)
      open[Int(tag.rawValue)] += 1
      if tag.hidesContent { hiding.append((tag, start..<close)) }
    }
    return close
  }

  /// Leaves out an element with its content, parts of which may already be left out.
  private mutating func hide(_ element: Range<Int>) {
    while let last = verbatim.last, last.lowerBound >= element.lowerBound {
      spared -= last.count
      scriptBytes -= last.count
      verbatim.removeLast()
    }
    while let last = missingEnds.last, last.at >= element.lowerBound { missingEnds.removeLast() }
    while let last = outOfOrder.last, last.lowerBound >= element.lowerBound { outOfOrder.removeLast() }
    omitRest(of: element)
  }

  /// Leaves out a tag, some attributes of which may already be left out.
  mutating func omitRest(of tag: Range<Int>) {
    while let last = omitted.last, last.lowerBound >= tag.lowerBound {
      spared -= last.count
      omitted.removeLast()
    }
    omit(tag)
  }

  /// Shortens a title that exceeds the limit, so that the text after it is kept.
  private mutating func shortenTitle(_ content: Range<Int>) {
    var cut = content.lowerBound + DocumentLimits.attribute
    guard content.upperBound > cut else { return }
    while bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
    omittedTitle += content.upperBound - cut
    omit(cut..<content.upperBound)
  }

  /// Returns the position after the `>` that ends the tag, regarding quotes; leaves out attributes beyond the limit.
  private mutating func endOfStartTag(from nameEnd: Int) -> Int {
    var at = nameEnd
    var attributes = 0
    defer { attributesInAll += attributes }
    var limit: Int?
    var inName = false
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: ">"):
        if let limit { omitAttributes(limit..<at) }
        return at + 1
      case UInt8(ascii: "="):
        inName = false
        at += 1
        while at < end, bytes[at] <= 0x20 { at += 1 }
        guard at < end else { break }
        let quote = bytes[at]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          guard !exhausted.contains(quote), let close = index(of: quote, from: at + 1) else {
            exhausted.insert(quote)
            return endOfBrokenTag(nameEnd: nameEnd, brokenAt: at)
          }
          if limit == nil, close - at > DocumentLimits.attribute { omit(at + 1..<close) }
          at = close + 1
        } else {
          while at < end, bytes[at] > 0x20, bytes[at] != UInt8(ascii: ">") { at += 1 }
        }
      case 0...0x20, UInt8(ascii: "/"):
        inName = false
        at += 1
      default:
        if !inName {
          attributes += 1
          inName = true
          if attributes == Self.maximumAttributes + 1 { limit = at }
        }
        at += 1
      }
    }
    return endOfBrokenTag(nameEnd: nameEnd, brokenAt: nameEnd)
  }

  private mutating func omitAttributes(_ range: Range<Int>) {
    tooManyAttributes += 1
    omit(range)
  }

  /// An unclosed quote would contain the rest of the page, so the tag ends at the next `>` and loses that attribute.
  private mutating func endOfBrokenTag(nameEnd: Int, brokenAt: Int) -> Int {
    let close = index(of: UInt8(ascii: ">"), from: brokenAt) ?? end
    omitRest(of: nameEnd..<close)
    if !unclosed.contains("tag") { unclosed.append("tag") }
    return min(end, close + 1)
  }

  mutating func omit(_ range: Range<Int>) {
    if range.isEmpty { return }
    spared += range.count
    // A sequence of comments is one gap.
    if let last = omitted.last, last.upperBound == range.lowerBound {
      omitted[omitted.count - 1] = last.lowerBound..<range.upperBound
    } else {
      omitted.append(range)
    }
  }

  func tag(of name: Range<Int>) -> Tag {
    (1...16).contains(name.count) ? tags(inEitherCase: bytes.span.extracting(name)) ?? .other : .other
  }

  func endOfName(from start: Int) -> Int {
    var at = start
    while at < end, bytes[at] > 0x20, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/") { at += 1 }
    return at
  }

  func index(of byte: UInt8, from start: Int) -> Int? { bytes.span.firstIndex(of: byte, from: start) }

  /// Returns nil if the word does not occur again.
  func find(_ word: StaticString, from start: Int) -> Int? {
    guard !exhausted.contains(word.firstByte) else { return nil }
    return bytes.span.firstIndex(of: word, from: start)
  }

  func matches(_ word: StaticString, at start: Int) -> Bool { bytes.span.starts(with: word, at: start) }
}
