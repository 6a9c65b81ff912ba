import ArchiveReading
import ArticleCleaning
import Foundation
import Names
import NewsModel
import NewsStore
import Repetition
import ScannedText

/// Measures the time that the stages of a pipeline take on an archive.
package struct StageBench {
  let feed: ArchiveFeed
  private let definition: PipelineDefinition
  let documentStages: DocumentStages
  /// The time to read the dictionaries and rules, which happens once; its results are surfaces.
  package let loading: Timing

  /// Throws `DefinitionErrors`.
  package init(paths: [String], definition: PipelineDefinition) throws {
    var definition = definition
    definition.archive = paths
    self.definition = definition
    feed = ArchiveFeed(paths: paths, definition: definition)
    let start = processorSeconds()
    documentStages = try DocumentStages(definition: definition, annotating: true)
    let seconds = processorSeconds() - start
    loading = Timing(
      stage: "load", jobs: 1, seconds: seconds, documents: 0, bytes: 0,
      results: documentStages.extractor?.names.dictionary.surfaces.count ?? 0)
  }

  package struct Timing: Sendable {
    package var stage: String
    package var jobs: Int
    /// Processor time for a single stage, so that other work of the machine is excluded; wall time for a whole run.
    package var seconds: Double
    package var documents: Int
    /// The size of the archive after decompression for reading and cleaning; the size of the documents' text for later
    /// stages.
    package var bytes: Int
    /// The number of things that the stage found: documents, tokens, matches ...
    package var results: Int

    /// Stage, jobs, seconds, documents, bytes, results, documents per second and MB per second, separated by tabs.
    package var line: String {
      func rounded(_ value: Double, _ places: Double) -> Double { (value * places).rounded() / places }
      // If no time was measured, there is no rate.
      func rate(_ amount: Double, _ places: Double) -> Double {
        seconds > 0 ? rounded(amount / seconds, places) : 0
      }
      return [
        stage, "\(jobs)", "\(rounded(seconds, 1000))", "\(documents)", "\(bytes)", "\(results)",
        "\(Int(rate(Double(documents), 1)))", "\(rate(Double(bytes) / 1e6, 10))",
      ].joined(separator: "\t")
    }
  }

  /// A measurement whose results are wrong.
  package struct Disagreement: Error, CustomStringConvertible {
    package var description: String

    package init(description: String) { self.description = description }
  }

  /// Measures each stage separately on the calling thread. Documents are processed in portions, so that the input of a
  /// stage is no more in the processor's caches than in a run.
  package func stages() throws -> [Timing] {
    guard let extractor = documentStages.extractor else { return [] }
    var read = Stage("read"), clean = Stage("clean"), tokenise = Stage("tokenise"), match = Stage("match")
    var name = Stage("names"), topic = Stage("topics"), store = Stage("store")
    let folder = try Self.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try NewsStore.forWriting(path: folder.path + "/store.sqlite")
    try database.replaceDefinitions(entities: documentStages.entities, topics: documentStages.topics)
    var failure: (any Error)?
    var pieces = 0
    var last = processorSeconds()
    try feed.produce(wanted: nil) { unit, _ in
      let items = unit.items()
      read.seconds += processorSeconds() - last
      let raws = items.compactMap { item -> RawDocument? in
        if case .document(let raw) = item { raw } else { nil }
      }
      read.count(raws.count, raws.reduce(0) { $0 + $1.content.size }, raws.count)
      let documents = clean.time { raws.map { documentStages.cleaner.clean($0) } }
      let bytes = documents.reduce(0) { $0 + $1.text.utf8.count + ($1.title?.utf8.count ?? 0) }
      clean.count(raws.count, read.bytes - clean.bytes, documents.count)
      let scanned = tokenise.time { documents.map { ScannedDocument($0) } }
      tokenise.count(documents.count, bytes, scanned.reduce(0) { $0 + $1.sections.reduce(0) { $0 + $1.tokens.count } })
      let matches = match.time { scanned.reduce(0) { $0 + extractor.names.countSurfaces(in: $1) } }
      match.count(documents.count, bytes, matches)
      let found = name.time { scanned.map { extractor.findNames(in: $0) } }
      name.count(documents.count, bytes, found.reduce(0) { $0 + $1.names.mentions.count { $0.rejection == nil } })
      let topics = topic.time { found.indices.map { extractor.findTopics(of: scanned[$0], found[$0]) } }
      topic.count(documents.count, bytes, topics.reduce(0) { $0 + $1.count })
      let analysed = documents.indices.map { index in
        AnalysedDocument(
          document: documents[index], mentions: found[index].names.mentions, countries: found[index].names.countries,
          topics: topics[index])
      }
      pieces += 1
      let batch = InputBatch(
        path: "piece \(pieces)", startsOver: true, documents: analysed,
        mark: InputMark(content: "", recipe: "bench", records: analysed.count, isComplete: true))
      do { try store.time { try database.write([batch]) } } catch { failure = error }
      store.count(documents.count, bytes, documents.count)
      last = processorSeconds()
      return failure == nil
    }
    if let failure { throw failure }
    let stored = try database.counts().documents
    guard read.results == stored else {
      throw Disagreement(description: "\(read.results) documents were read, the database contains \(stored)")
    }
    return [read, clean, tokenise, match, name, topic, store].map(\.timing)
  }

  /// Measures all of extraction (tokens, mentions, countries, topics), one document after the other as in a run.
  package func extraction() throws -> Timing {
    guard let extractor = documentStages.extractor else { throw Disagreement(description: "nothing to extract") }
    var extract = Stage("extract")
    try feed.produce(wanted: nil) { unit, _ in
      let documents = unit.items().compactMap { item -> Document? in
        if case .document(let raw) = item { documentStages.cleaner.clean(raw) } else { nil }
      }
      let bytes = documents.reduce(0) { $0 + $1.text.utf8.count + ($1.title?.utf8.count ?? 0) }
      var mentions = 0
      extract.time { for document in documents { mentions += extractor.analyse(document).mentions.count } }
      extract.count(documents.count, bytes, mentions)
      return true
    }
    return extract.timing
  }

  /// Creates a folder for the database and reports of a measurement.
  private static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dateline-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Measures a whole run, whose database and reports are removed afterwards.
  package func wholeRun(jobs: Int) throws -> Timing {
    let folder = try Self.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var definition = definition
    definition.database = folder.path + "/bench.sqlite"
    definition.reports = folder.path + "/reports"
    let start = ContinuousClock.now
    let run = try PipelineRun(definition: definition, jobs: jobs)
    let summary = try run.execute(cancellation: Cancellation(), warnings: { _ in }, progress: { _ in })
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    guard summary.counts.documents == summary.added else {
      throw Disagreement(
        description: "\(summary.added) documents were read, the database contains \(summary.counts.documents)")
    }
    return Timing(
      stage: "run", jobs: jobs, seconds: seconds, documents: summary.added, bytes: summary.bytes,
      results: summary.counts.documents)
  }
}

/// The cost of a stage so far.
struct Stage {
  let name: String
  var seconds = 0.0
  private(set) var documents = 0
  private(set) var bytes = 0
  private(set) var results = 0

  init(_ name: String) { self.name = name }

  mutating func time<Result>(_ work: () throws -> Result) rethrows -> Result {
    let start = processorSeconds()
    defer { seconds += processorSeconds() - start }
    return try work()
  }

  mutating func count(_ documents: Int, _ bytes: Int, _ results: Int) {
    self.documents += documents
    self.bytes += bytes
    self.results += results
  }

  var timing: StageBench.Timing {
    .init(stage: name, jobs: 1, seconds: seconds, documents: documents, bytes: bytes, results: results)
  }
}

/// Returns the processor time that the calling thread has used.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
