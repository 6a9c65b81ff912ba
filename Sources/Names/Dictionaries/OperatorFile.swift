import NewsModel
import ScannedText

/// Reads the operators of facilities and their periods from `facilities.operators.tsv` files, and adds them to the
/// facilities of a dictionary.
///
/// The lines in a folder replace what earlier folders say about the same facility, including its `operator` column. A
/// facility without lines always has the operator in its column. A unit with neither has the operators of its plant.
package struct OperatorFile {
  private(set) var faults: [DefinitionErrors.Fault] = []
  /// The operators by the index of the facility, with the number of the folder that they come from.
  private var found: [Int: (folder: Int, operators: [Operator])] = [:]

  /// - Parameter entity: Returns the index of an id among the entities.
  mutating func read(
    _ table: TableFile, folder: Int, entities: [Entity], entity: (String) -> Int?
  ) {
    guard let id = table.column("id"), let name = table.column("operator") else {
      if !table.columns.isEmpty { faults.append(.init(file: table.name, reason: "needs the columns id and operator")) }
      return
    }
    let organisation = table.column("organisation")
    let columns = (from: table.column("valid_from"), to: table.column("valid_to"))
    for row in table.rows {
      guard let index = entity(table.text(row, id)), entities[index].type == .facility else {
        faults.append(table.fault(row, "no dictionary has a facility \(table.text(row, id))"))
        continue
      }
      guard !table.range(row, name).isEmpty else {
        faults.append(table.fault(row, "a line needs an operator"))
        continue
      }
      var read = Operator(
        name: table.text(row, name), validFrom: table.day(row, columns.from, faults: &faults),
        validTo: table.day(row, columns.to, faults: &faults),
        origin: "\(table.name):\(row.line)")
      if !table.range(row, organisation).isEmpty {
        read.organisation = table.text(row, organisation)
        if entity(read.organisation!) == nil {
          faults.append(table.fault(row, "no dictionary has the id \(read.organisation!)"))
          continue
        }
      }
      if let first = read.validFrom, let last = read.validTo, last < first {
        faults.append(table.fault(row, "ends before it begins"))
        continue
      }
      if found[index]?.folder != folder { found[index] = (folder, []) }
      if let other = found[index]!.operators.first(where: { Self.clash($0, read) }) {
        faults.append(
          table.fault(
            row,
            "\(read.name) and \(other.name) (\(other.origin)) both run \(entities[index].id) for a part of their time"))
        continue
      }
      found[index]!.operators.append(read)
    }
  }

  /// - Parameter folders: Returns the number of the folder that an entity's line comes from.
  func apply(to entities: inout [Entity], folders: (Int) -> Int, entity: (String) -> Int?) {
    for index in entities.indices where entities[index].type == .facility {
      if let said = found[index], said.folder >= folders(index) || entities[index].attributes["operator"] == nil {
        entities[index].operators = said.operators.sorted {
          ($0.validFrom?.ordinal ?? .min, $0.name) < ($1.validFrom?.ordinal ?? .min, $1.name)
        }
      } else if let name = entities[index].attributes["operator"] {
        entities[index].operators = [Operator(name: name, origin: entities[index].origin)]
      }
    }
    // A copy from before anything is inherited, so that the order of ids has no effect.
    let said = entities.map(\.operators)
    for index in entities.indices where entities[index].type == .facility && said[index].isEmpty {
      var whole = index
      // A unit may be part of a plant that is part of a site. Eight levels are more than ever occur, and end a cycle.
      for _ in 0..<8 where said[whole].isEmpty {
        guard let next = entities[whole].attributes["part_of"].flatMap(entity) else { break }
        whole = next
      }
      entities[index].operators = said[whole]
    }
  }

  /// Whether two operators contradict each other. Operators with exactly the same period run a facility together;
  /// others must follow each other.
  private static func clash(_ one: Operator, _ other: Operator) -> Bool {
    if one.validFrom == other.validFrom, one.validTo == other.validTo { return one.name == other.name }
    func starts(_ first: Operator, before last: Day?) -> Bool {
      guard let first = first.validFrom, let last else { return true }
      return first <= last
    }
    return starts(one, before: other.validTo) && starts(other, before: one.validTo)
  }
}
