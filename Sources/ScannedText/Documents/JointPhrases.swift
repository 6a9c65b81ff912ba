package import TextScanning

/// The phrases that all steps of extraction search for in one trie, so that each text is searched only once.
package struct JointPhrases: Sendable {
  private let automaton: PhraseAutomaton

  /// The step that a phrase belongs to, in the upper bits of its payload. The lower bits are the step's own payload;
  /// they are sufficient because a trie has 2^26 states at most.
  private enum Owner: Int32 {
    case names, contexts, topics, cues

    static let place: Int32 = 28
    var mark: Int32 { rawValue << Self.place }

    static func index(of match: PhraseAutomaton.Match) -> Int { Int(match.payload >> place) }
  }

  package init(
    names: PhraseAutomaton.Builder, contexts: PhraseAutomaton.Builder, topics: PhraseAutomaton.Builder,
    cues: PhraseAutomaton.Builder
  ) {
    var all = names
    all.add(contexts, mark: Owner.contexts.mark)
    all.add(topics, mark: Owner.topics.mark)
    all.add(cues, mark: Owner.cues.mark)
    automaton = all.build()
  }

  /// The matches in a section, for each step in order of start and end.
  package struct Found: Sendable {
    /// The matches of all steps in one array, one step after the other.
    private let matches: [PhraseAutomaton.Match]
    private let ends: SIMD4<Int>

    package var names: ArraySlice<PhraseAutomaton.Match> { matches[..<ends[0]] }
    package var contexts: ArraySlice<PhraseAutomaton.Match> { matches[ends[0]..<ends[1]] }
    package var topics: ArraySlice<PhraseAutomaton.Match> { matches[ends[1]..<ends[2]] }
    package var cues: ArraySlice<PhraseAutomaton.Match> { matches[ends[2]...] }

    fileprivate init(_ found: [PhraseAutomaton.Match]) {
      var counts = SIMD4<Int>()
      for match in found { counts[Owner.index(of: match)] += 1 }
      var ends: SIMD4 = [0, counts[0], counts[0] + counts[1], found.count - counts[3]]
      let stepPayload: Int32 = 1 << Owner.place - 1
      matches = Array(placing: found) { match in
        let owner = Owner.index(of: match)
        match.payload &= stepPayload
        defer { ends[owner] += 1 }
        return ends[owner]
      }
      self.ends = ends
    }
  }

  /// Returns the matches in each section.
  package func find(in scanned: ScannedDocument) -> [Found] {
    var matches: [PhraseAutomaton.Match] = []
    return scanned.sections.map { section in
      matches.removeAll(keepingCapacity: true)
      automaton.search(section.stream, in: section.bytes, into: &matches)
      return Found(matches)
    }
  }
}
