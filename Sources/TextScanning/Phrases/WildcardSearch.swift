/// The search of an automaton that holds prefix wildcards ("sanction*"): a token may be several words of the trie.
struct WildcardSearch {
  let automaton: PhraseAutomaton
  let tokens: UnsafeBufferPointer<Token>
  let bytes: UnsafeBufferPointer<UInt8>
  let firstWords: UnsafeBufferPointer<UInt64>
  let edges: UnsafeBufferPointer<TrieEdges.Slot>
  let goesOn: UnsafeBufferPointer<UInt64>
  let ends: UnsafeBufferPointer<UInt32>

  func run(_ range: Range<Int>, into matches: inout [PhraseAutomaton.Match]) {
    var prefixes: [UInt64] = []
    for start in range {
      let token = tokens[start]
      if token.hash == 0 || token.flags.contains(.skipped) { continue }
      let before = matches.count
      if KeyFilter.mayContain(token.hash, in: firstWords) {
        let state = TrieEdges.next(0, token.hash, in: edges)
        if state != 0 { walk(state, start: start, next: start + 1, &matches) }
      }
      if mayBeginWildcard(token) {
        prefixes.removeAll(keepingCapacity: true)
        findPrefixes(of: token, into: &prefixes)
        for prefix in prefixes {
          let state = TrieEdges.next(0, TrieEdges.wildcard(prefix), in: edges)
          if state != 0 { walk(state, start: start, next: start + 1, &matches) }
        }
      }
      if matches.count > before + 1 { matches[before...].sort() }
    }
  }

  /// Branches only where both a word and its prefixes go on: each branch is another phrase's path.
  private func walk(_ state: UInt32, start: Int, next: Int, _ matches: inout [PhraseAutomaton.Match]) {
    for index in Int(ends[Int(state)])..<Int(ends[Int(state) + 1]) {
      matches.append(PhraseAutomaton.Match(start: start, end: next, payload: automaton.payloads[index]))
    }
    if goesOn[Int(state >> 6)] & (1 &<< UInt64(state & 63)) == 0 { return }
    var next = next
    while next < tokens.count, tokens[next].flags.contains(.skipped) { next += 1 }
    guard next < tokens.count, tokens[next].hash != 0 else { return }
    let following = TrieEdges.next(state, tokens[next].hash, in: edges)
    if following != 0 { walk(following, start: start, next: next + 1, &matches) }
    guard mayBeginWildcard(tokens[next]) else { return }
    var prefixes: [UInt64] = []
    findPrefixes(of: tokens[next], into: &prefixes)
    for prefix in prefixes {
      let following = TrieEdges.next(state, TrieEdges.wildcard(prefix), in: edges)
      if following != 0 { walk(following, start: start, next: next + 1, &matches) }
    }
  }

  @inline(__always)
  private func mayBeginWildcard(_ token: Token) -> Bool {
    let head = Int(token.head & 0x7fff)
    return head != 0 && automaton.wildcardHeads[head >> 6] & (1 << UInt64(head & 63)) != 0
  }

  /// The prefix of every wildcard whose letters the token begins with, shortest first.
  private func findPrefixes(of token: Token, into found: inout [UInt64]) {
    forEachPrefix(of: token, in: bytes) { if automaton.wildcards.contains($0) { found.append($0) } }
  }
}

/// The folded hash of each prefix of a word, from `shortestWildcard` bytes on, the whole word included.
func forEachPrefix(of token: Token, in bytes: UnsafeBufferPointer<UInt8>, _ use: (UInt64) -> Void) {
  var hash = FoldedHash()
  var length = 0
  func add(_ byte: UInt8) {
    hash.add(byte)
    length += 1
    if length >= PhraseAutomaton.shortestWildcard { use(hash.value) }
  }
  var index = Int(token.start)
  let end = Int(token.end)
  while index < end {
    let byte = bytes[index]
    switch ByteClass.table[Int(byte)] {
    case .lower, .digit: add(byte)
    case .upper: add(byte | 0x20)
    case .high:
      guard let (scalar, width) = decodeScalar(bytes, at: index, end: end) else { break }
      switch fold(scalar) {
      case .letter(let folded, _, _): for unit in utf8(folded) { add(unit) }
      case .twoLetters(let a, let b, _):
        add(a)
        add(b)
      case .digit(let digit): add(digit)
      default: break
      }
      index += width - 1
    default: break
    }
    index += 1
  }
}

private func utf8(_ scalar: UInt32) -> [UInt8] {
  Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? []
}
