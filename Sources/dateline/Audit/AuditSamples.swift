import ArgumentParser
import NewsModel

struct AuditNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Print a sample of the mentions that count, each in its sentence.")

  @OptionGroup var options: AuditOptions

  @Option(help: "Only names of this type.")
  var type: EntityType?

  func run() throws { try options.printSheet(of: .names, type: type) }
}

struct AuditTopics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "Print a sample of documents with one of their topics, and the sentence with the strongest evidence.")

  @OptionGroup var options: AuditOptions

  func run() throws { try options.printSheet(of: .topics) }
}

struct AuditCountries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "countries",
    abstract: "Print a sample of documents with one of the countries that they are about, and a sentence that names it."
  )

  @OptionGroup var options: AuditOptions

  func run() throws { try options.printSheet(of: .countries) }
}
