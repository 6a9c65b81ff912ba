import ExtractionTestSupport
import NewsModel
import Testing

/// Teams that have the name of a town, by the form of results, tables, schedules and reports. Organisations are between
/// ⟦ ⟧, all other names are not marked.
@Suite struct TeamNameTests {
  private func mark(_ text: String) throws -> String {
    var bytes = Array(text.utf8)
    let found = try Shipped.analyse(text).mentions.filter { $0.rejection == nil && $0.type == .organisation }
    for mention in found.sorted(by: { $0.start > $1.start }) {
      bytes.insert(contentsOf: "⟧".utf8, at: mention.end)
      bytes.insert(contentsOf: "⟦".utf8, at: mention.start)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    // Results, with a name that no list holds.
    (
      "Soccer results on Sunday: Toledo 2 Zorblax 1",
      "Soccer results on Sunday: ⟦Toledo⟧ 2 ⟦Zorblax⟧ 1"
    ),
    // A table needs two rows. The letters of its head are no team.
    (
      "Baseball standings: W L PCT TOLEDO 72 54 571 OMAHA 67 59 532",
      "Baseball standings: W L PCT ⟦TOLEDO⟧ 72 54 571 ⟦OMAHA⟧ 67 59 532"
    ),
    ("Baseball schedule: TOLEDO AT OMAHA", "Baseball schedule: ⟦TOLEDO⟧ AT ⟦OMAHA⟧"),
    // A team stays one in the rest of the text, but the town is where the match took place.
    (
      "Soccer news. Toledo beat Omaha in the rain. Fans of Toledo met in Omaha.",
      "Soccer news. ⟦Toledo⟧ beat ⟦Omaha⟧ in the rain. Fans of ⟦Toledo⟧ met in Omaha."
    ),
    // The teams of countries are the countries.
    ("Soccer results: Kenya 2 Ghana 1", "Soccer results: Kenya 2 Ghana 1"),
    // Numbers in other news make no team.
    ("Sales by town: Toledo 72 54 571, Omaha 67 59 532.", "Sales by town: Toledo 72 54 571, Omaha 67 59 532."),
  ])
  func marks(text: String, expected: String) throws {
    #expect(try mark(text) == expected)
  }
}
