import NewsModel
import TextScanning

/// Reads a file with one JSON object per line, each a document. A line that is not an object becomes a problem with its
/// line number, and reading continues with the next line.
func readJSONLines<Failure: Error>(
  _ stream: ByteStream, source: String, limits: ReadingLimits, emit: (ArchiveItem) throws(Failure) -> Void
) throws(Failure) {
  let limit = limits.record
  var scanner = RecordScanner(stream, terminator: "\n", limit: limit)
  var names = RecordNames()
  var number = 0
  while let line = scanner.next() {
    number += 1
    switch line {
    case .tooLong(let length):
      try emit(
        .problem(
          Problem(
            source: source, place: "line \(number)", kind: .tooLarge,
            reason: "a line of \(length) bytes, longer than \(limit); it was left out")))
    case .record(var range, let isTerminated):
      if number == 1, scanner.bytes[range].starts(with: byteOrderMark) { range = range.dropFirst(3) }
      if scanner.bytes[range].allSatisfy(\.isWhiteSpace) { continue }
      if !isTerminated, stream.fault != nil { continue }
      let item: ArchiveItem
      do throws(JSONFault) {
        let fields = try parseJSONObject(scanner.bytes, range, wanted: RecordField.names)
        item = document(
          of: fields,
          at: RecordOrigin(
            source: source, number: number, place: "line \(number)", limits: limits,
            isUTF8: UTF8Validity.isValid(scanner.bytes.span.extracting(range))),
          names: &names)
      } catch {
        item = .problem(
          Problem(
            source: source, place: "line \(number)", kind: .record,
            reason: "no JSON object: \(error.reason) at column \(error.position - range.lowerBound + 1)"))
      }
      try emit(item)
    }
  }
  if let fault = stream.fault { try emit(.problem(fault)) }
}
