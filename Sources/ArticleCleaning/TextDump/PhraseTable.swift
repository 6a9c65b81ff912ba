import TextScanning

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
    let text = text.span
    for at in range {
      for index in runs[Int(text[at].lowered)] {
        let phrase = entries[index].phrase
        guard phrase.count <= range.upperBound - at else { continue }
        var i = 1
        while i < phrase.count, phrase[i] == text[at + i].lowered { i += 1 }
        if i == phrase.count { return entries[index].value }
      }
    }
    return nil
  }

  /// The first phrase that stands anywhere in the text.
  func firstMatch(in text: [UInt8]) -> Value? {
    for at in text.indices {
      if let value = match(text, at: at) { return value }
    }
    return nil
  }
}
