import ArgumentParser
import Foundation
import NewsModel
import Pipeline
import Topics
import Workbench

struct TopicsAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Print a sample of a topic's documents for judging, or evaluate the judged sample.",
    discussion: """
      Write yes or no after each "answer:" in the printed sample, then read it with --read. This prints the precision with \
      a Wilson interval at 95 %.
      """)

  @Argument(help: "The id of the topic.")
  var topic: String

  @Option(name: .customLong("n"), help: "The number of documents in the sample.")
  var count = 25

  @Option(help: "The seed of the sample. The same seed and archive give the same sample.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("A sample with answers, to be evaluated.", valueName: "sheet.md"))
  var read: String?

  @OptionGroup var options: TopicsOptions

  func validate() throws {
    if !(1...10_000).contains(count) { throw ValidationError("--n takes a number from 1 to 10000") }
  }

  func run() throws {
    try Exit.reporting {
      if let read { return try printResult(of: read) }
      let definition = try options.definition()
      let set = try Extractor(folders: definition.dictionaries, packs: definition.topics).topicSet
      guard let topic = set.topics.first(where: { $0.id == topic }) else {
        Console.printError("no topic '\(topic)' in the pipeline")
        throw ExitCode.failure
      }
      let id = topic.id
      var cases: [PrecisionAudit.Case] = []
      let problems = try options.forEach(
        keep: { analysed in
          analysed.topics.first { $0.id == id }.map { PrecisionAudit.Case(analysed, topic: $0) }
        },
        use: { if let found = $0 { cases.append(found) } })
      let sample = PrecisionAudit.sample(cases, count: count, seed: seed)
      Console.write(Array(PrecisionAudit.sheet(topic, sample, population: cases.count, seed: seed).utf8))
      if problems > 0 { throw Exit.problems }
    }
  }

  private func printResult(of path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DefinitionErrors([.init(file: path, reason: "cannot be read")])
    }
    let result = try PrecisionAudit.read(String(decoding: data, as: UTF8.self), file: path)
    var line = "\(result.right) right, \(result.wrong) wrong, \(result.unanswered) without an answer"
    if let precision = result.precision, let interval = result.interval {
      line += String(
        format: "; precision %.3f, 95 %% interval %.3f to %.3f", precision, interval.lowerBound, interval.upperBound)
    }
    Console.write(Array((line + "\n").utf8))
  }
}
