/// For each test of a token, where mentions may begin if the token passes it; by group of patterns.
///
/// Most tries of a pattern fail at the second token or at the token before, so these are checked first, for all
/// patterns at once. If a test may take no token or a mention of several, its pattern is not restricted by the
/// neighbouring tokens.
struct BeginningsByTest {
  /// What every token allows, whichever tests it passes.
  private(set) var always: [BeginningBits]
  /// What the edge of a sentence allows, where there is no token.
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
