/// The strings of a script's JSON, with the names they stand under, in one pass and without building values: data of
/// pages is large, and often wrapped in a statement.
enum JSONStrings {
  /// Calls `body` with each string value and the name before it; a value in an array has the array's name.
  static func each(
    in script: UnsafeBufferPointer<UInt8>, _ body: (_ key: ArraySlice<UInt8>, _ value: [UInt8]) -> Void
  ) {
    var key: [UInt8] = []
    var at = 0
    while at < script.count {
      guard script[at] == UInt8(ascii: "\"") else {
        at += 1
        continue
      }
      let (string, end) = string(in: script, from: at + 1)
      at = end
      var next = end
      while next < script.count, script[next] <= 0x20 { next += 1 }
      if next < script.count, script[next] == UInt8(ascii: ":") {
        key = string
      } else {
        body(key[...], string)
      }
    }
  }

  /// The characters up to the closing quote, escapes resolved, and where it ends.
  private static func string(in script: UnsafeBufferPointer<UInt8>, from start: Int) -> ([UInt8], Int) {
    var value: [UInt8] = []
    var at = start
    while at < script.count, script[at] != UInt8(ascii: "\"") {
      guard script[at] == UInt8(ascii: "\\"), at + 1 < script.count else {
        value.append(script[at])
        at += 1
        continue
      }
      at += 2
      switch script[at - 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "r"): value.append(0x0A)
      case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): value.append(0x20)
      case UInt8(ascii: "u"):
        guard var unit = unit(in: script, at: at) else { continue }
        at += 4
        // A surrogate pair is two escapes.
        if unit >= 0xD800, unit < 0xDC00, at + 1 < script.count, script[at] == UInt8(ascii: "\\"),
          script[at + 1] == UInt8(ascii: "u"), let low = Self.unit(in: script, at: at + 2), low >= 0xDC00, low < 0xE000
        {
          unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
          at += 6
        }
        value.append(contentsOf: String(Unicode.Scalar(unit).map(Character.init) ?? "\u{FFFD}").utf8)
      case let byte: value.append(byte)
      }
    }
    return (value, at + 1)
  }

  private static func unit(in script: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
    guard start + 4 <= script.count else { return nil }
    var unit: UInt32 = 0
    for byte in script[start..<start + 4] {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      default: return nil
      }
    }
    return unit
  }
}
