import TextScanning

/// Bytes of an unknown encoding, made valid UTF-8 without NUL bytes and without a byte order mark.
package struct DecodedText: Sendable, Equatable {
  package var utf8: [UInt8]
  /// `utf-8`, `windows-1251`.
  package var encoding: String
  package var evidence: Evidence
  /// A line about doubts in the decoding; nil if there are none.
  package var doubt: String?

  /// The kinds of evidence for an encoding, in the order in which they are tried.
  package enum Evidence: String, Sendable {
    case byteOrderMark = "byte order mark", zeroBytes = "zero bytes", validity, header
    case declaration, guess, fallback
  }

  package init(utf8: [UInt8], encoding: String, evidence: Evidence, doubt: String? = nil) {
    self.utf8 = utf8
    self.encoding = encoding
    self.evidence = evidence
    self.doubt = doubt
  }

  /// The first of these steps with an answer decides:
  ///
  /// 1. A byte order mark.
  /// 2. Zero bytes at every second place: UTF-16 without its mark.
  /// 3. A declared seven-bit encoding (ISO-2022-JP), whose bytes would pass as ASCII.
  /// 4. Validity: text with more than ASCII that is well-formed UTF-8 is UTF-8, whatever is declared.
  /// 5. The HTTP header, `<meta>` or the XML declaration, unless they declare UTF-8.
  /// 6. UTF-8 with at most one fault in ten sequences: a file that was cut, or a stray byte.
  /// 7. uchardet's guess.
  /// 8. windows-1252, in which nearly every byte is a letter.
  package static func decode(_ bytes: [UInt8], header: String? = nil) -> DecodedText {
    decode(bytes.span, whole: bytes, header: header)
  }

  private static func decode(_ bytes: Span<UInt8>, whole: [UInt8], header: String?) -> DecodedText {
    guard bytes.count > 0 else { return DecodedText(utf8: [], encoding: "utf-8", evidence: .validity) }
    if let (name, length) = encodingOfMark(bytes) {
      let text = bytes.extracting(length..<bytes.count)
      if name == "utf-8" {
        let found = UTF8Validity.findings(text)
        return DecodedText(
          utf8: UTF8Validity.repaired(text), encoding: name, evidence: .byteOrderMark, doubt: doubt(of: found))
      }
      if let decoded = converted(text, EncodingLabel(name.utf8), .byteOrderMark) { return decoded }
    }
    if let name = wideWithoutMark(bytes), let decoded = converted(bytes, EncodingLabel(name.utf8), .zeroBytes) {
      return decoded
    }

    let inHeader = header.flatMap { EncodingLabel($0.utf8) }
    let inPage = DeclaredEncoding.meta(in: bytes) ?? DeclaredEncoding.xmlDeclaration(in: bytes)
    for (label, evidence) in [(inHeader, Evidence.header), (inPage, .declaration)] where label?.isSevenBit == true {
      if bytes.firstIndex(of: 0x1B) != nil || label?.name == "hz", let decoded = converted(bytes, label, evidence) {
        return decoded
      }
    }

    let found = UTF8Validity.findings(bytes)
    if found.faults == 0 {
      return DecodedText(
        utf8: found.nulBytes == 0 ? whole : UTF8Validity.repaired(bytes), encoding: "utf-8", evidence: .validity,
        doubt: doubt(of: found))
    }
    for (label, evidence) in [(inHeader, Evidence.header), (inPage, .declaration)] {
      guard let label, !label.isUTF8, !label.isWide, !label.isSevenBit else { continue }
      if let decoded = converted(bytes, label, evidence) { return decoded }
    }
    if found.sequences >= found.faults * 10 {
      return DecodedText(
        utf8: UTF8Validity.repaired(bytes), encoding: "utf-8", evidence: .validity, doubt: doubt(of: found))
    }
    let wrong = inHeader?.isUTF8 == true || inPage?.isUTF8 == true ? "declared utf-8, and is not" : nil
    if let label = EncodingGuess.guess(bytes), !label.isUTF8, !label.isWide,
      var decoded = converted(bytes, label, .guess)
    {
      decoded.doubt = [wrong, decoded.doubt].compactMap(\.self).joined(separator: "; ")
      if decoded.doubt == "" { decoded.doubt = nil }
      return decoded
    }
    var decoded =
      converted(bytes, .windows1252, .fallback)
      ?? DecodedText(utf8: UTF8Validity.repaired(bytes), encoding: "utf-8", evidence: .fallback)
    decoded.doubt = wrong ?? "no encoding declared, and none recognised"
    return decoded
  }

  /// Returns nil if iconv does not know the encoding, or if more than one byte in fifty is wrong in it.
  private static func converted(
    _ bytes: Span<UInt8>, _ label: EncodingLabel?, _ evidence: Evidence
  ) -> DecodedText? {
    guard let label, let (utf8, faults) = EncodingConversion.convert(bytes, from: label),
      faults * 50 <= bytes.count + 50
    else { return nil }
    let hasNUL = utf8.contains(0)
    return DecodedText(
      utf8: hasNUL ? UTF8Validity.repaired(utf8.span) : utf8, encoding: label.name,
      evidence: evidence, doubt: doubt(of: .init(sequences: 0, faults: faults, nulBytes: hasNUL ? 1 : 0)))
  }

  private static func doubt(of found: UTF8Validity.Findings) -> String? {
    if found.faults > 0 { return "\(found.faults) byte sequences are no characters" }
    return found.nulBytes > 0 ? "zero bytes left out" : nil
  }

  private static func encodingOfMark(_ bytes: Span<UInt8>) -> (name: String, length: Int)? {
    if bytes.starts(with: byteOrderMark) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("utf-32le", 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("utf-32be", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    return nil
  }

  /// Markup is ASCII, so in UTF-16 at least a quarter of the pairs have a zero, always on the same side.
  private static func wideWithoutMark(_ bytes: Span<UInt8>) -> String? {
    let pairs = min(bytes.count, 4096) / 2
    guard pairs >= 4 else { return nil }
    var first = 0
    var second = 0
    for pair in 0..<pairs {
      if bytes[pair * 2] == 0 { first += 1 }
      if bytes[pair * 2 + 1] == 0 { second += 1 }
    }
    if second * 4 >= pairs, first * 50 <= second { return "utf-16le" }
    if first * 4 >= pairs, second * 50 <= first { return "utf-16be" }
    return nil
  }
}
