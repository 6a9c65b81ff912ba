import NewsModel
import TextScanning

/// Reads the Internet Archive's ARC files, version 1. A line `URL IP date type length` precedes each record.
///
/// Source: Burner and Kahle, "Arc File Format", 1996. A record has no id of its own, so its address identifies it.
///
/// The version block at the start of the file states its length, but some writers stated it wrongly, so the block is
/// skipped line by line up to the first record.
func readARC<Failure: Error>(
  _ stream: ByteStream, source: String, limits: ReadingLimits, emit: (ArchiveItem) throws(Failure) -> Void
) throws(Failure) {
  var cursor = ByteCursor(stream)
  var names = RecordNames()
  var isInVersionBlock = true
  // Unexpected bytes between records are reported once and skipped up to the next record.
  var isLost = false
  while true {
    let start = cursor.offset
    guard let line = cursor.line(limit: limits.headerLine) else { break }
    if line.allSatisfy(\.isWhiteSpace) { continue }
    func problem(_ kind: Problem.Kind, _ reason: String) -> ArchiveItem {
      .problem(Problem(source: source, place: "byte \(start)", kind: kind, reason: reason))
    }
    if line.starts(with: "filedesc:".utf8) {
      isInVersionBlock = true
      continue
    }
    guard let header = ARCHeader(line) else {
      let isRecord = line.starts(with: "http".utf8)
      if !isLost, isRecord || !isInVersionBlock {
        isLost = true
        try emit(
          problem(
            .record,
            isRecord
              ? "a record without a valid length" : "expected an ARC record here; reading continues at the next one"))
      }
      continue
    }
    isInVersionBlock = false
    isLost = false
    let (block, passed) = cursor.take(header.length, limit: limits.document + limits.headerLine)
    let isWhole = passed == header.length
    let found =
      block.starts(with: "HTTP/".utf8)
      ? httpContent(block, isWhole: isWhole && block.count == header.length, limit: limits.document)
      : content(block, mediaType: header.mediaType, charset: nil)
    guard let found else {
      if !isWhole, stream.fault == nil { try emit(problem(.truncated, endsInside(header.length, passed))) }
      continue
    }
    try emit(
      .document(
        webDocument(
          found, id: header.url, url: header.url, fetched: header.fetched,
          cut: isWhole ? nil : endsInside(header.length, passed), names: &names,
          origin: RecordOrigin(source: source, number: start, place: "byte \(start)", limits: limits))))
  }
  if let fault = stream.fault { try emit(.problem(fault)) }
}

/// The line before a record: `URL IP date type length`.
private struct ARCHeader {
  let url: String
  let fetched: Day?
  let mediaType: String
  let length: Int

  /// Returns nil if the line is not such a header.
  init?(_ line: [UInt8]) {
    let fields = line.split(separator: 0x20)
    // An address can contain blanks, and version 2 has more fields between type and length. Both versions have a date
    // right after the server's address, so that pair is searched for.
    guard let length = fields.last.flatMap({ Int(String(decoding: $0, as: UTF8.self)) }), length >= 0,
      let date = fields.indices.dropFirst(2).first(where: {
        Self.isDate(fields[$0]) && Self.isServer(fields[$0 - 1])
      }), date + 2 < fields.count, fields[0].contains(UInt8(ascii: ":"))
    else { return nil }
    self.length = length
    url = fields[..<(date - 1)].map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    fetched = fetchDay(dayOfField(String(decoding: fields[date].prefix(8), as: UTF8.self)))
    mediaType = String(decoding: fields[date + 1], as: UTF8.self).lowercased()
  }

  /// `20140216050221`
  private static func isDate(_ field: ArraySlice<UInt8>) -> Bool {
    field.count >= 8 && field.allSatisfy(\.isDigit)
  }

  /// `10.0.0.1`, `2001:db8::1`
  private static func isServer(_ field: ArraySlice<UInt8>) -> Bool {
    field.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
  }
}
