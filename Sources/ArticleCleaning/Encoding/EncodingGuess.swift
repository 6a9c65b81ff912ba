import CUchardet

/// The encoding that a text's bytes look like, by uchardet (Mozilla's universal detector).
enum EncodingGuess {
  /// As much as the detector reads: its answer hardly changes beyond.
  static let sample = 262_144

  static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> EncodingLabel? {
    let detector = uchardet_new()
    defer { uchardet_delete(detector) }
    // Markup tells nothing and outweighs the text: the sample starts at the first byte that is not ASCII.
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
