package import NewsModel
package import ScannedText

/// The columns of an entity file. Known columns are found by name; all others become attributes.
package struct EntityColumns {
  private let table: TableFile
  private let id: Int?
  private let kind: Int?
  private let name: Int?
  private let country: Int?
  private let validFrom: Int?
  private let validTo: Int?
  private let others: [(name: String, column: Int)]
  private static let known: Set = ["id", "kind", "name", "country", "valid_from", "valid_to"]

  package init(_ table: TableFile) {
    self.table = table
    id = table.column("id")
    kind = table.column("kind")
    name = table.column("name")
    country = table.column("country")
    validFrom = table.column("valid_from")
    validTo = table.column("valid_to")
    others = table.columns.enumerated().filter { !Self.known.contains($0.element) }.map { ($0.element, $0.offset) }
  }

  package func entity(_ row: TableFile.Row, faults: inout [DefinitionErrors.Fault]) -> Entity? {
    let id = table.text(row, id)
    guard let type = EntityType(idPrefix: id) else {
      faults.append(
        table.fault(row, "the id “\(id)” begins with none of country. org. fac. place. person. group. vessel."))
      return nil
    }
    var attributes: [String: String] = [:]
    for (name, column) in others where !table.range(row, column).isEmpty { attributes[name] = table.text(row, column) }
    var country: String?
    if !table.range(row, self.country).isEmpty { country = table.text(row, self.country) }
    return Entity(
      id: id, type: type, kind: table.text(row, kind), name: table.text(row, name), country: country,
      attributes: attributes, validFrom: table.day(row, validFrom, faults: &faults),
      validTo: table.day(row, validTo, faults: &faults),
      origin: "\(table.name):\(row.line)")
  }
}
