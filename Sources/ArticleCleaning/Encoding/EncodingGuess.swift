import CUchardet

/// The encoding that uchardet, Mozilla's universal detector, guesses from the bytes of a text.
enum EncodingGuess {
  /// The number of bytes that the detector gets. Its answer hardly changes with more.
  static let sample = 262_144

  static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> EncodingLabel? {
    let detector = uchardet_new()
    defer { uchardet_delete(detector) }
    // Markup says nothing about the encoding, so the sample starts at the first byte that is not ASCII.
    let start = max(0, (bytes.firstIndex { $0 >= 0x80 } ?? 0) - 64)
    let part = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + sample)])
    let failed = part.withMemoryRebound(to: CChar.self) { uchardet_handle_data(detector, $0.baseAddress, $0.count) }
    guard failed == 0 else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    return EncodingLabel(
      UnsafeBufferPointer(start: UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), count: length(of: name)))
  }

  private static func length(of name: UnsafePointer<CChar>) -> Int {
    var length = 0
    while name[length] != 0 { length += 1 }
    return length
  }
}
