/// Phrases by their first byte, so that a text is compared only with the few that could stand at a place.
struct PhraseTable<Value: Sendable>: Sendable {
  private struct Entry {
    var phrase: [UInt8]
    var value: Value
  }

  private var entries: [Entry] = []
  /// For each first byte its run of entries.
  private var runs: [Range<Int>]

  /// - Parameter phrases: in lower case; earlier ones win.
  init(_ phrases: [(phrase: String, value: Value)]) {
    var buckets: [[Entry]] = Array(repeating: [], count: 256)
    for (phrase, value) in phrases {
      let bytes = Array(phrase.utf8)
      if let first = bytes.first { buckets[Int(first)].append(Entry(phrase: bytes, value: value)) }
    }
    runs = []
    for bucket in buckets {
      runs.append(entries.count..<entries.count + bucket.count)
      entries += bucket
    }
  }

  /// The first phrase that stands at `at` and that `accept` takes (value, and the byte behind the phrase).
  func match(_ text: [UInt8], at: Int, where accept: (Value, Int) -> Bool = { _, _ in true }) -> Value? {
    for index in runs[Int(text[at])] {
      let phrase = entries[index].phrase
      guard phrase.count <= text.count - at else { continue }
      var i = 1
      while i < phrase.count, phrase[i] == text[at + i] { i += 1 }
      if i == phrase.count, accept(entries[index].value, at + i) { return entries[index].value }
    }
    return nil
  }

  /// The first phrase that stands anywhere in a range of the text, capitals of ASCII taken for small letters.
  func firstMatch(in text: [UInt8], _ range: Range<Int>) -> Value? {
    text.withUnsafeBufferPointer { text in
      for at in range {
        for index in runs[Int(Self.small(text[at]))] {
          let phrase = entries[index].phrase
          guard phrase.count <= range.upperBound - at else { continue }
          var i = 1
          while i < phrase.count, phrase[i] == Self.small(text[at + i]) { i += 1 }
          if i == phrase.count { return entries[index].value }
        }
      }
      return nil
    }
  }

  @inline(__always)
  private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// The first phrase that stands anywhere in the text.
  func firstMatch(in text: [UInt8]) -> Value? {
    for at in text.indices {
      if let value = match(text, at: at) { return value }
    }
    return nil
  }
}

extension Scalars {
  /// The text in lower case, at most `limit` bytes of it.
  static func lowered(_ text: [UInt8], limit: Int = .max) -> [UInt8] {
    var lowered: [UInt8] = []
    lowered.reserveCapacity(min(limit, text.count))
    var at = 0
    while at < text.count, lowered.count < limit {
      if text[at] < 0x80 {
        lowered.append((0x41...0x5A).contains(text[at]) ? text[at] | 0x20 : text[at])
        at += 1
        continue
      }
      let scalar = decode(text, at, text.count)
      let value = Scalars.lowered(scalar.value)
      if value == scalar.value {
        lowered.append(contentsOf: text[at..<at + scalar.length])
      } else {
        // The capitals that are lowered take two bytes in either case.
        lowered.append(UInt8(0xC0 | value >> 6))
        lowered.append(UInt8(0x80 | value & 0x3F))
      }
      at += scalar.length
    }
    return lowered
  }
}
