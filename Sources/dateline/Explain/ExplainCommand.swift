import ArgumentParser
import NewsModel
import NewsStore
import Pipeline

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain why a document has each of its mentions, countries and topics, or why not.",
    discussion: """
      DOCUMENT is the source of a document as 'dateline query documents' prints it, or the end of a source. Each mention \
      is shown in its sentence, with the dictionary line or pattern that found it.
      """)

  @Argument(help: "The document.")
  var document: String

  @OptionGroup var database: DatabaseOption

  @Option(help: "Only explain why this surface was or was not found.")
  var surface: String?

  @Option(help: "Only explain results and rejections of rules whose names contain this text.")
  var rule: String?

  @Option(help: "Print the rule of this topic as a tree, and which parts match the document.")
  var topic: String?

  @Option(
    help: ArgumentHelp(
      "The pipeline with the rules, for what is not in the database: --topic, --surface, evidence for countries.",
      valueName: "file"))
  var pipeline: String?

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      let sources = try store.sources(meantBy: document)
      guard sources.count == 1, let analysed = try store.analysis(of: sources[0]) else {
        Console.printError(
          sources.isEmpty
            ? "no document '\(document)' in the database"
            : "'\(document)' can be \(sources.joined(separator: ", "))")
        throw ExitCode.failure
      }
      let explanation = try Explanation(analysed, facilities: store.facilities(in: sources[0]))
      var lines = explanation.heading
      if let topic {
        guard let tree = try explanation.topic(topic, by: definition()) else {
          Console.printError("no topic '\(topic)' in the pipeline")
          throw ExitCode.failure
        }
        lines += [""] + tree
      } else if surface != nil || rule != nil {
        lines += section("mentions", explanation.mentions(where: isWanted))
        lines += section("not taken", explanation.rejections(where: isWanted))
        if let surface, !analysed.mentions.contains(where: isWanted) {
          lines += section("not found", try explanation.absence(of: surface, in: definition()))
        } else if let rule, !analysed.mentions.contains(where: isWanted) {
          lines += section("not found", ["no rule whose name contains '\(rule)' produced or rejected a mention here"])
        }
      } else {
        lines += section("mentions", explanation.mentions())
        lines += section("not taken", explanation.rejections())
        lines += section("countries", explanation.countries(evidence: try evidence(for: explanation)))
        lines += section("topics", explanation.topics)
      }
      Console.writeText(lines.joined(separator: "\n") + "\n")
    }
  }

  /// The evidence for countries other than mentions. The dictionaries, which take a moment to read, are only read if a
  /// country has no mention that shows why it is there.
  private func evidence(for explanation: Explanation) throws -> [String: [String]] {
    guard explanation.hasUnnamedCountries, pipeline != nil || Installation.defaultPipeline != nil else { return [:] }
    return try explanation.countryEvidence(by: definition())
  }

  private func isWanted(_ mention: Mention) -> Bool {
    if let surface, mention.surface.lowercased() != surface.lowercased() { return false }
    if let rule, !mention.rule.description.contains(rule) { return false }
    return true
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
  }

  private func definition() throws -> PipelineDefinition {
    guard let path = pipeline ?? Installation.defaultPipeline else { throw Installation.Missing() }
    return try PipelineFile.read(Installation.pipelinePath(for: path))
  }
}
