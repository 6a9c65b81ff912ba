import ArgumentParser
import Foundation
import NewsModel
import Pipeline
import Workbench

struct DictionaryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a dictionary folder of your own from a table that others publish.",
    discussion: """
      Then list the folder in a pipeline after the shipped one: names that stand for something else there too, or for \
      one another, are given context, and what the shipped one has already takes its id. The table's licence binds the copy: GeoNuclearData, \
      OpenFlights and mledoze/countries are under the Open Database License. A table of your own (format 'table') is parted \
      by tabs or commas; its first line names the columns: name, and if wanted id, kind, country, aliases (parted by ';') \
      and any others. Exits 3 when lines could not be used; each is named.
      """)

  @Argument(help: "What the table is.")
  var format: DictionaryImport

  @Argument(help: "The table.")
  var file: String

  @Argument(help: "The folder to write; it must not hold such files yet.")
  var folder: String

  @Option(help: "What the entities of a wikidata or plain table are: organisation, facility, place ...")
  var type: EntityType?

  @Option(help: "Their kind: nuclear-power-plant, regulator ...")
  var kind: String?

  @Option(
    help: ArgumentHelp(
      "The pipeline beside whose dictionaries the new one is to stand; the shipped default unless told.",
      valueName: "file"))
  var pipeline: String?

  func run() throws {
    try Exit.reporting {
      guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self)
      else { throw DefinitionErrors([.init(file: file, reason: "cannot be read, or is not UTF-8")]) }
      let target = type.map { DictionaryImport.Target(type: $0, kind: kind ?? "") }
      let dictionary = try format.dictionary(from: text, name: file, target: target, beside: known())
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for file in dictionary.files where FileManager.default.fileExists(atPath: "\(folder)/\(file.name)") {
        Console.complain("\(folder)/\(file.name) is there already")
        throw ExitCode.failure
      }
      for file in dictionary.files {
        try Data(file.text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file.name)"), options: .atomic)
        let lines = file.text.split(separator: "\n").count { !$0.hasPrefix("#") } - 1
        Console.tell("\(folder)/\(file.name): \(Counted(lines, "line"))")
      }
      for problem in dictionary.problems { Console.complain(problem.description) }
      if !dictionary.problems.isEmpty { throw Exit.problems }
    }
  }

  private func known() throws -> KnownNames? {
    guard let path = pipeline ?? Installation.defaultPipeline else { return nil }
    let folders = try PipelineFile.read(Installation.pipelinePath(for: path)).dictionaries
    return KnownNames(try Extractor(folders: folders, packs: []).names)
  }
}

extension DictionaryImport: ExpressibleByArgument {}
