import ArgumentParser
import Foundation
import NewsModel
import Pipeline

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check pipelines, dictionaries and rules, and run the tests inside the rules.",
    discussion: "Without arguments, checks all shipped pipelines. Exits with 65 if there are errors, not for warnings.")

  @Argument(help: "Pipelines to check, with the dictionaries and topics that they name.")
  var pipelines: [String] = []

  @Option(help: ArgumentHelp("Instead list every phrase that a topic's rules match.", valueName: "topic"))
  var expand: String?

  func run() throws {
    try Exit.reporting {
      let paths = try pipelines.isEmpty ? Installation.shippedPipelines() : pipelines.map(Installation.pipelinePath)
      if let expand { return try list(expand, in: paths) }
      var check = DefinitionCheck()
      for path in paths { check.check(pipeline: path) }
      if check.warnings < check.faults.count { throw DefinitionErrors(check.faults) }
      for warning in check.faults { Console.printError(warning.description) }
      Console.write(
        Array(
          """
          \(Counted(check.pipelines, "pipeline")), \(Counted(check.entities, "entity", "entities")), \
          \(Counted(check.topics, "topic")): \
          \(check.warnings == 0 ? "nothing wrong" : Counted(check.warnings, "warning").description); \
          \(check.sentences == 1 ? "1 test sentence passes" : "\(check.sentences) test sentences pass")\n
          """.utf8))
    }
  }

  private func list(_ topic: String, in paths: [String]) throws {
    for path in paths {
      guard let terms = try DefinitionCheck.expansion(of: topic, pipeline: path) else { continue }
      for (term, variants) in terms { Console.write(Array("\(term)\t\(variants.joined(separator: "\t"))\n".utf8)) }
      return
    }
    Console.printError("no topic '\(topic)'")
    throw ExitCode.failure
  }
}
