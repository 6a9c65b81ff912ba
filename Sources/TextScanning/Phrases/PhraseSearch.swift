/// One search of an automaton over one text: the tables as plain memory, so that a step counts no references.
struct PhraseSearch {
  private let tokens: UnsafeBufferPointer<Token>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let firstWords: KeyFilter.Reading
  private let laterWords: KeyFilter.Reading
  private let wildcards: Wildcards.Reading?
  private let edges: UnsafeBufferPointer<TrieEdges.Slot>
  private let goesOn: UnsafeBufferPointer<UInt64>
  private let branches: UnsafeBufferPointer<UInt64>
  private let ends: UnsafeBufferPointer<UInt32>
  private let payloads: UnsafeBufferPointer<Int32>

  /// The automaton outlives the search.
  init(_ automaton: PhraseAutomaton, _ tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.tokens = tokens
    self.bytes = bytes
    firstWords = automaton.firstWords.reading
    laterWords = automaton.laterWords.reading
    wildcards = automaton.wildcards?.reading
    edges = automaton.edges.all
    goesOn = automaton.goesOn.all
    branches = automaton.branches.all
    ends = automaton.ends.all
    payloads = automaton.payloads.all
  }

  func run(_ range: Range<Int>, into matches: inout [PhraseAutomaton.Match]) {
    // Most tokens begin nothing: what tells it is read from memory once, not at each of them.
    let (tokens, firstWords, wildcards) = (tokens, firstWords, wildcards)
    for start in range {
      let isFirstWord = firstWords.mayContain(tokens[start].hash)
      let isWildcard = wildcards?.mayBegin(tokens[start]) ?? false
      if isFirstWord || isWildcard { search(from: start, isFirstWord: isFirstWord, isWildcard: isWildcard, &matches) }
    }
  }

  private func search(
    from start: Int, isFirstWord: Bool, isWildcard: Bool, _ matches: inout [PhraseAutomaton.Match]
  ) {
    let token = tokens[start]
    if token.hash == 0 || token.flags.contains(.skipped) { return }
    let before = matches.count
    var isOrdered = !isWildcard
    if isFirstWord {
      isOrdered = walk(TrieEdges.next(0, token.hash, in: edges), start: start, next: start + 1, &matches) && isOrdered
    }
    if isWildcard { branch(from: 0, start: start, at: start, &matches) }
    if !isOrdered, matches.count > before + 1 { matches[before...].sort() }
  }

  /// Follows the words from a state on. Tells whether what was found is in order: a wildcard's path is another phrase's.
  private func walk(_ first: UInt32, start: Int, next: Int, _ matches: inout [PhraseAutomaton.Match]) -> Bool {
    var state = first
    var next = next
    var isOrdered = true
    while state != 0 {
      for index in Int(ends[Int(state)])..<Int(ends[Int(state) + 1]) {
        matches.append(PhraseAutomaton.Match(start: start, end: next, payload: payloads[index]))
      }
      if !isSet(state, in: goesOn) { break }
      while next < tokens.count, tokens[next].flags.contains(.skipped) { next += 1 }
      guard next < tokens.count, tokens[next].hash != 0 else { break }
      if isSet(state, in: branches), let wildcards, wildcards.mayBegin(tokens[next]) {
        branch(from: state, start: start, at: next, &matches)
        isOrdered = false
      }
      if !laterWords.mayContain(TrieEdges.key(state, tokens[next].hash)) { break }
      state = TrieEdges.next(state, tokens[next].hash, in: edges)
      next += 1
    }
    return isOrdered
  }

  /// Walks on from every wildcard that a token fits.
  private func branch(from state: UInt32, start: Int, at token: Int, _ matches: inout [PhraseAutomaton.Match]) {
    wildcards?.forEachPrefix(of: tokens[token], in: bytes) { prefix in
      let following = TrieEdges.next(state, TrieEdges.wildcard(prefix), in: edges)
      _ = walk(following, start: start, next: token + 1, &matches)
    }
  }

  @inline(__always)
  private func isSet(_ state: UInt32, in bits: UnsafeBufferPointer<UInt64>) -> Bool {
    bits[Int(state >> 6)] & (1 &<< UInt64(state & 63)) != 0
  }
}
