import NewsModel

/// Reads WARC 1.0 and 1.1 (ISO 28500) as crawlers write it: one record after another, each gzipped on its own or not at
/// all.
///
/// These records are documents if they are a page or a text: a server's reply with status 200 (`response`), a resource
/// saved without a reply (`resource`), and a text made from a page (`conversion`: Common Crawl's WET). Requests,
/// metadata, revisits, redirects, errors, images and scripts are skipped.
func readWebArchive<Failure: Error>(
  _ stream: ByteStream, source: String, limits: ReadingLimits, emit: (ArchiveItem) throws(Failure) -> Void
) throws(Failure) {
  var cursor = ByteCursor(stream)
  var names = RecordNames()
  // Two line ends separate records; after a broken record, lines are skipped up to the next one that begins correctly.
  var isLost = false
  while true {
    let start = cursor.offset
    guard let first = cursor.line(limit: 1 << 10) else { break }
    if first.isEmpty { continue }
    func problem(_ kind: Problem.Kind, _ reason: String) -> ArchiveItem {
      .problem(Problem(source: source, place: "byte \(start)", kind: kind, reason: reason))
    }
    guard first.starts(with: "WARC/".utf8) else {
      if !isLost { try emit(problem(.record, "expected a WARC record here; reading continues at the next one")) }
      isLost = true
      continue
    }
    isLost = false
    var headers = MessageHeaders()
    while let line = cursor.line(limit: limits.headerLine), !line.isEmpty { headers.add(line[...]) }
    guard let length = headers["content-length"].flatMap({ Int($0) }), length >= 0 else {
      try emit(problem(.record, "a record without a valid Content-Length"))
      isLost = true
      continue
    }
    let (block, passed) = cursor.take(length, limit: limits.document + limits.headerLine)
    let isWhole = passed == length && headers["warc-truncated"] == nil
    let content = webContent(
      headers, block: block, isWhole: isWhole && block.count == length, limit: limits.document)
    guard let content else {
      if passed < length, stream.fault == nil { try emit(problem(.truncated, endsInside(length, passed))) }
      continue
    }
    let record = webDocument(
      content, id: headers["warc-record-id"].map { bare($0) } ?? String(start),
      url: headers["warc-target-uri"].map { bare($0) },
      fetched: fetchDay(headers["warc-date"].flatMap { Day(iso: $0) }),
      cut: isWhole ? nil : passed < length ? endsInside(length, passed) : "the crawler cut this record short",
      names: &names, origin: RecordOrigin(source: source, number: start, place: "byte \(start)", limits: limits))
    try emit(.document(record))
  }
  if let fault = stream.fault { try emit(.problem(fault)) }
}

/// The message for a record that is cut off by the end of the file.
func endsInside(_ length: Int, _ passed: Int) -> String {
  "the file ends inside this record, \(length - passed) bytes before its end"
}

/// The day of the download; nil if it cannot be right, because the crawler's clock was wrong.
func fetchDay(_ day: Day?) -> Day? { day.flatMap { BelievableDays().doubt(of: $0) == nil ? $0 : nil } }

/// Reduces `<urn:uuid:1>` to `urn:uuid:1`.
private func bare(_ value: String) -> String {
  value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
}

/// The content of a record of a web archive.
struct WebContent {
  var isPage: Bool
  var bytes: [UInt8]
  var charset: String?
  var fault: Fault?

  /// A fault of the content; whatever could be read is kept.
  struct Fault {
    var kind: Problem.Kind
    var reason: String

    init(_ kind: Problem.Kind, _ reason: String) {
      self.kind = kind
      self.reason = reason
    }
  }
}

/// Returns nil if the record is not a document.
private func webContent(
  _ headers: MessageHeaders, block: [UInt8], isWhole: Bool, limit: Int
) -> WebContent? {
  switch headers["warc-type"]?.lowercased() {
  case "response":
    if headers.mediaType?.hasPrefix("application/http") == true || block.starts(with: "HTTP/".utf8) {
      return httpContent(block, isWhole: isWhole, limit: limit)
    }
    return content(block, mediaType: headers.mediaType, charset: headers.charset)
  // wget stores its own log and list of files as resources.
  case "resource" where headers["warc-target-uri"]?.contains("metadata://") == true: return nil
  case "resource", "conversion":
    return block.isEmpty ? nil : content(block, mediaType: headers.mediaType, charset: headers.charset)
  default: return nil
  }
}

func httpContent(_ block: [UInt8], isWhole: Bool, limit: Int) -> WebContent? {
  guard let response = HTTPResponse(block, isWhole: isWhole, limit: limit), response.status == 200 else { return nil }
  // A body that could not be decompressed becomes a document without text, so that it is reported.
  if response.body.isEmpty, response.fault == nil { return nil }
  var found = content(response.body, mediaType: response.headers.mediaType, charset: response.headers.charset)
  found?.fault = response.fault
  return found
}

/// Decides by the media type, or by the bytes if the media type is missing or generic. Returns nil if the content is
/// neither a page nor a text.
func content(_ bytes: [UInt8], mediaType: String?, charset: String?) -> WebContent? {
  let isPage: Bool
  switch mediaType ?? "" {
  case "text/html", "application/xhtml+xml": isPage = true
  case "text/plain": isPage = false
  case "", "application/octet-stream", "application/unknown", "unk", "no-type":
    guard let format = try? recogniseFormat(of: bytes, source: "", fault: nil), format.isSingleDocument else {
      return nil
    }
    isPage = format == .page
  default: return nil
  }
  return WebContent(isPage: isPage, bytes: bytes, charset: charset)
}

func webDocument(
  _ content: WebContent, id: String, url: String?, fetched: Day?, cut: String?, names: inout RecordNames,
  origin: RecordOrigin
) -> RawDocument {
  var cutter = FieldCutter(origin.limits)
  let name = names.take(spelled(Array(cutter.id(id).utf8)))
  let url = cutter.field(url, named: "address")
  let source = "\(origin.source)#\(name.name)"
  var problems: [Problem] = []
  func note(_ kind: Problem.Kind, _ reason: String) {
    problems.append(Problem(source: source, place: origin.place, kind: kind, reason: reason))
  }
  if name.isDuplicate { note(.duplicateSource, "a record of this name comes again in this file") }
  if let cut { note(.truncated, cut + "; the part that could be read was kept") }
  if let fault = content.fault { note(fault.kind, fault.reason) }
  for reason in cutter.reasons { note(.tooLarge, reason) }
  var bytes = content.bytes
  let limit = origin.limits.document
  if bytes.count > limit {
    bytes.removeLast(bytes.count - limit)
    note(.tooLarge, "longer than \(limit) bytes; the first part was kept")
  }
  let page = RawDocument.Page(bytes: bytes, url: url, charset: content.charset, fetched: fetched)
  return RawDocument(source: source, content: content.isPage ? .page(page) : .plainText(bytes), problems: problems)
}
