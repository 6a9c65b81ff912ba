import TextScanning

/// The encoding that a page declares in its own bytes.
enum DeclaredEncoding {
  /// The number of bytes that are searched for a declaration. Browsers search 1,024 bytes, but many pages begin with
  /// scripts.
  static let reach = 16_384

  /// Returns the label in the first `<meta ... charset=...>`.
  static func meta(in bytes: Span<UInt8>) -> EncodingLabel? {
    let limit = min(bytes.count, reach)
    var at = 0
    while let tag = bytes.firstIndex(ofLowered: "<meta", from: at, to: limit) {
      let close = bytes.firstIndex(ofLowered: ">", from: tag, to: min(bytes.count, tag + 1024)) ?? limit
      if let word = bytes.firstIndex(ofLowered: "charset", from: tag, to: close),
        let label = value(in: bytes, after: word + 7, to: close)
      {
        return label
      }
      at = max(close, tag + 5)
    }
    return nil
  }

  /// Returns the label in `<?xml ... encoding="..."?>` at the start.
  static func xmlDeclaration(in bytes: Span<UInt8>) -> EncodingLabel? {
    guard let start = bytes.firstIndex(ofLowered: "<?xml", from: 0, to: min(bytes.count, 256)),
      let close = bytes.firstIndex(ofLowered: "?>", from: start, to: min(bytes.count, start + 256)),
      let word = bytes.firstIndex(ofLowered: "encoding", from: start, to: close)
    else { return nil }
    return value(in: bytes, after: word + 8, to: close)
  }

  private static func value(in bytes: Span<UInt8>, after start: Int, to end: Int) -> EncodingLabel? {
    var at = start
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0A { at += 1 }
    guard at < end, bytes[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    while at < end, isPadding(bytes[at]) { at += 1 }
    let from = at
    while at < end, !isPadding(bytes[at]), bytes[at] != UInt8(ascii: ";"), bytes[at] != UInt8(ascii: "/"),
      bytes[at] != UInt8(ascii: ">")
    { at += 1 }
    return EncodingLabel(bytes.extracting(from..<at))
  }

  private static func isPadding(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
