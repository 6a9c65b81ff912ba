package import ArchiveReading
package import ArticleCleaning
package import Extraction
package import NewsModel

/// The first stages alone: an archive to lines on standard output, in the archive's order.
package struct DocumentStream {
  package var feed: ArchiveFeed
  package var cleaner: ArticleCleaner
  /// Nil to stop after cleaning.
  package var extractor: Extractor?
  package var jobs: Int

  package init(feed: ArchiveFeed, cleaner: ArticleCleaner, extractor: Extractor?, jobs: Int) {
    self.feed = feed
    self.cleaner = cleaner
    self.extractor = extractor
    self.jobs = jobs
  }

  /// - Parameters:
  ///   - line: a document's bytes as they are to be printed; called on the lanes.
  ///   - output: takes the printed bytes, in order.
  /// - Returns: what could not be used and belongs to no document, and the number of documents with problems.
  package func run(
    line: @escaping @Sendable (AnalysedDocument) -> [UInt8], output: ([UInt8]) throws -> Void,
    problem: (Problem) -> Void
  ) throws {
    struct Printed: Sendable {
      var bytes: [UInt8] = []
      var problems: [Problem] = []
    }
    let stages = DocumentStages(cleaner: cleaner, extractor: extractor)
    let feed = feed
    try OrderedParallelMap(lanes: jobs).run(
      produce: { emit in feed.produce(wanted: nil, emit: emit) },
      transform: { unit in
        var printed = Printed()
        for item in unit.items() {
          switch item {
          case .problem(let problem): printed.problems.append(problem)
          case .document(let raw):
            let analysed = stages.analyse(raw)
            printed.problems += analysed.document.problems
            printed.bytes += line(analysed)
          }
        }
        return printed
      },
      consume: { printed in
        try output(printed.bytes)
        printed.problems.forEach(problem)
      })
  }
}
