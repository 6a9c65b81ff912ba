import ArchiveReading
import NewsModel
import NewsStore

/// Takes each document alone, on worker lanes: read, clean, extract, store. What the database already holds of the same
/// bytes by the same recipe is passed over.
struct FirstSweep {
  let feed: ArchiveFeed
  let stages: DocumentStages
  let store: NewsStore
  let recipe: String
  let jobs: Int

  /// Documents a transaction, if `DocumentMemory.portion` is not reached before: large enough that a commit, which writes
  /// every page of the tables that they touched, costs little beside them (measured with 256 to 2048 wire stories), small
  /// enough that little is done twice after a kill.
  private static let portion = 1024

  /// Returns when the archive is read to its end, or `cancellation` was asked for and what was under way is stored.
  func run(cancellation: Cancellation, progress: (RunProgress) -> Void) throws {
    let walk = ArchiveWalk(feed.paths)
    let known = KnownInputs(try store.inputs(), recipe: recipe, walk: walk)
    var notMet = try store.inputsWithProblems()
    var waiting: [InputBatch] = []
    var documentsWaiting = 0
    var memoryWaiting = 0
    var state = RunProgress()
    func storeWhatWaits() throws {
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
          emit: { unit, weight in !cancellation.isAskedFor && emit(unit, weight) })
      },
      transform: { (unit: ArchiveFeed.Unit) -> Outcome in outcome(of: unit, known: known) },
      weigh: \.memory,
      consume: { outcome in
        state.bytes += outcome.bytes
        if !notMet.isEmpty { notMet.remove(outcome.source) }
        if let batch = outcome.batch {
          state.documents += batch.documents.count
          state.problems += batch.problems.count
          for document in batch.documents where !document.document.problems.isEmpty { state.problems += 1 }
          waiting.append(batch)
          documentsWaiting += max(1, batch.documents.count)
          memoryWaiting += outcome.memory
          if documentsWaiting >= Self.portion || memoryWaiting >= DocumentMemory.portion { try storeWhatWaits() }
        } else {
          state.unchanged += 1
        }
        progress(state)
      })
    try storeWhatWaits()
    if cancellation.isAskedFor { return }
    // A PATH of an earlier run that was mistyped, or given twice, is no part of what was asked for now.
    try store.forgetProblems(of: notMet) { source, unopened in
      walk.reaches(source)
        || unopened.map { $0.isSubset(of: [.missing, .duplicateSource]) || !source.contains("/") } == true
    }
  }

  /// What a lane makes of a unit; without a batch when the database holds it already.
  private struct Outcome: Sendable {
    var source: String
    var batch: InputBatch?
    var bytes: Int
    /// Of what was found.
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
        if known.holdsUnchanged(open.file.source, content: try open.fingerprintAhead()) {
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
      case .document(let raw): batch.documents.append(stages.analyse(raw))
      }
    }
    return batch
  }
}
