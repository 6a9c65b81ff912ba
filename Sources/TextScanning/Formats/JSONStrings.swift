/// Finds the strings of the JSON in a script and the names before them, in one pass and without building values,
/// because the data of pages is large and is often part of a statement.
package enum JSONStrings {
  /// Calls `body` with each string value and the name before it; a value in an array has the array's name.
  package static func each(in script: Span<UInt8>, _ body: (_ key: [UInt8], _ value: [UInt8]) -> Void) {
    var key: [UInt8] = []
    var position = 0
    while let quote = script.firstIndex(of: UInt8(ascii: "\""), from: position) {
      let (close, hasEscapes) = JSONEscapes.endOfString(in: script, quote + 1..<script.count)
      let string = content(of: script, quote + 1..<close, hasEscapes)
      position = close + 1
      var next = position
      while next < script.count, script[next] <= 0x20 { next += 1 }
      if next < script.count, script[next] == UInt8(ascii: ":") { key = string } else { body(key, string) }
    }
  }

  private static func content(of script: Span<UInt8>, _ range: Range<Int>, _ hasEscapes: Bool) -> [UInt8] {
    if hasEscapes, let text = try? JSONEscapes.resolved(in: script, range, .lenient, .lineEnds) { return text }
    var text: [UInt8] = []
    text.append(script.extracting(range))
    return text
  }
}
