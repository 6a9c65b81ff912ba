import ArchiveReading
package import NewsModel

/// The first stages alone: an archive to lines on standard output, in the archive's order.
package struct DocumentStream {
  private let feed: ArchiveFeed
  private let stages: DocumentStages
  private let jobs: Int

  /// What annotates; nil when nothing does.
  package var extractor: Extractor? { stages.extractor }

  /// What is doubtful in the user's own dictionaries.
  package let warnings: [DefinitionErrors.Fault]

  /// Throws `DefinitionErrors` when dictionaries or rules are wrong; they are read only when `annotating`.
  package init(paths: [String], definition: PipelineDefinition, annotating: Bool, jobs: Int) throws {
    feed = ArchiveFeed(paths: paths, definition: definition)
    stages = try DocumentStages(definition: definition, annotating: annotating)
    self.jobs = jobs
    warnings = stages.extractor.map { DictionaryWarnings.warnings(of: definition, in: $0) } ?? []
  }

  /// - Parameters:
  ///   - line: what is kept of a document, such as the bytes to be printed; called on the lanes.
  ///   - weigh: bytes that this takes until it is its turn.
  ///   - output: takes what was kept of each document, in order.
  ///   - problem: takes every problem, in order.
  package func run<Line: Sendable>(
    line: @escaping @Sendable (AnalysedDocument) -> Line,
    weigh: @escaping @Sendable (Line) -> Int = { _ in MemoryLayout<Line>.size }, output: (Line) throws -> Void,
    problem: (Problem) -> Void
  ) throws {
    let feed = feed
    let stages = stages
    try OrderedParallelMap(lanes: jobs).run(
      produce: { emit in try feed.produce(wanted: nil, emit: emit) },
      transform: { (unit: ArchiveFeed.Unit) -> Kept<Line> in
        var printed = Kept<Line>()
        for item in unit.items() {
          switch item {
          case .problem(let found): printed.problems.append(found)
          case .document(let raw):
            let analysed = stages.analyse(raw)
            printed.problems += analysed.document.problems
            printed.lines.append(line(analysed))
          }
        }
        return printed
      },
      weigh: { printed in printed.lines.reduce(0) { $0 + weigh($1) } },
      consume: { printed in
        try printed.lines.forEach(output)
        printed.problems.forEach(problem)
      })
  }
}

/// What a unit of the archive leaves behind.
private struct Kept<Line: Sendable>: Sendable {
  var lines: [Line] = []
  var problems: [Problem] = []
}
