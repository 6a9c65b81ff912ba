import NewsModel

/// Reports problems on standard error and counts them.
struct ProblemCount {
  var quiet: Bool
  private(set) var count = 0

  init(quiet: Bool) { self.quiet = quiet }

  mutating func report(_ problem: Problem) {
    count += 1
    if quiet { return }
    Console.printError(Self.line(problem))
  }

  /// A line such as `a.jsonl (line 2): record: no JSON object`.
  static func line(_ problem: Problem) -> String {
    let place = problem.place.isEmpty ? "" : " (\(problem.place))"
    return "\(problem.source)\(place): \(problem.kind.rawValue): \(problem.reason)"
  }
}
