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
      Then list the folder in a pipeline after the shipped one. Names that several entities share get a required context, \
      and entities that the shipped dictionaries already have get their ids. The licence of the table applies to the copy: \
      GeoNuclearData, OpenFlights and mledoze/countries are under the Open Database License. A table of your own (format \
      'table') is separated by tabs or commas. Its first line names the columns: name, optionally id, kind, country and \
      aliases (separated by ';'), and any others. Exits with 3 if lines could not be used, and prints each of them.
      """)

  @Argument(help: "The kind of table.")
  var format: DictionaryImport

  @Argument(help: "The file with the table.")
  var file: String

  @Argument(help: "The folder to write to. It must not contain such files yet.")
  var folder: String

  @Option(help: "The type of the entities in a wikidata or plain table: organisation, facility, place ...")
  var type: EntityType?

  @Option(help: "The kind of the entities: nuclear-power-plant, regulator ...")
  var kind: String?

  @Option(
    help: ArgumentHelp(
      "The pipeline with the dictionaries that the new one will be used with. The default is the shipped one.",
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
        Console.printError("\(folder)/\(file.name) already exists")
        throw ExitCode.failure
      }
      for file in dictionary.files {
        try Data(file.text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file.name)"), options: .atomic)
        let lines = file.text.split(separator: "\n").count { !$0.hasPrefix("#") } - 1
        Console.printMessage("\(folder)/\(file.name): \(Counted(lines, "line"))")
      }
      for problem in dictionary.problems { Console.printError(problem.description) }
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
