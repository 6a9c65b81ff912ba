import NewsModel

/// A field of a JSONL line or a CSV row, and the names under which it is known. Names are compared without case, `_`,
/// `-` and blanks; where a record has several, the one that stands first here counts.
enum RecordField: CaseIterable {
  case id, url, title, text, html, published, author, publisher, agency, language, tags, dateline, fetched

  var names: [String] {
    switch self {
    case .id: ["id", "_id", "guid", "uid", "docid", "documentid", "articleid"]
    case .url: ["url", "link", "canonicalurl", "sourceurl", "uri"]
    case .title: ["title", "headline"]
    case .text: ["text", "body", "content", "maintext", "article", "articlebody", "bodytext", "plaintext"]
    case .html: ["html", "rawhtml", "contenthtml", "bodyhtml"]
    case .published:
      [
        "published", "date", "publishedat", "datepublished", "publishdate", "publicationdate", "published", "pubdate",
        "publishedon", "datepublish", "created", "createdat", "timestamp",
      ]
    case .author: ["author", "byline", "authors", "creator"]
    case .publisher:
      ["publisher", "source", "sourcename", "site", "sitename", "outlet", "domain", "sourcedomain", "provider"]
    case .agency: ["agency", "wire"]
    case .language: ["language", "lang"]
    case .tags: ["tags", "keywords", "categories", "category", "section", "subjects"]
    case .dateline: ["dateline"]
    case .fetched: ["fetched", "fetchedat", "crawled", "crawledat", "dateretrieved", "datedownload"]
    }
  }

  /// Every name of every field, as `foldedFieldName` has it.
  static let names = Set(allCases.flatMap(\.names).map(foldedFieldName))
}

func foldedFieldName(_ name: String) -> String {
  var bytes: [UInt8] = []
  for byte in name.utf8 {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), 0x20: continue
    case 0x41...0x5A: bytes.append(byte | 0x20)
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Gives each record of a file a name of its own.
struct RecordNames {
  private var used: Set<String> = []

  /// The id, or `id~2` for the second record of that id, and so on.
  mutating func take(_ id: String) -> (name: String, isDuplicate: Bool) {
    if used.insert(id).inserted { return (id, false) }
    var number = 2
    while !used.insert("\(id)~\(number)").inserted { number += 1 }
    return ("\(id)~\(number)", true)
  }
}

/// A document out of a record's fields, or the problem that it has neither text nor page.
func document(
  of fields: [String: FieldValue], source: String, line: Int, names: inout RecordNames
) -> ArchiveItem {
  func value(_ field: RecordField) -> FieldValue? {
    for name in field.names {
      if let value = fields[foldedFieldName(name)] { return value }
    }
    return nil
  }
  let id = value(.id)?.text.map { spelled(Array($0.utf8)) }
  let (name, isDuplicate) = names.take(id ?? String(line))
  let source = "\(source)#\(name)"
  var problems: [Problem] = []
  let place = "line \(line)"
  if isDuplicate {
    problems.append(
      Problem(
        source: source, place: place, kind: .duplicateSource,
        reason: "the id \(id ?? String(line)) comes again in this file"))
  }
  var published: PublicationDate?
  if let date = value(.published)?.text {
    if let day = dayOfField(date) {
      published = PublicationDate(day: day, method: "record field")
    } else {
      problems.append(
        Problem(
          source: source, place: place, kind: .metadata, reason: "a date that could not be read: \(date.prefix(60))"))
    }
  }
  if value(.text) == nil, let html = value(.html)?.text {
    let page = RawDocument.Page(
      bytes: Array(html.utf8), url: value(.url)?.text, charset: "utf-8",
      fetched: value(.fetched)?.text.flatMap(dayOfField) ?? published?.day)
    return .document(RawDocument(source: source, content: .page(page), problems: problems))
  }
  guard let text = value(.text)?.text else {
    return .problem(
      Problem(source: source, place: place, kind: .record, reason: "the record has neither text nor html"))
  }
  let record = RawDocument.Record(
    text: text, title: value(.title)?.text, url: value(.url)?.text, published: published,
    author: value(.author)?.items.joined(separator: ", "), publisher: value(.publisher)?.text,
    agency: value(.agency)?.text, language: value(.language)?.text, dateline: value(.dateline)?.text,
    tags: value(.tags)?.items ?? [])
  return .document(
    RawDocument(
      source: source, content: .record(withoutControls(record, source: source, place: place, problems: &problems)),
      problems: problems))
}
