package import TextScanning

/// Named lists of phrases that stand for a context ("nuclear", "reactor", "unit 2").
package struct ContextSets: Sendable {
  /// By index. A list that a `requires` writes in place begins with "|".
  package let names: [String]
  /// A payload is a set's index.
  package let phrases: PhraseAutomaton.Builder

  struct Builder {
    private var names: [String] = []
    private var indices: [String: Int32] = [:]
    private var builder = PhraseAutomaton.Builder()

    package mutating func add(_ phrase: String, toSet name: String) -> PhraseAutomaton.Builder.Outcome {
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
