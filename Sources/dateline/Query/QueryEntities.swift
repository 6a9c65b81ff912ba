import ArgumentParser
import NewsStore

struct QueryEntities: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "List entities by the number of documents that name them, largest first.",
    discussion: """
      Counts mentions in titles, main text, captions and tables, but not in teasers, menus and footers. For a country, \
      counts the documents that are about or from it. With '--type facility', also prints coordinates, ids in \
      registers (UN/LOCODE, IAEA PRIS ...), and the operator at the end of the period.
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
