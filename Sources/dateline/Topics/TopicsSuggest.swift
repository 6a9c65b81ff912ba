import ArgumentParser
import Foundation
import NewsModel
import Pipeline
import ScannedText
import Topics
import Workbench

struct TopicsSuggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Print a rule made from labelled documents, for editing.",
    discussion: """
      The labels come from a file with lines 'document TAB topic' (--labels; a document is given by the end of its \
      source), from the sites' own tags (--tag), or from a query in the language of rules (--query).
      """)

  @Argument(help: "The id for the new topic.")
  var topic: String

  @Option(help: ArgumentHelp("A file of lines with document and topic, separated by a tab.", valueName: "file.tsv"))
  var labels: String?

  @Option(help: "Documents with this site tag belong to the topic.")
  var tag: String?

  @Option(help: "Documents that match this query belong to the topic.")
  var query: String?

  @Option(help: "How many terms are printed.")
  var limit = 30

  @OptionGroup var options: TopicsOptions

  func validate() throws {
    if [labels, tag, query].compactMap(\.self).count != 1 {
      throw ValidationError("give one of --labels, --tag and --query")
    }
    if !(1...1000).contains(limit) { throw ValidationError("--limit takes a number from 1 to 1000") }
  }

  func run() throws {
    try Exit.reporting {
      let isInside = try labelling()
      var suggestions = TermSuggestions()
      let problems = try options.forEach(keep: { ($0.document, isInside($0)) }) { document, isInside in
        suggestions.add(document, isInside: isInside)
      }
      guard suggestions.insideCount > 0, suggestions.outsideCount > 0 else {
        Console.printError(
          "\(Counted(suggestions.insideCount, "document is labelled", "documents are labelled")) and "
            + "\(Counted(suggestions.outsideCount, "is", "are")) not: documents with and without the topic are needed")
        throw ExitCode.failure
      }
      guard let rule = suggestions.rule(id: topic, limit: limit) else {
        Console.printError(
          "no term distinguishes \(Counted(suggestions.insideCount, "document")) from "
            + "\(Counted(suggestions.outsideCount, "other")); label more documents")
        throw ExitCode.failure
      }
      Console.write(Array(rule.utf8))
      if problems > 0 { throw Exit.problems }
    }
  }

  private func labelling() throws -> @Sendable (AnalysedDocument) -> Bool {
    if let tag {
      let wanted = tag.lowercased()
      return { $0.document.tags.contains { $0.lowercased() == wanted } }
    }
    if let query {
      let dictionaries = try options.definition().dictionaries
      let entities = try Extractor(folders: dictionaries, packs: []).entities
      let seed = try TopicSet(seedQuery: query, entities: EntityKinds(entities))
      return { !seed.assign(ScannedDocument($0.document), mentions: $0.mentions).isEmpty }
    }
    let wanted = try LabelFile.read(labels ?? "", topic: topic)
    return { wanted.contains($0.document.source) }
  }
}

/// The documents that a file of labels assigns to a topic.
struct LabelFile: Sendable {
  private var sources: Set<String> = []

  /// Reads lines with document and topic. Empty lines and lines that begin with "#" are ignored.
  static func read(_ path: String, topic: String) throws -> LabelFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DefinitionErrors([.init(file: path, reason: "cannot be read")])
    }
    var file = LabelFile()
    var faults: [DefinitionErrors.Fault] = []
    let lines = String(decoding: data, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
    for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count >= 2, !columns[0].isEmpty else {
        faults.append(
          .init(file: path, line: number + 1, reason: "expected a document and a topic, separated by a tab"))
        continue
      }
      if columns[1] == topic { file.sources.insert(String(columns[0])) }
    }
    if !faults.isEmpty { throw DefinitionErrors(faults) }
    return file
  }

  /// Whether the labels contain a source, or an end of it that begins after "/" or "#".
  func contains(_ source: String) -> Bool {
    if sources.contains(source) { return true }
    return source.indices.contains { index in
      (source[index] == "/" || source[index] == "#") && sources.contains(String(source[source.index(after: index)...]))
    }
  }
}
