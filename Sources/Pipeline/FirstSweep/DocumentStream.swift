import ArchiveReading
package import NewsModel

/// Processes the documents of an archive without a database, and passes the results on in the order of the archive.
package struct DocumentStream {
  private let feed: ArchiveFeed
  private let stages: DocumentStages
  private let jobs: Int

  /// Nil if documents are only cleaned.
  package var extractor: Extractor? { stages.extractor }

  /// The doubtful lines in the user's own dictionaries.
  package let warnings: [DefinitionErrors.Fault]

  /// Throws as `DocumentStages.init`.
  package init(paths: [String], definition: PipelineDefinition, annotating: Bool, jobs: Int) throws {
    feed = ArchiveFeed(paths: paths, definition: definition)
    stages = try DocumentStages(definition: definition, annotating: annotating)
    self.jobs = jobs
    warnings = stages.extractor.map { DictionaryWarnings.warnings(of: definition, in: $0) } ?? []
  }

  /// - Parameters:
  ///   - line: returns what is kept of a document, such as the bytes to be printed; called on the lanes.
  ///   - weigh: returns the number of bytes of memory that this takes.
  ///   - output: receives what was kept of each document, in order.
  ///   - problem: receives every problem, in order.
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
            for analysed in stages.analyse(raw) {
              printed.problems += analysed.document.problems
              printed.lines.append(line(analysed))
            }
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

/// The results of a unit of the archive.
private struct Kept<Line: Sendable>: Sendable {
  var lines: [Line] = []
  var problems: [Problem] = []
}
