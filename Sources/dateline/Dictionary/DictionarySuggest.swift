import ArgumentParser
import Extraction
import Foundation
import NewsModel
import Pipeline

struct DictionarySuggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "List names that occur often and are in no dictionary, as a TSV to edit.",
    discussion: "The first columns are those of a dictionary; the counts, the rule and the contexts help to decide.")

  @OptionGroup var options: TopicsOptions

  @Option(help: "Documents that a name must stand in.")
  var minimum = 3

  @Option(help: "Only names of this type; all but persons unless told.")
  var type: EntityType?

  @Option(help: "How many names are printed.")
  var limit = 200

  func run() throws {
    try Exit.reporting {
      var names = NameSuggestions()
      try options.forEach(keep: { $0 }) { names.add($0) }
      var lines = [["id", "kind", "name", "documents", "mentions", "sources", "rule", "contexts"]]
      let wanted = names.suggestions(minimumDocuments: minimum).filter {
        type == nil ? $0.type != .person : $0.type == type
      }
      for name in wanted.prefix(limit) {
        lines.append([
          name.id.replacingOccurrences(of: "~", with: "."), "", name.name, "\(name.documents)", "\(name.mentions)",
          "\(name.sources)", name.rule, name.contexts.joined(separator: " | "),
        ])
      }
      for cells in lines {
        Console.writeText(
          cells.map { $0.replacingOccurrences(of: "\t", with: " ").replacingOccurrences(of: "\n", with: " ") }
            .joined(separator: "\t") + "\n")
      }
    }
  }
}
