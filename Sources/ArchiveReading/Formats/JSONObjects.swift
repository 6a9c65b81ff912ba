import NewsModel
import TextScanning

/// Reads JSON objects that span several lines, one after another or in one array. Each is a document, named by its `id`
/// or its number in the file.
func readJSONObjects<Failure: Error>(
  _ stream: ByteStream, source: String, limits: ReadingLimits, emit: (ArchiveItem) throws(Failure) -> Void
) throws(Failure) {
  let limit = limits.record
  var objects = JSONObjectScanner(stream, limit: limit)
  var names = RecordNames()
  var number = 0
  while let object = objects.next() {
    number += 1
    let place = "byte \(objects.offset)"
    func problem(_ kind: Problem.Kind, _ reason: String) -> ArchiveItem {
      .problem(Problem(source: source, place: place, kind: kind, reason: reason))
    }
    let item: ArchiveItem
    switch object {
    case .object(let bytes):
      do throws(JSONFault) {
        let fields = try parseJSONObject(bytes, bytes.indices, wanted: RecordField.names)
        item = document(
          of: fields,
          at: RecordOrigin(
            source: source, number: number, place: place, limits: limits, isUTF8: UTF8Validity.isValid(bytes.span)),
          names: &names)
      } catch {
        item = problem(.record, "no JSON object: \(error.reason), \(error.position) bytes into it")
      }
    case .somethingElse(let length):
      item = problem(.record, "\(length) bytes that are not a JSON object")
    case .tooLong(let length):
      item = problem(.tooLarge, "an object of \(length) bytes, longer than \(limit); it was left out")
    case .unclosed:
      if stream.fault != nil { continue }
      item = problem(.truncated, "an object that is never closed")
    case .unclosedArray:
      if stream.fault != nil { continue }
      item = problem(.truncated, "the array is never closed: what followed is missing")
    }
    try emit(item)
  }
  if let fault = stream.fault { try emit(.problem(fault)) }
}

/// Cuts a stream into its outermost objects, by counting brackets outside of strings.
private struct JSONObjectScanner {
  enum Found {
    case object([UInt8])
    case somethingElse(length: Int)
    case tooLong(length: Int)
    case unclosed
    /// The input ends between the objects of an array.
    case unclosedArray
  }

  /// The position in the unpacked stream of the last object found.
  private(set) var offset = 0

  private let limit: Int
  private var cursor: ByteCursor
  /// The number of open array brackets. Nil after something that is not an object: its strings are unknown, so its
  /// brackets can no longer be counted.
  private var openArrays: Int? = 0

  init(_ stream: ByteStream, limit: Int) {
    self.limit = limit
    cursor = ByteCursor(stream)
  }

  mutating func next() -> Found? {
    // Between objects there are only blanks, commas and the brackets of the array.
    while let byte = cursor.peek(),
      byte.isWhiteSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
    {
      if byte == UInt8(ascii: "[") { openArrays? += 1 } else if byte == UInt8(ascii: "]") { openArrays? -= 1 }
      _ = cursor.next()
    }
    guard let first = cursor.peek() else {
      offset = cursor.offset
      defer { openArrays = nil }
      return openArrays ?? 0 > 0 ? .unclosedArray : nil
    }
    offset = cursor.offset
    if first != UInt8(ascii: "{") {
      while let byte = cursor.peek(), byte != UInt8(ascii: "{") { _ = cursor.next() }
      openArrays = nil
      return .somethingElse(length: cursor.offset - offset)
    }
    var object: [UInt8] = []
    var length = 0
    var depth = 0
    var isInString = false
    var isEscaped = false
    while let byte = cursor.next() {
      length += 1
      if length <= limit { object.append(byte) }
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return length > limit ? .tooLong(length: length) : .object(object) }
      }
    }
    openArrays = nil
    return .unclosed
  }
}
