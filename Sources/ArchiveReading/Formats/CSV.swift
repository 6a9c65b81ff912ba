import NewsModel
import TextScanning

/// Reads CSV with a header (RFC 4180); each row is a document. The separator is the one that the header uses.
func readCSV<Failure: Error>(
  _ stream: ByteStream, source: String, limits: ReadingLimits, emit: (ArchiveItem) throws(Failure) -> Void
) throws(Failure) {
  let limit = limits.record
  var rows = DelimitedRows(stream, limits: limits)
  var names = RecordNames()
  var header: CSVHeader?
  while let row = rows.next() {
    func problem(_ kind: Problem.Kind, _ reason: String) -> ArchiveItem {
      .problem(Problem(source: source, place: "line \(row.line)", kind: kind, reason: reason))
    }
    if row.length > limit {
      try emit(problem(.tooLarge, "a row of more than \(row.length) bytes, longer than \(limit); it was left out"))
      continue
    }
    if row.ending != .lineEnd, stream.fault != nil { continue }
    if row.ending == .unclosedQuotes {
      let reason = "a quoted value that begins in this row is never closed; the rest of the file is lost in it"
      try emit(problem(.record, reason))
      continue
    }
    if row.values.count == 1, row.values[0].allSatisfy(\.isWhiteSpace) { continue }
    guard let columns = header?.columns else {
      header = CSVHeader(values: row.values)
      continue
    }
    guard row.count == columns.count else {
      try emit(problem(.record, "a row of \(row.count) values under a header of \(columns.count)"))
      continue
    }
    var fields: [String: FieldValue] = [:]
    for (name, value) in zip(columns, row.values)
    where !value.isEmpty && fields[name] == nil && RecordField.names.contains(name) {
      fields[name] = .text(String(decoding: value, as: UTF8.self))
    }
    let item = document(
      of: fields,
      at: RecordOrigin(
        source: source, number: row.line, place: "line \(row.line)", limits: limits,
        isUTF8: row.values.allSatisfy { UTF8Validity.isValid($0.span) }),
      names: &names)
    try emit(item)
  }
  if let fault = stream.fault { try emit(.problem(fault)) }
}

/// The header of a table of news. One of its columns contains the text or the page.
struct CSVHeader {
  var separator: UInt8
  /// Folded by `foldedFieldName`.
  var columns: [String]

  static let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]

  init?(values: [[UInt8]], separator: UInt8 = UInt8(ascii: ",")) {
    columns = values.map { foldedFieldName(String(decoding: $0.drop(while: \.isWhiteSpace), as: UTF8.self)) }
    self.separator = separator
    let content = RecordField.text.names + RecordField.html.names
    let known = columns.count { RecordField.names.contains($0) }
    guard known >= 2, content.contains(where: columns.contains) else { return nil }
  }

  /// Returns nil if the first line is not a header: if fewer than two of its columns are known, or if no column
  /// contains the text or the page.
  init?(firstLineOf sample: [UInt8]) {
    var line = sample.prefix { $0 != 0x0A && $0 != 0x0D }
    if line.starts(with: byteOrderMark) { line = line.dropFirst(3) }
    // A header is short; a longer line is a paragraph that happens to contain commas.
    guard line.count < 1000 else { return nil }
    for separator in CSVHeader.separators {
      let values = line.split(separator: separator, omittingEmptySubsequences: false).map { value in
        Array(value.filter { $0 != UInt8(ascii: "\"") })
      }
      if values.count > 1, let header = CSVHeader(values: values, separator: separator) {
        self = header
        return
      }
    }
    return nil
  }
}
