import NewsModel
import TextScanning

/// Recognises the format of a file by its first bytes; its name only decides between text formats.
///
/// - Throws: `empty` or `unknown-format`.
func recogniseFormat(of stream: ByteStream) throws(Problem) -> ArchiveFormat {
  try recogniseFormat(of: stream.opening, source: stream.source, fault: stream.fault)
}

func recogniseFormat(of opening: [UInt8], source: String, fault: Problem?) throws(Problem) -> ArchiveFormat {
  func unknown(_ reason: String) -> Problem { Problem(source: source, kind: .unknownFormat, reason: reason) }
  let start = opening.firstIndex { !$0.isWhiteSpace && $0 != 0 } ?? opening.count
  guard start < opening.count else {
    if let fault { throw fault }
    if opening.contains(0) { throw unknown("nothing but zero bytes") }
    throw Problem(
      source: source, kind: .empty, reason: opening.isEmpty ? "no bytes" : "the file contains only white space")
  }
  if let name = knownBinary(opening) { throw unknown("\(name), which is not read") }
  let isUTF16: Bool
  var sample: [UInt8]
  if let narrowed = utf16Narrowed(opening) {
    isUTF16 = true
    sample = narrowed
  } else {
    isUTF16 = false
    // This is enough to find the root element after licence comments.
    sample = Array(opening[start...].prefix(16 << 10))
  }
  if sample.starts(with: byteOrderMark) { sample.removeFirst(3) }
  sample = Array(sample.drop(while: \.isWhiteSpace))
  if sample.isEmpty { throw fault ?? Problem(source: source, kind: .empty, reason: "nothing but a byte order mark") }

  if sample.first == UInt8(ascii: "<") {
    switch rootOfMarkup(sample) {
    case .page(let root):
      // A page saved as text can contain a tag that a script wrote.
      return hasName(source, [".txt"]) && !pageRoots.contains(root) ? .plainText : .page
    case .reuters where !isUTF16: return .reuters
    case .reuters: throw unknown("Reuters SGML in UTF-16, which is not read")
    case .other(let name): throw unknown("\(name), which is not read")
    }
  }
  if startsFolded(sample[...], "warc/1.") { return .webArchive }
  if startsFolded(sample[...], "filedesc://") { return .arc }
  guard looksLikeText(sample) else {
    throw unknown("binary data: neither a page nor text, JSON lines, CSV or Reuters SGML")
  }
  // Tables and JSON can contain pages, so they are tested before HTML.
  let isTable = CSVHeader(firstLineOf: sample) != nil
  let json = jsonFormat(sample, name: source)
  if isUTF16, isTable || json != nil {
    throw unknown("\(isTable ? "CSV" : "JSON") in UTF-16, which is not read: convert it to UTF-8")
  }
  if let json { return json }
  if isTable { return .csv }
  if isCrawlerRules(sample) { throw unknown("rules for crawlers (robots.txt), which are not read") }
  // The page has something before its first tag.
  if !hasName(source, [".txt", ".jsonl", ".csv"]), contains(sample, "<html") || contains(sample, "<!doctype html") {
    return .page
  }
  if hasName(source, [".html", ".htm", ".xhtml"]),
    ["<p>", "<p ", "<br", "<div", "</"].contains(where: { contains(sample, $0) })
  {
    return .page
  }
  return .plainText
}

/// Whether a text begins as a robots.txt file does (RFC 9309): a line that names a crawler, and a line with a rule for it.
private func isCrawlerRules(_ sample: [UInt8]) -> Bool {
  // Enough for comments before the first line.
  let lines = sample.prefix(1 << 10).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).lazy
    .map { $0.drop(while: \.isWhiteSpace) }.filter { !$0.isEmpty && $0.first != UInt8(ascii: "#") }.prefix(2)
  let fields = lines.map { line in
    String(decoding: line.prefix { $0 != UInt8(ascii: ":") && !$0.isWhiteSpace }.map(\.lowered), as: UTF8.self)
  }
  let known: Set = ["user-agent", "disallow", "allow", "crawl-delay", "sitemap"]
  return fields.count == 2 && fields.first == "user-agent" && fields.allSatisfy(known.contains)
}

