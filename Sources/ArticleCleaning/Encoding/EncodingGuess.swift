import CUchardet

/// The encoding that uchardet, Mozilla's universal detector, guesses from the bytes of a text.
enum EncodingGuess {
  /// The number of bytes that the detector gets. Its answer hardly changes with more.
  static let sample = 262_144

  static func guess(_ bytes: Span<UInt8>) -> EncodingLabel? {
    let detector = uchardet_new()
    defer { uchardet_delete(detector) }
    // Markup says nothing about the encoding, so the sample starts at the first byte that is not ASCII.
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
