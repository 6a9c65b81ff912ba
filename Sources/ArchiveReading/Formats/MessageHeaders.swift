import TextScanning

/// The `Name: value` lines of HTTP and WARC. Names are lower-cased, and the first value of a name counts. Only the
/// headers that are used are kept, so the head may have any length.
struct MessageHeaders {
  private var values: [String: String] = [:]

  private static let known: Set<String> = [
    "content-type", "content-length", "content-encoding", "transfer-encoding", "warc-type", "warc-target-uri",
    "warc-date", "warc-record-id", "warc-truncated",
  ]
  private static let longestName = 32

  /// Reads the lines up to an empty one.
  init(_ lines: inout HeaderLines) {
    while let line = lines.next(), !line.isEmpty { add(line) }
  }

  init() {}

  mutating func add(_ line: ArraySlice<UInt8>) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    guard line[..<colon].count <= Self.longestName else { return }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    guard Self.known.contains(name) else { return }
    var value = line[(colon + 1)...].drop(while: \.isWhiteSpace)
    while let last = value.last, last.isWhiteSpace { value = value.dropLast() }
    if values[name] == nil { values[name] = String(decoding: value, as: UTF8.self) }
  }

  subscript(name: String) -> String? { values[name] }

  var isEmpty: Bool { values.isEmpty }

  /// The media type in lower case: `text/html` for the header `text/html; charset=utf-8`.
  var mediaType: String? {
    self["content-type"].map { $0.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace } }
  }

  /// The character set: `utf-8` for the header `text/html; charset="utf-8"`.
  var charset: String? {
    guard let type = self["content-type"]?.lowercased(), let start = type.firstRange(of: "charset=") else { return nil }
    let name = type[start.upperBound...].drop { $0 == "\"" || $0 == "'" }.prefix { !"\"'; ,".contains($0) }
    return name.isEmpty ? nil : String(name)
  }
}

/// The lines of a message's head.
struct HeaderLines {
  private let bytes: [UInt8]
  /// Where the next line begins.
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> ArraySlice<UInt8>? {
    guard position < bytes.count else { return nil }
    let end = bytes.span.firstIndex(of: 0x0A, from: position) ?? bytes.count
    var line = bytes[position..<end]
    if line.last == 0x0D { line = line.dropLast() }
    position = min(end + 1, bytes.count)
    return line
  }
}
