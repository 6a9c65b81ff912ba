import ArgumentParser
import NewsModel
import Pipeline
import Workbench

struct DictionarySuggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "List names that occur often and are in no dictionary, with their likely type, as a TSV to edit.",
    discussion: """
      Delete the lines that you do not want, correct the others, and save them as a .tsv file in a folder that the \
      pipeline lists after the shipped one. The file may have any name, since ids contain the type. The first columns are \
      those of a dictionary. The others help you decide and may be kept: how often and where a name occurs, the evidence \
      for its type and kind (the pattern that found it, words in it and next to it, each with its frequency), and \
      excerpts of sentences. Names are sorted by id, as in a dictionary; on a terminal, the most frequent come first.
      """)

  enum Order: String, ExpressibleByArgument, CaseIterable { case id, documents }

  @OptionGroup var options: TopicsOptions

  @Option(help: ArgumentHelp("The least number of documents that must contain a name.", valueName: "n"))
  var minimum = 3

  @Option(help: "Only names of this type. The default is all types except persons.")
  var type: EntityType?

  @Option(help: ArgumentHelp("How many of the most frequent names are printed.", valueName: "n"))
  var limit = 200

  @Option(help: "The sort order: by id, as in a dictionary, or by number of documents, largest first.")
  var order: Order?

  func validate() throws {
    guard minimum > 0, limit >= 0 else { throw ValidationError("--minimum takes a number from 1, --limit from 0") }
  }

  func run() throws {
    try Exit.reporting {
      let stream = try options.open()
      guard let extractor = stream.extractor else { return }
      var names = NameSuggestions(taken: extractor.entities, beside: KnownNames(extractor.names))
      let finder = try NameSightingFinder(extractor.names)
      let problems = try options.forEach(of: stream) {
        finder.sightings(in: $0)
      } use: {
        names.add($0)
      }
      let wanted = names.suggestions(minimumDocuments: minimum).filter {
        type == nil ? $0.type != .person : $0.type == type
      }
      var shown = Array(wanted.prefix(limit == 0 ? wanted.count : limit))
      if order ?? (Console.outputIsTerminal ? .documents : .id) == .id {
        shown.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
      }
      Console.writeText(
        row(["id", "kind", "name", "country", "documents", "mentions", "sources", "rests_on", "contexts"]))
      for name in shown {
        Console.writeText(
          row([
            name.id, name.kind, name.name, name.country, "\(name.documents)", "\(name.mentions)", "\(name.sources)",
            name.reasons.joined(separator: "; "), name.contexts.joined(separator: " | "),
          ]))
      }
      if shown.count < wanted.count {
        Console.printMessage("\(shown.count) of \(wanted.count) names; --limit 0 prints all")
      }
      if problems > 0 { throw Exit.problems }
    }
  }

  /// Joins cells to a TSV row. Each cell becomes one line without tabs.
  private func row(_ cells: [String]) -> String {
    cells.map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }.joined(separator: "\t") + "\n"
  }
}
