import NewsModel

/// The Internet Archive's ARC files, version 1: before each record a line `URL IP date type length`.
///
/// Source: Burner and Kahle, "Arc File Format", 1996. A record has no id of its own and is known by its address.
func readARC<Failure: Error>(
  _ stream: ByteStream, source: String, limits: ReadingLimits, emit: (ArchiveItem) throws(Failure) -> Void
) throws(Failure) {
  var cursor = ByteCursor(stream)
  var names = RecordNames()
  while true {
    let start = cursor.offset
    guard let line = cursor.line(limit: limits.headerLine) else { break }
    if line.allSatisfy(isBlank) { continue }
    func problem(_ kind: Problem.Kind, _ reason: String) -> ArchiveItem {
      .problem(Problem(source: source, place: "byte \(start)", kind: kind, reason: reason))
    }
    let fields = line.split(separator: 0x20)
    // An address can hold blanks: the last four fields are sure.
    guard fields.count >= 5, let length = Int(String(decoding: fields[fields.count - 1], as: UTF8.self)), length >= 0
    else {
      // The version block of a broken writer goes on over two lines that say nothing.
      if start > 0, line.starts(with: "http".utf8) { try emit(problem(.record, "a record without a valid length")) }
      continue
    }
    let (block, passed) = cursor.take(length, limit: limits.document + limits.headerLine)
    if passed < length, stream.fault == nil {
      try emit(problem(.truncated, "the file ends inside this record, \(length - passed) bytes before its end"))
    }
    if line.starts(with: "filedesc:".utf8) { continue }
    let mediaType = String(decoding: fields[fields.count - 2], as: UTF8.self).lowercased()
    let found =
      block.starts(with: "HTTP/".utf8)
      ? httpContent(block, limit: limits.document) : content(block, mediaType: mediaType, charset: nil)
    guard let found else { continue }
    let url = fields.dropLast(4).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    let date = String(decoding: fields[fields.count - 3].prefix(8), as: UTF8.self)
    try emit(
      .document(
        webDocument(
          found, id: url, url: url, fetched: dayOfField(date), isWhole: passed == length, names: &names,
          origin: RecordOrigin(source: source, number: start, place: "byte \(start)", limits: limits))))
  }
  if let fault = stream.fault { try emit(.problem(fault)) }
}
