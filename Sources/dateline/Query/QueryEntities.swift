import ArgumentParser
import NewsStore

struct QueryEntities: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Entities by the documents that name them, most first.",
    discussion: """
      Counts titles and main text, never teasers, menus and footers. Countries count the documents that are surely about \
      or from them.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var filters: FilterOptions
  @OptionGroup var rows: RowOptions

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      try rows.write(store.entities(filters.filter(limit: rows.rowLimit)), from: store)
    }
  }
}
