import ArgumentParser
import NewsStore

struct QueryEntities: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Entities by the documents that name them, most first.",
    discussion: """
      Counts titles, main text, captions and tables, never teasers, menus and footers. Countries count the documents that are surely about \
      or from them. With '--type facility' also coordinates, ids of registers (UN/LOCODE, IAEA PRIS ...), and who ran \
      it at the end of the time asked for.
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
