import NewsModel
import TextScanning

/// Reads Reuters-21578: one `<REUTERS NEWID="1">` element per story, with the control characters of the 1987 wire left
/// in. Source: the collection's README and lewis.dtd, Distribution 1.0.
///
/// TOPICS become the document's tags. PLACES, PEOPLE, ORGS, EXCHANGES and COMPANIES were assigned by indexers rather
/// than taken from the story, and are left out.
func readReuters<Failure: Error>(
  _ stream: ByteStream, source: String, limits: ReadingLimits, emit: (ArchiveItem) throws(Failure) -> Void
) throws(Failure) {
  let limit = limits.record
  var scanner = RecordScanner(stream, terminator: "</REUTERS>", limit: limit)
  var names = RecordNames()
  var number = 0
  while let found = scanner.next() {
    number += 1
    func problem(_ kind: Problem.Kind, _ reason: String, after skipped: Int = 0) -> ArchiveItem {
      .problem(Problem(source: source, place: "byte \(scanner.offset + skipped)", kind: kind, reason: reason))
    }
    switch found {
    case .tooLong(let length):
      try emit(problem(.tooLarge, "an element of \(length) bytes, longer than \(limit); it was left out"))
    case .record(let range, let isTerminated):
      let element = SGMLElement(Array(scanner.bytes[range]))
      guard let start = element.find("<REUTERS") else {
        // These are line ends after the last element.
        if element.bytes.allSatisfy(\.isWhiteSpace) { continue }
        try emit(problem(.record, "\(range.count) bytes outside any <REUTERS> element"))
        continue
      }
      guard isTerminated else {
        if stream.fault == nil {
          try emit(problem(.truncated, "the last <REUTERS> element has no end; it was left out", after: start))
        }
        continue
      }
      let place = "byte \(scanner.offset + start)"
      try emit(
        .document(
          reutersDocument(
            element, at: start, origin: RecordOrigin(source: source, number: number, place: place, limits: limits),
            names: &names)))
    }
  }
  if let fault = stream.fault { try emit(.problem(fault)) }
}

private func reutersDocument(
  _ element: SGMLElement, at start: Int, origin: RecordOrigin, names: inout RecordNames
) -> RawDocument {
  var problems: [Problem] = []
  var cutter = FieldCutter(origin.limits)
  let id = element.attribute("NEWID", from: start).map { cutter.id($0) } ?? String(origin.number)
  let (name, isDuplicate) = names.take(id)
  let source = "\(origin.source)#\(name)"
  let place = origin.place
  func short(_ tag: String, from: Int) -> String? {
    cutter.field(element.content(tag, from: from).map(element.plain), named: tag)
  }
  if isDuplicate {
    problems.append(
      Problem(source: source, place: place, kind: .duplicateSource, reason: "NEWID \(id) comes again in this file"))
  }
  var dates: [RawDocument.WrittenDate] = []
  if let date = short("DATE", from: start) {
    if let day = dayOfField(date) {
      dates = [RawDocument.WrittenDate(day: day, method: .sgml("DATE"), field: "DATE", value: date)]
    } else {
      problems.append(
        Problem(
          source: source, place: place, kind: .metadata,
          reason: "DATE contains a date that could not be read: \(date.prefix(60))"))
    }
  }
  // An element that is never closed extends to the end of its parent.
  let whole = start..<element.bytes.count
  let content =
    element.content("TEXT", from: start) ?? element.unclosedContent("TEXT", in: whole) ?? whole.suffix(0)
  let isUnprocessed = element.attribute("TYPE", from: element.find("<TEXT", from: start) ?? start) == "UNPROC"
  let body =
    element.content("BODY", from: content.lowerBound) ?? element.unclosedContent("BODY", in: content)
    ?? (isUnprocessed ? content : content.upperBound..<content.upperBound)
  let text = cutter.text(wirePlainText(element.decoded(body)))
  let title = short("TITLE", from: content.lowerBound)
  let author = short("AUTHOR", from: content.lowerBound).flatMap(wireAuthor)
  let dateline = short("DATELINE", from: content.lowerBound).flatMap(wireDateline)
  let tags = element.items("TOPICS", from: start, limit: origin.limits.items)
    .compactMap { cutter.field($0, named: "topic") }
  for reason in cutter.reasons {
    problems.append(Problem(source: source, place: place, kind: .tooLarge, reason: reason))
  }
  if element.isLatin1 {
    problems.append(Problem(source: source, place: place, kind: .encoding, reason: "not UTF-8: read as ISO 8859-1"))
  }
  return RawDocument(
    source: source,
    content: .record(
      RawDocument.Record(
        text: text, title: title.flatMap { $0.isEmpty ? nil : $0 }, dates: dates, author: author,
        publisher: "Reuters", agency: "Reuters", language: "en", dateline: dateline, tags: tags)),
    problems: problems)
}

/// Reduces `by Janie Gabbett, Reuters` to `Janie Gabbett`.
private func wireAuthor(_ byline: String) -> String? {
  var name = byline[...]
  if name.lowercased().hasPrefix("by ") { name = name.dropFirst(3) }
  if let comma = name.firstIndex(of: ",") { name = name[..<comma] }
  let words = name.split(separator: " ")
  return words.isEmpty ? nil : words.joined(separator: " ")
}

/// Reduces `SALVADOR, Feb 26 -` to `SALVADOR, Feb 26`.
private func wireDateline(_ dateline: String) -> String? {
  var text = dateline[...]
  while let last = text.last, last == "-" || last == " " { text = text.dropLast() }
  return text.isEmpty ? nil : String(text)
}
