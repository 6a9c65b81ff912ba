import NewsModel

/// The answer of a web server, as a web archive keeps it: headers, and a body that may be cut in chunks and packed.
struct HTTPResponse {
  var status: Int
  var headers: MessageHeaders
  /// As the page was before the server packed it.
  var body: [UInt8]
  /// What is wrong with the body, the first thing alone: it explains what follows. What could be read stands.
  private(set) var fault: WebContent.Fault?

  /// Nil when the bytes are no answer of a server.
  ///
  /// - Parameter isWhole: whether the bytes are all that the archive promises; where not, that the body ends early is
  ///   no fault of its own.
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

  /// Crawlers often unpack the body and leave the header, so only what looks packed is unpacked.
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

  private var looksLikeMarkup: Bool { body.first { !isBlank($0) } == UInt8(ascii: "<") }
}

/// A body that is cut in chunks: RFC 9112, 7.1.
private struct Chunks {
  private(set) var joined: [UInt8] = []
  private(set) var fault: WebContent.Fault?

  /// Eight digits are four gigabytes: no size, but text that looks like one.
  private static let mostDigits = 8

  /// Nil when the body is not cut in chunks after all: a crawler joined them and left the header.
  init?(_ body: [UInt8]) {
    var position = 0
    while position < body.count {
      let end = firstIndex(of: [0x0A], in: body, from: position)
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
      // The line end after a chunk.
      while position < body.count, body[position] == 0x0D || body[position] == 0x0A { position += 1 }
    }
    // The last chunk is one of no bytes; without it the body is not whole.
    fault = .init(.truncated, "the body is cut short: its last chunk is missing")
  }
}
