import ArgumentParser
import Foundation
import NewsModel
import Pipeline
import Workbench

struct TopicsHealth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health",
    abstract: "List topics that never match, terms in only one document or source, and topics that overlap.")

  @OptionGroup var options: TopicsOptions

  func run() throws {
    try Exit.reporting {
      let set = try Extractor(options.definition()).topicSet
      var health = RuleHealth(set)
      let problems = try options.forEach(keep: { $0 }, use: { health.add($0) })
      let report = health.report
      var lines = ["kind\ttopic\tterm or topic\tdocuments\twhere or share"]
      lines += report.silent.map { "silent topic\t\($0)\t\t0\t" }
      lines += report.lonely.map { "lonely term\t\($0.topic)\t\($0.term)\t\($0.documents)\t\($0.onlyIn)" }
      lines += report.overlaps.map {
        "overlap\t\($0.first)\t\($0.second)\t\($0.documents)\t" + String(format: "%.2f", $0.share)
      }
      Console.write(Array((lines.joined(separator: "\n") + "\n").utf8))
      if problems > 0 { throw Exit.problems }
    }
  }
}