/// The binary formats that most often appear under a wrong name. Source: the magic numbers of the `file` command.
private func knownBinary(_ bytes: [UInt8]) -> String? {
  let signatures: [(start: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF file"),
    (Array("PK\u{03}\u{04}".utf8), "a zip archive or office document"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"),
    (Array("SQLite format 3\u{0}".utf8), "an SQLite database"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("BZh".utf8), "bzip2 data"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"),
    ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard data"),
    ([0x1F, 0x8B], "gzip inside gzip"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
    (Array("{\\rtf".utf8), "an RTF document"),
  ]
  return signatures.first { bytes.starts(with: $0.start) }?.name
}

/// Returns the ASCII characters of a UTF-16 text, one byte per unit; nil if the text is not UTF-16.
private func utf16Narrowed(_ bytes: [UInt8]) -> [UInt8]? {
  let sample = Array(bytes.prefix(4096))
  guard sample.count >= 4 else { return nil }
  var zeros = [0, 0]
  for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
  let half = sample.count / 2
  let highByte: Int
  var first = 0
  if sample.starts(with: [0xFF, 0xFE]) {
    (highByte, first) = (1, 2)
  } else if sample.starts(with: [0xFE, 0xFF]) {
    (highByte, first) = (0, 2)
  } else if zeros[1] > half * 7 / 10, zeros[0] == 0 {
    highByte = 1
  } else if zeros[0] > half * 7 / 10, zeros[1] == 0 {
    highByte = 0
  } else {
    return nil
  }
  var narrowed: [UInt8] = []
  for index in stride(from: first, to: sample.count - 1, by: 2) {
    let high = sample[index + highByte]
    let low = sample[index + 1 - highByte]
    // A letter outside ASCII becomes `?`, because only punctuation and tags matter here.
    narrowed.append(high == 0 ? low : UInt8(ascii: "?"))
  }
  return narrowed
}

private enum Markup {
  case page(root: String)
  case reuters
  case other(String)
}

/// Classifies markup by its document type or its first element.
private func rootOfMarkup(_ sample: [UInt8]) -> Markup {
  var isXML = false
  var position = 0
  while let start = sample[position...].firstIndex(of: UInt8(ascii: "<")) {
    let rest = sample[start...]
    var end: [UInt8] = [UInt8(ascii: ">")]
    if startsFolded(rest, "<!doctype") {
      let name = word(sample, at: start + 9)
      if name == "html" { return .page(root: name) }
      if name == "lewis" { return .reuters }
    } else if startsFolded(rest, "<!--") {
      end = Array("-->".utf8)
    } else if startsFolded(rest, "<?xml") {
      isXML = true
    } else if !startsFolded(rest, "<!"), !startsFolded(rest, "<?") {
      let name = word(sample, at: start + 1)
      if name == "reuters" { return .reuters }
      if let kind = otherRoots[name] { return .other(kind) }
      return isXML && !pageRoots.contains(name) ? .other("XML whose first element is <\(name)>") : .page(root: name)
    }
    guard let next = sample.span.firstIndex(of: end, from: start) else { break }
    position = next + end.count
  }
  return .page(root: "")
}

private let otherRoots = [
  "rss": "an RSS feed", "feed": "an Atom feed", "rdf:rdf": "an RDF feed", "channel": "a CDF feed", "nitf": "NITF",
  "newsml": "NewsML", "newsitem": "NewsML-G2", "newsmessage": "NewsML-G2", "packageitem": "NewsML-G2",
  "svg": "an SVG image", "urlset": "a site map", "opml": "OPML", "plist": "a property list",
]

/// Root elements of XHTML, and of pages that were saved without their root.
private let pageRoots: Set<String> = [
  "html", "head", "body", "div", "p", "article", "section", "main", "table", "title", "meta",
]

/// The word that starts at or after `start`, lower-cased.
private func word(_ bytes: [UInt8], at start: Int) -> String {
  let letters = bytes[min(start, bytes.count)...].drop(while: \.isWhiteSpace).prefix { byte in
    byte == UInt8(ascii: ":") || byte.isASCIILetter || byte.isDigit
      || byte == UInt8(ascii: "-")
  }
  return String(decoding: letters.map(\.lowered), as: UTF8.self)
}

/// Whether the bytes are text. Binary data contains NUL or many control characters; a tenth of random bytes are control
/// characters, of a text at most a fiftieth.
private func looksLikeText(_ sample: [UInt8]) -> Bool {
  var controls = 0
  for byte in sample {
    if byte == 0 { return false }
    // Terminal output contains backspace and escape; form feed counts as a blank.
    if byte < 0x20, !byte.isWhiteSpace, byte != 0x08, byte != 0x1B { controls += 1 }
  }
  return controls * 50 <= sample.count
}

/// Whether the file's name, without `.gz`, ends in one of the suffixes.
func hasName(_ source: String, _ suffixes: [String]) -> Bool {
  var name = source.lowercased()
  if name.hasSuffix(".gz") { name.removeLast(3) }
  return suffixes.contains { name.hasSuffix($0) }
}

private func startsFolded(_ bytes: ArraySlice<UInt8>, _ mark: String) -> Bool {
  var index = bytes.startIndex
  for expected in mark.utf8 {
    guard index < bytes.endIndex, bytes[index].lowered == expected else { return false }
    index += 1
  }
  return true
}

private func contains(_ bytes: [UInt8], _ mark: String) -> Bool {
  let first = mark.utf8.first!
  var index = 0
  while index < bytes.count {
    if bytes[index].lowered == first, startsFolded(bytes[index...], mark) { return true }
    index += 1
  }
  return false
}
