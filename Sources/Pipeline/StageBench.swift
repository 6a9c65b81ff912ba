import ArchiveReading
import Foundation
import NewsModel
import NewsStore

/// Times the stages of a pipeline on an archive.
package struct StageBench {
  private let feed: ArchiveFeed
  private let definition: PipelineDefinition
  private let cleaning: DocumentStages
  private let extracting: DocumentStages

  /// Throws `DefinitionErrors`.
  package init(paths: [String], definition: PipelineDefinition) throws {
    var definition = definition
    definition.archive = paths
    self.definition = definition
    feed = ArchiveFeed(paths: paths, definition: definition)
    cleaning = try DocumentStages(definition: definition, annotating: false)
    extracting = try DocumentStages(definition: definition, annotating: true)
  }

  package struct Timing: Sendable {
    package var stage: String
    package var jobs: Int
    package var seconds: Double
    package var documents: Int
    /// Of content, after decompression.
    package var bytes: Int

    /// Tab-separated: stage, jobs, seconds, documents, bytes, documents a second, MB a second.
    package var line: String {
      func rounded(_ value: Double, _ places: Double) -> Double { (value * places).rounded() / places }
      return [
        stage, "\(jobs)", "\(rounded(seconds, 1000))", "\(documents)", "\(bytes)",
        "\(Int(Double(documents) / seconds))", "\(rounded(Double(bytes) / seconds / 1e6, 10))",
      ].joined(separator: "\t")
    }
  }

  /// The stages found different numbers of something.
  package struct Disagreement: Error, CustomStringConvertible {
    package var description: String

    package init(description: String) { self.description = description }
  }

  /// Reading, cleaning and extraction, each alone on the calling thread. A portion of documents is in memory at a time.
  package func stages() throws -> [Timing] {
    var (reading, cleaned, extracted) = (0.0, 0.0, 0.0)
    var (read, written, bytes) = (0, 0, 0)
    let clock = ContinuousClock()
    func timed<Result>(_ total: inout Double, _ work: () -> Result) -> Result {
      let start = clock.now
      let result = work()
      total += (clock.now - start) / .seconds(1)
      return result
    }
    var last = clock.now
    try feed.produce(wanted: nil) { unit, _ in
      let items = unit.items()
      reading += (clock.now - last) / .seconds(1)
      let raws = items.compactMap { item -> RawDocument? in
        if case .document(let raw) = item { raw } else { nil }
      }
      read += raws.count
      bytes += raws.reduce(0) { $0 + $1.content.size }
      let documents = timed(&cleaned) { raws.map { cleaning.analyse($0).document } }
      written += timed(&extracted) { documents.map { extracting.analyse($0) } }.count
      last = clock.now
      return true
    }
    guard read == written else {
      throw Disagreement(description: "\(read) documents were read, \(written) came out of extraction")
    }
    return [("read", reading), ("clean", cleaned), ("extract", extracted)].map { stage, seconds in
      Timing(stage: stage, jobs: 1, seconds: seconds, documents: read, bytes: bytes)
    }
  }

  /// Everything, into a database and reports that are removed again.
  package func wholeRun(jobs: Int) throws -> Timing {
    let folder = NSTemporaryDirectory() + "/dateline-bench-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var definition = definition
    definition.database = folder + "/bench.sqlite"
    definition.reports = folder + "/reports"
    let clock = ContinuousClock()
    let start = clock.now
    let run = try PipelineRun(definition: definition, jobs: jobs)
    let summary = try run.execute(cancellation: Cancellation()) { _ in }
    let seconds = (clock.now - start) / .seconds(1)
    guard summary.counts.documents == summary.added else {
      throw Disagreement(
        description: "\(summary.added) documents were read, the database holds \(summary.counts.documents)")
    }
    return Timing(
      stage: "run", jobs: jobs, seconds: seconds, documents: summary.added, bytes: summary.bytes)
  }
}
