/// The answer of a web server, as a web archive keeps it: headers, and a body that may be cut in chunks and packed.
struct HTTPResponse {
  var status: Int
  var headers: MessageHeaders
  /// As the page was before the server packed it.
  var body: [UInt8]
  /// What is wrong with the body; what could be read of it stands.
  var fault: String?

  /// Nil when the bytes are no answer of a server.
  init?(_ bytes: [UInt8], limit: Int) {
    var lines = HeaderLines(bytes)
    guard let first = lines.next(), first.starts(with: "HTTP/".utf8) else { return nil }
    let words = first.split(separator: 0x20)
    guard words.count >= 2, let status = Int(String(decoding: words[1], as: UTF8.self)) else { return nil }
    self.status = status
    headers = MessageHeaders(&lines)
    body = Array(bytes[lines.position...])
    if headers["transfer-encoding"]?.lowercased().contains("chunked") == true, let joined = joinedChunks(body) {
      body = joined
    }
    unpack(limit: limit)
  }

  /// Crawlers often unpack the body and leave the header, so only what looks packed is unpacked.
  private mutating func unpack(limit: Int) {
    let encoding = headers["content-encoding"]?.lowercased() ?? ""
    if body.starts(with: Gunzip.magic) || (encoding.contains("deflate") && body.first.map { $0 & 0x0F == 8 } == true) {
      let gunzip = Gunzip()
      gunzip.feed(body)
      var unpacked: [UInt8] = []
      var outcome = Gunzip.Outcome.unpacked
      while unpacked.count <= limit, outcome == .unpacked { outcome = gunzip.unpack(into: &unpacked) }
      body = unpacked
      if case .damaged(let reason) = outcome {
        fault = "the packed body is damaged: \(reason)"
      } else if outcome == .needsInput, !gunzip.isBetweenMembers {
        fault = "the packed body is cut short"
      }
    } else if encoding == "br" || encoding == "zstd", !looksLikeMarkup {
      fault = "packed with \(encoding), which is not read"
      body = []
    }
  }

  private var looksLikeMarkup: Bool { body.first { !isBlank($0) } == UInt8(ascii: "<") }
}

/// RFC 9112, 7.1; nil when the body is not cut in chunks after all.
private func joinedChunks(_ body: [UInt8]) -> [UInt8]? {
  var joined: [UInt8] = []
  var position = 0
  while let end = firstIndex(of: [0x0A], in: body, from: position) {
    let size = body[position..<end].prefix { byte in Character(Unicode.Scalar(byte)).isHexDigit }
    // Eight digits are four gigabytes: no size, but text that looks like one.
    guard !size.isEmpty, size.count <= 8, let length = Int(String(decoding: size, as: UTF8.self), radix: 16) else {
      return joined.isEmpty ? nil : joined + body[position...]
    }
    if length == 0 { return joined }
    joined += body[(end + 1)...].prefix(length)
    position = end + 1 + length
    // The line end after a chunk.
    while position < body.count, body[position] == 0x0D || body[position] == 0x0A { position += 1 }
    if position >= body.count { return joined }
  }
  return joined.isEmpty ? nil : joined
}
