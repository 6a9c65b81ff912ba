package import TextScanning

/// Named lists of phrases that indicate a context ("nuclear", "reactor", "unit 2").
package struct ContextSets: Sendable {
  /// The names by index. A list written inside a `requires` gets a name that begins with "|".
  package let names: [String]
  /// The phrases of all sets; the payload is the index of the set.
  package let phrases: PhraseAutomaton.Builder

  struct Builder {
    private var names: [String] = []
    private var indices: [String: Int32] = [:]
    private var builder = PhraseAutomaton.Builder()

    mutating func add(_ phrase: String, toSet name: String) -> PhraseAutomaton.Builder.Outcome {
      let index = indices[name] ?? Int32(names.count)
      let outcome = builder.add(phrase, payload: index)
      if outcome == .added, index == names.count {
        names.append(name)
        indices[name] = index
      }
      return outcome
    }

    func index(ofSet name: String) -> Int32? { indices[name] }

    func build() -> ContextSets { ContextSets(names: names, phrases: builder) }
  }
}
