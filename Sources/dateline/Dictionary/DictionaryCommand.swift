import ArgumentParser

struct DictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary",
    abstract: "Make dictionaries: suggest names that none holds, import tables of others, compare two.",
    subcommands: [DictionarySuggest.self, DictionaryImportCommand.self, DictionaryDiff.self])
}
