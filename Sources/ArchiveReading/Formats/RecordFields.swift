import NewsModel

/// A field of a JSONL line or a CSV row, with the names by which it is recognised. Case, `_`, `-` and blanks in names
/// are ignored. If a record has several names of a field, the one listed first here counts.
enum RecordField: CaseIterable {
  case id, url, title, text, html, published, author, publisher, agency, language, tags, dateline, fetched

  var names: [String] {
    switch self {
    case .id: ["id", "_id", "guid", "uid", "docid", "documentid", "articleid"]
    case .url: ["url", "link", "canonicalurl", "sourceurl", "uri"]
    case .title: ["title", "headline"]
    case .text: ["text", "body", "content", "maintext", "article", "articlebody", "bodytext", "plaintext"]
    case .html: ["html", "rawhtml", "contenthtml", "bodyhtml", "bodyxhtml"]
    case .published:
      [
        "published", "date", "publishedat", "datepublished", "publishdate", "publicationdate", "pubdate",
        "publishedon", "datepublish", "created", "createdat", "firstcreated",
        "versioncreated", "timestamp",
      ]
    case .author: ["author", "byline", "authors", "creator"]
    case .publisher:
      ["publisher", "source", "sourcename", "site", "sitename", "outlet", "domain", "sourcedomain", "provider"]
    case .agency: ["agency", "wire"]
    case .language: ["language", "lang"]
    case .tags: ["tags", "keywords", "categories", "category", "section", "subjects", "subject"]
    case .dateline: ["dateline"]
    case .fetched: ["fetched", "fetchedat", "crawled", "crawledat", "dateretrieved", "datedownload"]
    }
  }

  /// Every name of every field, folded by `foldedFieldName`.
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

/// The position of a record, and the values that name it if it has no id.
struct RecordOrigin {
  var source: String
  /// The line of the record or its number in the file, from 1.
  var number: Int
  /// `line 12`, `byte 4096`
  var place: String
  var limits: ReadingLimits
  /// False if bytes that are not UTF-8 became U+FFFD.
  var isUTF8 = true
}

/// Makes a document from the fields of a record, or a problem if the record has no content.
///
/// A record with `html` is a page. One with only `text` is already clean and kept byte for byte, except for control
/// characters. A record with only a title becomes a document without text.
func document(of fields: [String: FieldValue], at origin: RecordOrigin, names: inout RecordNames) -> ArchiveItem {
  func value(_ field: RecordField) -> FieldValue? {
    for name in field.names {
      if let value = fields[foldedFieldName(name)] { return value }
    }
    return nil
  }
  let html = value(.html)?.text
  let text = value(.text)?.text
  var cutter = FieldCutter(origin.limits)
  func short(_ field: RecordField) -> String? { cutter.field(value(field)?.text, named: "\(field)") }
  if html == nil, text == nil, value(.title)?.text == nil {
    return .problem(
      Problem(
        source: origin.source, place: origin.place, kind: .record, reason: "the record has no text, html or title"))
  }

  let id = value(.id)?.text.map { spelled(Array(cutter.id($0).utf8)) } ?? String(origin.number)
  let (name, isDuplicate) = names.take(id)
  let source = "\(origin.source)#\(name)"
  var problems: [Problem] = []
  func note(_ kind: Problem.Kind, _ reason: String) {
    problems.append(Problem(source: source, place: origin.place, kind: kind, reason: reason))
  }
  if isDuplicate { note(.duplicateSource, "the id \(id) comes again in this file") }
  if !origin.isUTF8 { note(.encoding, "bytes that are not UTF-8 became U+FFFD") }

  if let html {
    let page = RawDocument.Page(
      bytes: Array(html.utf8), url: short(.url), charset: "utf-8",
      fetched: fetchDay(value(.fetched)?.text.flatMap(dayOfField)))
    for reason in cutter.reasons { note(.tooLarge, reason) }
    return .document(RawDocument(source: source, content: .page(page), problems: problems))
  }
  let written = RecordField.published.names.compactMap { name in
    fields[foldedFieldName(name)]?.text.map { (field: name, value: String($0.prefix(longestDate))) }
  }
  let dates = written.compactMap { field, value in
    dayOfField(value).map {
      RawDocument.WrittenDate(day: $0, method: .recordField, field: field, value: value)
    }
  }
  if dates.isEmpty, let first = written.first {
    note(.metadata, "the field “\(first.field)” contains a date that could not be read: \(first.value)")
  }
  let record = RawDocument.Record(
    text: cutter.text(text ?? ""), title: short(.title), url: short(.url), dates: dates,
    author: cutter.field(value(.author)?.items.joined(separator: ", "), named: "author"), publisher: short(.publisher),
    agency: short(.agency), language: short(.language), dateline: short(.dateline),
    tags: (value(.tags)?.items ?? []).compactMap { cutter.field($0, named: "tag") })
  for reason in cutter.reasons { note(.tooLarge, reason) }
  let (cleaned, controls) = withoutControls(record)
  if controls > 0 { note(.encoding, "\(controls) control characters became blanks") }
  return .document(RawDocument(source: source, content: .record(cleaned), problems: problems))
}

/// The number of characters of a date field that are parsed, and quoted if they are not a date.
private let longestDate = 60
