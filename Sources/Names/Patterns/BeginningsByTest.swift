/// What each test of a token tells of where mentions begin; by group of patterns.
///
/// Most tries of a pattern fail at the second token or at the one before: these are looked at first, for all patterns
/// at once. What may take a mention of several tokens, or none, leaves its pattern's neighbours open.
struct BeginningsByTest {
  /// What every token may be to the patterns, whatever tests it passes.
  private(set) var always: [BeginningBits]
  private(set) var edges: [BeginningBits]
  private var all: [BeginningBits]
  private let groups: Int

  init(_ patterns: [NamePattern], _ words: PatternWords) {
    groups = PatternBits.groups(patterns.count)
    always = [BeginningBits](repeating: BeginningBits(), count: groups)
    edges = always
    all = [BeginningBits](repeating: BeginningBits(), count: words.tests.count * groups)
    let reaches = words.plain.reaches
    for (index, pattern) in patterns.enumerated() {
      let core = pattern.core
      for test in core.firstTests { all[place(test, index)].first |= .pattern(index) }
      if core.first & core.last != 0 || core.firstTests.contains(where: { reaches[Int($0)] != .token }) {
        always[PatternBits.group(of: index)].second |= .pattern(index)
        edges[PatternBits.group(of: index)].second |= .pattern(index)
      }
      for test in core.secondTests { all[place(test, index)].second |= .pattern(index) }
      let before = pattern.left.flatMap { $0.acceptsNothing ? nil : $0.firstTests }
      for test in before ?? [] { all[place(test, index)].before |= .pattern(index) }
      if before?.contains(where: { reaches[Int($0)] != .token && reaches[Int($0)] != .nothing }) ?? true {
        always[PatternBits.group(of: index)].before |= .pattern(index)
      }
      if before?.contains(where: { reaches[Int($0)] == .nothing }) ?? true {
        edges[PatternBits.group(of: index)].before |= .pattern(index)
      }
    }
  }

  func of(_ test: Int32, group: Int) -> BeginningBits { all[Int(test) * groups + group] }

  private func place(_ test: Int32, _ pattern: Int) -> Int { Int(test) * groups + PatternBits.group(of: pattern) }
}
