/// Phrases as a trie of their bytes, so that one walk compares a text with all of them.
public struct PhraseTrie<Value: Sendable>: Sendable {
  @usableFromInline
  struct Node: Sendable {
    @usableFromInline var byte: UInt8
    /// Indices in `nodes`; 0 if there is none.
    @usableFromInline var firstChild: Int32 = 0
    @usableFromInline var nextSibling: Int32 = 0
    /// The index in `values` if a phrase ends here; -1 if none does.
    @usableFromInline var value: Int32 = -1
  }

  /// The node of each first byte, then the others.
  @usableFromInline var nodes = (0...255).map { Node(byte: UInt8($0)) }
  /// For each byte: whether a phrase begins with it.
  @usableFromInline var begins = [Bool](repeating: false, count: 256)
  /// For each first byte, a bit for each second byte with which a phrase goes on; all bits if a phrase has one byte. Most
  /// places of a text are rejected by their first two bytes.
  @usableFromInline var pairs = [UInt64](repeating: 0, count: 1024)
  @usableFromInline var values: [Value] = []

  /// - Parameter phrases: in lower case. Of equal phrases the first one counts.
  public init(_ phrases: some Sequence<(String, Value)>) {
    for (phrase, value) in phrases {
      let bytes = Array(phrase.utf8)
      guard let first = bytes.first else { continue }
      begins[Int(first)] = true
      if bytes.count == 1 {
        for bits in 0..<4 { pairs[Int(first) << 2 | bits] = .max }
      } else {
        pairs[Int(first) << 2 | Int(bytes[1] >> 6)] |= 1 << UInt64(bytes[1] & 63)
      }
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

  @inlinable @inline(__always)
  func child(of node: Int, _ byte: UInt8) -> Int? {
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
  @inlinable
  public func match(_ text: [UInt8], at: Int, where accept: (Value, Int) -> Bool = { _, _ in true }) -> Value? {
    at < text.count ? match(at, text.count, byteAt: { text[$0] }, where: accept) : nil
  }

  /// Whether a phrase may begin with a byte, in lower case if it is ASCII.
  @inlinable @inline(__always)
  public func mayBegin(_ byte: UInt8) -> Bool { begins[Int(byte)] }

  /// Returns the value of the first phrase in a range of the text; ASCII capitals of the text match small letters.
  @inlinable
  public func firstMatch(in text: [UInt8], _ range: Range<Int>) -> Value? {
    let bytes = text.span.extracting(range)
    for at in bytes.indices where begins[Int(bytes[at].lowered)] {
      if let found = match(at, bytes.count, byteAt: { bytes[$0].lowered }) { return found }
    }
    return nil
  }

  /// Returns the value of the first phrase in a text in lower case.
  @inlinable
  public func firstMatch(in text: [UInt8]) -> Value? { firstMatch(in: text, text.indices) }

  @inlinable @inline(__always)
  func match(
    _ start: Int, _ end: Int, byteAt: (Int) -> UInt8, where accept: (Value, Int) -> Bool = { _, _ in true }
  ) -> Value? {
    let first = Int(byteAt(start))
    guard begins[first] else { return nil }
    if start + 1 < end {
      let second = byteAt(start + 1)
      if pairs[first << 2 | Int(second >> 6)] >> UInt64(second & 63) & 1 == 0 { return nil }
    }
    var node = first
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
}

extension PhraseTrie<Bool> {
  /// Makes a trie that only finds whether a phrase occurs: the value of each phrase is `true`.
  public init(_ phrases: some Sequence<String>) { self.init(phrases.map { ($0, true) }) }
}
