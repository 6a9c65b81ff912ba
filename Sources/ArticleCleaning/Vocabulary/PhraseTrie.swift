/// Phrases as a trie of their bytes, so that one walk compares a text with all of them.
struct PhraseTrie<Value: Sendable>: Sendable {
  private struct Node {
    var byte: UInt8
    /// Indices in `nodes`; 0 if there is none.
    var firstChild: Int32 = 0
    var nextSibling: Int32 = 0
    /// The index in `values` if a phrase ends here; -1 if none does.
    var value: Int32 = -1
  }

  /// The node of each first byte, then the others.
  private var nodes = (0...255).map { Node(byte: UInt8($0)) }
  /// For each byte: whether a phrase begins with it.
  private var begins = [Bool](repeating: false, count: 256)
  private var values: [Value] = []

  /// - Parameter phrases: in lower case. Of equal phrases the first one counts.
  init(_ phrases: some Sequence<(String, Value)>) {
    for (phrase, value) in phrases {
      let bytes = Array(phrase.utf8)
      guard let first = bytes.first else { continue }
      begins[Int(first)] = true
      var node = Int(first)
      for byte in bytes.dropFirst() { node = child(of: node, inserting: byte) }
      guard nodes[node].value < 0 else { continue }
      nodes[node].value = Int32(values.count)
      values.append(value)
    }
  }

  private mutating func child(of node: Int, inserting byte: UInt8) -> Int {
    if let child = child(of: node, byte) { return child }
    nodes.append(Node(byte: byte, nextSibling: nodes[node].firstChild))
    nodes[node].firstChild = Int32(nodes.count - 1)
    return nodes.count - 1
  }

  @inline(__always)
  private func child(of node: Int, _ byte: UInt8) -> Int? {
    var child = Int(nodes[node].firstChild)
    while child != 0 {
      if nodes[child].byte == byte { return child }
      child = Int(nodes[child].nextSibling)
    }
    return nil
  }

  /// Returns the value of the longest phrase that starts at `at` and that `accept` takes.
  ///
  /// - Parameter accept: is called with the value of each phrase at that place and the position behind the phrase,
  ///   shorter phrases first.
  func match(_ text: [UInt8], at: Int, where accept: (Value, Int) -> Bool = { _, _ in true }) -> Value? {
    at < text.count ? match(at, text.count, byteAt: { text[$0] }, where: accept) : nil
  }

  /// Returns the value of the first phrase in a range of the text; ASCII capitals of the text match small letters.
  func firstMatch(in text: [UInt8], _ range: Range<Int>) -> Value? {
    text.withUnsafeBufferPointer { text in
      for at in range {
        if let found = match(at, range.upperBound, byteAt: { Self.small(text[$0]) }) { return found }
      }
      return nil
    }
  }

  /// Returns the value of the first phrase in a text in lower case.
  func firstMatch(in text: [UInt8]) -> Value? { firstMatch(in: text, text.indices) }

  @inline(__always)
  private func match(
    _ start: Int, _ end: Int, byteAt: (Int) -> UInt8, where accept: (Value, Int) -> Bool = { _, _ in true }
  ) -> Value? {
    guard begins[Int(byteAt(start))] else { return nil }
    var node = Int(byteAt(start))
    var next = start + 1
    var found: Value?
    while true {
      let value = Int(nodes[node].value)
      if value >= 0, accept(values[value], next) { found = values[value] }
      guard next < end, let child = child(of: node, byteAt(next)) else { return found }
      node = child
      next += 1
    }
  }

  @inline(__always)
  private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

extension PhraseTrie<Bool> {
  /// A trie that only tells whether a phrase occurs: the value of each is `true`.
  init(_ phrases: some Sequence<String>) { self.init(phrases.map { ($0, true) }) }
}
