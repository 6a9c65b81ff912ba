import ArgumentParser
import NewsModel
import Pipeline
import Workbench

struct DictionarySuggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "List names that occur often and are in no dictionary, with their likely type, as a TSV to edit.",
    discussion: """
      Delete the lines that are not wanted, mend the others, and save the rest as a .tsv file in a folder that the \
      pipeline lists after the shipped one; its name does not matter, since a line is what its id begins with. The first \
      columns are a dictionary's; the others help to decide, and may stay: how often a name stands where, what its type \
      and kind rest on (the pattern that found it, the words in it and beside it, each with how often), and pieces of \
      sentences. \
      In the order of a dictionary, by id; most frequent first on a terminal.
      """)

  enum Order: String, ExpressibleByArgument, CaseIterable { case id, documents }

  @OptionGroup var options: TopicsOptions

  @Option(help: ArgumentHelp("Documents that a name must stand in.", valueName: "n"))
  var minimum = 3

  @Option(help: "Only names of this type; all but persons unless told.")
  var type: EntityType?

  @Option(help: ArgumentHelp("How many names are printed, the most frequent.", valueName: "n"))
  var limit = 200

  @Option(help: "By id, as a dictionary is, or by documents, the most first.")
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
      if shown.count < wanted.count { Console.tell("\(shown.count) of \(wanted.count) names; --limit 0 prints all") }
      if problems > 0 { throw Exit.problems }
    }
  }

  /// Joins cells to a TSV row. Each cell becomes one line without tabs.
  private func row(_ cells: [String]) -> String {
    cells.map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }.joined(separator: "\t") + "\n"
  }
}
