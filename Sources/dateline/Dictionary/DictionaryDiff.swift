import ArgumentParser
import NewsModel
import Reporting
import Workbench

struct DictionaryDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two dictionary folders: entities, surfaces, operators and contexts added, removed and changed.",
    discussion: """
      Prints a line for each difference, with its place and its effect on what is found. Exits with 1 if there are \
      differences and with 0 if there are none. Prints text unless --format is given. Patterns, vetoes and topics are not \
      compared, because 'diff' can compare these files.
      """)

  @Argument(help: "A dictionary folder: the shipped one, or the older one.")
  var old: String

  @Argument(help: "The dictionary folder to compare it with.")
  var new: String

  @Flag(
    help: """
      Treat NEW as a folder that a pipeline lists after OLD: print what it adds and changes. What is missing in NEW does \
      not count as removed.
      """)
  var overlay = false

  @Option(help: "The format for printing rows instead of text.")
  var format: RowFormatName?

  @Option(help: ArgumentHelp("The most differences to print; 0 (the default) for all.", valueName: "n"))
  var limit = 0

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes a number from 0") }
  }

  func run() throws {
    try Exit.reporting {
      let comparison = try DictionaryComparison(old, new, overlay: overlay)
      let shown = limit == 0 ? comparison.changes[...] : comparison.changes.prefix(limit)
      if let format {
        Console.write(
          format.bytes(
            ["change", "of", "id", "surface", "column", "old", "new", "place", "meaning"], shown.map(\.cells),
            width: Console.outputIsTerminal ? Console.outputWidth : nil))
      } else {
        for change in shown { Console.writeText(change.line + "\n") }
        Console.writeText(comparison.summary + "\n")
      }
      if !comparison.changes.isEmpty { throw ExitCode.failure }
    }
  }
}

extension DictionaryChange {
  fileprivate var cells: [Cell] {
    func cell(_ text: String) -> Cell { text.isEmpty ? .null : .text(text) }
    return [
      .text(kind.rawValue), .text(subject.rawValue), .text(id), cell(surface), cell(column), cell(old), cell(new),
      .text(place), .text(meaning),
    ]
  }

  /// A line such as `+ org.example “Example”: found as well (mine/organisations.surfaces.tsv:3)`.
  fileprivate var line: String {
    let sign =
      switch kind {
      case .added: "+"
      case .removed: "-"
      case .changed: "~"
      }
    var line = "\(sign) \(subject == .context ? "$" : "")\(id)"
    let text = subject == .entity ? old + new : surface
    if kind != .changed || subject != .entity { line += " “\(text)”" }
    if kind == .changed {
      func quoted(_ text: String) -> String { text.isEmpty ? "nothing" : "“\(text)”" }
      line += " \(column) \(quoted(old)) → \(quoted(new))"
    }
    return line + ": \(meaning) (\(place))"
  }
}

extension DictionaryComparison {
  /// A summary such as `entities: 1 added, 2 changed; surfaces: 3 removed`.
  fileprivate var summary: String {
    let parts = DictionaryChange.Subject.allCases.compactMap { subject -> String? in
      let counts = [DictionaryChange.Kind.added, .removed, .changed].compactMap { kind in
        let count = count(subject, kind)
        return count == 0 ? nil : "\(count) \(kind.rawValue)"
      }
      let name =
        switch subject {
        case .entity: "entities"
        case .surface: "surfaces"
        case .operator: "operators"
        case .context: "context phrases"
        }
      return counts.isEmpty ? nil : "\(name): \(counts.joined(separator: ", "))"
    }
    return parts.isEmpty ? "no difference" : parts.joined(separator: "; ")
  }
}
