import NewsModel
import TextScanning

/// The response of a web server as a web archive keeps it: headers and a body, which may be chunked and compressed.
struct HTTPResponse {
  var status: Int
  var headers: MessageHeaders
  /// The page before the server compressed it.
  var body: [UInt8]
  /// The first fault of the body; later faults follow from it. Whatever could be read is kept.
  private(set) var fault: WebContent.Fault?

  /// Returns nil if the bytes are not an HTTP response.
  ///
  /// - Parameter isWhole: whether the archive delivers all the bytes it promises. If not, an early end of the body is
  ///   not reported as a fault of its own.
  init?(_ bytes: [UInt8], isWhole: Bool, limit: Int) {
    var lines = HeaderLines(bytes)
    guard let first = lines.next(), first.starts(with: "HTTP/".utf8) else { return nil }
    let words = first.split(separator: 0x20)
    guard words.count >= 2, let status = Int(String(decoding: words[1], as: UTF8.self)) else { return nil }
    self.status = status
    headers = MessageHeaders(&lines)
    body = Array(bytes[lines.position...])
    if headers["transfer-encoding"]?.lowercased().contains("chunked") == true {
      if let chunks = Chunks(body) {
        body = chunks.joined
        fault = chunks.fault
      }
    } else if let promised = headers["content-length"].flatMap({ Int($0) }), promised > body.count,
      headers["content-encoding"] == nil
    {
      fault = .init(.truncated, "the body is cut short: \(body.count) of \(promised) bytes")
    }
    if !isWhole, fault?.kind == .truncated { fault = nil }
    unpack(limit: limit, isWhole: isWhole)
  }

  /// Decompresses the body. Crawlers often do so and keep the header, so only a body that looks compressed is
  /// decompressed.
  private mutating func unpack(limit: Int, isWhole: Bool) {
    let encoding = headers["content-encoding"]?.lowercased() ?? ""
    if body.starts(with: Gunzip.magic) || (encoding.contains("deflate") && body.first.map { $0 & 0x0F == 8 } == true) {
      let gunzip = Gunzip()
      gunzip.feed(body)
      var unpacked: [UInt8] = []
      var outcome = Gunzip.Outcome.unpacked
      while unpacked.count <= limit, outcome == .unpacked { outcome = gunzip.unpack(into: &unpacked) }
      body = unpacked
      if fault != nil { return }
      if case .damaged(let reason) = outcome {
        fault = .init(.damaged, "the packed body is damaged: \(reason)")
      } else if outcome == .needsInput, !gunzip.isBetweenMembers, isWhole {
        fault = .init(.truncated, "the packed body is cut short")
      }
    } else if encoding == "br" || encoding == "zstd", !looksLikeMarkup {
      fault = .init(.damaged, "packed with \(encoding), which is not read")
      body = []
    }
  }

  private var looksLikeMarkup: Bool { body.first { !$0.isWhiteSpace } == UInt8(ascii: "<") }
}

/// The body of a chunked response: RFC 9112, 7.1.
private struct Chunks {
  private(set) var joined: [UInt8] = []
  private(set) var fault: WebContent.Fault?

  /// The most hexadecimal digits of a chunk's size. More than eight would be over four gigabytes: no size, but text
  /// that looks like one.
  private static let mostDigits = 8

  /// Returns nil if the body is not chunked after all, because a crawler joined the chunks and kept the header.
  init?(_ body: [UInt8]) {
    var position = 0
    while position < body.count {
      let end = body.span.firstIndex(of: 0x0A, from: position)
      let line = body[position..<(end ?? body.count)]
      let digits = line.prefix { Character(Unicode.Scalar($0)).isHexDigit }
      guard !digits.isEmpty, digits.count <= Self.mostDigits,
        let length = Int(String(decoding: digits, as: UTF8.self), radix: 16),
        end != nil || line.count <= Self.mostDigits + 1
      else {
        if position == 0 { return nil }
        joined += body[position...]
        fault = .init(.damaged, "the chunks of the body are damaged; what follows was kept as it is")
        return
      }
      guard let end else { break }
      if length == 0 { return }
      joined += body[(end + 1)...].prefix(length)
      position = end + 1 + min(length, body.count - end - 1)
      // Skip the line end after a chunk.
      while position < body.count, body[position] == 0x0D || body[position] == 0x0A { position += 1 }
    }
    // The last chunk has no bytes; without it the body is incomplete.
    fault = .init(.truncated, "the body is cut short: its last chunk is missing")
  }
}
