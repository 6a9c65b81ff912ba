import ArgumentParser

struct DictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary",
    abstract: "Make dictionaries: suggest unknown names, import published tables, compare two folders.",
    subcommands: [DictionarySuggest.self, DictionaryImportCommand.self, DictionaryDiff.self])
}
