import CUchardet

/// The encoding that a text's bytes look like, by uchardet (Mozilla's universal detector).
enum EncodingGuess {
  /// As much as the detector reads: its answer hardly changes beyond.
  static let sample = 262_144

  static func guess(_ bytes: Span<UInt8>) -> EncodingLabel? {
    let detector = uchardet_new()
    defer { uchardet_delete(detector) }
    // Markup tells nothing and outweighs the text: the sample starts at the first byte that is not ASCII.
    let start = max(0, (bytes.indices.first { bytes[$0] >= 0x80 } ?? 0) - 64)
    let failed = bytes.extracting(start..<min(bytes.count, start + sample)).withUnsafeBytes {
      uchardet_handle_data(detector, $0.baseAddress, $0.count)
    }
    guard failed == 0 else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    // The name ends with a zero and belongs to the detector, which lives until the end of this function.
    return EncodingLabel(String(cString: name).utf8)
  }
}
