import ArchiveReading
import NewsModel
import NewsStore

/// Reads, cleans, analyses and stores each document independently, on worker lanes. Files that the database already
/// contains with the same bytes and the same recipe are skipped.
struct FirstSweep {
  let feed: ArchiveFeed
  let stages: DocumentStages
  let store: NewsStore
  let recipe: String
  let jobs: Int
  let keepsRemovedFiles: Bool

  /// The number of documents in a transaction if `DocumentMemory.portion` is not reached before. A commit writes every page
  /// of the tables that the documents changed; with this many documents it costs little (measured with 256 to 2048 wire
  /// stories), and after a kill little is done twice.
  private static let portion = 1024

  /// Returns when the archive is read to its end, or when a stop was requested and the documents in progress are stored.
  func run(cancellation: Cancellation, progress: (RunProgress) -> Void) throws {
    let walk = ArchiveWalk(feed.paths)
    let known = KnownInputs(try store.inputs(), recipe: recipe, walk: walk)
    var withProblems = try store.inputsWithProblems()
    var waiting: [InputBatch] = []
    var documentsWaiting = 0
    var memoryWaiting = 0
    var visited = VisitedFiles()
    var state = RunProgress()
    func storeWaiting() throws {
      if !waiting.isEmpty { try store.write(waiting) }
      waiting.removeAll(keepingCapacity: true)
      documentsWaiting = 0
      memoryWaiting = 0
    }
    let (feed, store, recipe) = (feed, store, recipe)
    try OrderedParallelMap(lanes: jobs).run(
      produce: { emit in
        try feed.produce(
          wanted: { file, fingerprint in
            guard let mark = try store.mark(of: file.source), mark.recipe == recipe, mark.content == fingerprint
            else { return .from(0) }
            return mark.isComplete ? .nothing : .from(mark.records)
          },
          emit: { unit, weight in !cancellation.isRequested && emit(unit, weight) })
      },
      transform: { (unit: ArchiveFeed.Unit) -> Outcome in outcome(of: unit, known: known) },
      weigh: \.memory,
      consume: { outcome in
        state.bytes += outcome.bytes
        visited.add(outcome.source, isUnusable: outcome.batch?.mark.content.isEmpty == true)
        if !withProblems.isEmpty { withProblems.remove(outcome.source) }
        if let batch = outcome.batch {
          state.documents += batch.documents.count
          state.problems += batch.problems.count
          for document in batch.documents where !document.document.problems.isEmpty { state.problems += 1 }
          waiting.append(batch)
          documentsWaiting += max(1, batch.documents.count)
          memoryWaiting += outcome.memory
          if documentsWaiting >= Self.portion || memoryWaiting >= DocumentMemory.portion { try storeWaiting() }
        } else {
          state.unchanged += 1
        }
        progress(state)
      })
    try storeWaiting()
    if cancellation.isRequested { return }
    if !keepsRemovedFiles {
      state.removed = try store.removeInputs { walk.reaches($0) && visited.lack($0) }
      progress(state)
    }
    // Also forgets the problems of paths that an earlier run was given by mistake or twice.
    try store.forgetProblems(of: withProblems) { source, unopened in
      walk.reaches(source)
        || unopened.map { $0.isSubset(of: [.missing, .duplicateSource]) || !source.contains("/") } == true
    }
  }

  /// The result of a unit; without a batch if the database already contains the unit.
  private struct Outcome: Sendable {
    var source: String
    var batch: InputBatch?
    var bytes: Int
    /// The memory in bytes that the batch takes.
    let memory: Int

    init(_ source: String, _ batch: InputBatch?, bytes: Int) {
      self.source = source
      self.batch = batch
      self.bytes = bytes
      memory = batch?.documents.reduce(0) { $0 + DocumentMemory.held(by: $1) } ?? 0
    }
  }

  private func outcome(of unit: ArchiveFeed.Unit, known: KnownInputs) -> Outcome {
    switch unit {
    case .unchanged(let file, let bytes):
      return Outcome(file.source, nil, bytes: bytes)
    case .problem(let problem):
      let mark = InputMark(content: "", recipe: recipe, records: 0, isComplete: false)
      return Outcome(
        problem.source,
        InputBatch(path: problem.source, startsOver: true, documents: [], problems: [problem], mark: mark),
        bytes: 0)
    case .whole(let open):
      do throws(Problem) {
        if try known.holdsUnchanged(open.file.source, content: open.fingerprintAhead) {
          return Outcome(open.file.source, nil, bytes: open.size)
        }
        let items = unit.items()
        let content = try open.fingerprintOfRead()
        var batch = batch(
          of: open.file, items: items, first: 0,
          mark: InputMark(content: content, recipe: recipe, records: 1, isComplete: true))
        batch.replaces = known.otherNames(of: open.file, content: content)
        return Outcome(open.file.source, batch, bytes: open.size)
      } catch {
        return outcome(of: .problem(error), known: known)
      }
    case .piece(let piece):
      var batch = batch(
        of: piece.file, items: piece.items, first: piece.first,
        mark: InputMark(
          content: piece.fingerprint, recipe: recipe,
          records: piece.isOfOneState ? piece.first + piece.items.count : 0,
          isComplete: piece.isLast && piece.isOfOneState))
      if piece.isLast { batch.replaces = known.otherNames(of: piece.file, content: piece.fingerprint) }
      return Outcome(piece.file.source, batch, bytes: piece.bytes)
    }
  }

  private func batch(of file: ArchiveFile, items: [ArchiveItem], first: Int, mark: InputMark) -> InputBatch {
    var batch = InputBatch(path: file.source, startsOver: first == 0, documents: [], mark: mark)
    for item in items {
      switch item {
      case .problem(let problem): batch.problems.append(problem)
      case .document(let raw): batch.documents += stages.analyse(raw)
      }
    }
    return batch
  }
}
