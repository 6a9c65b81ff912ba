import NewsModel
import ScannedText

/// Reads `facilities.operators.tsv` files into the facilities of a dictionary: who ran each, and when.
///
/// The lines of a folder replace what earlier folders say of the same facility, its `operator` column included. A facility without
/// lines has the operator of its column at all times, and a unit without either those of the plant that it is part of.
package struct OperatorFile {
  package static let name = "facilities.operators.tsv"
  private(set) var faults: [DefinitionErrors.Fault] = []
  /// By the facility's index, with the number of the folder that says so.
  private var found: [Int: (folder: Int, operators: [Operator])] = [:]

  /// - Parameter entity: the place of an id among the entities.
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

  /// - Parameter folders: by entity, the number of the folder that its line is from.
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
    // What is said itself, before anything is taken over: the order of ids tells nothing.
    let said = entities.map(\.operators)
    for index in entities.indices where entities[index].type == .facility && said[index].isEmpty {
      var whole = index
      // A unit of a plant of a site; no more parts than these are in one another.
      for _ in 0..<8 where said[whole].isEmpty {
        guard let next = entities[whole].attributes["part_of"].flatMap(entity) else { break }
        whole = next
      }
      entities[index].operators = said[whole]
    }
  }

  /// Operators of exactly one time run a facility together; others follow each other.
  private static func clash(_ one: Operator, _ other: Operator) -> Bool {
    if one.validFrom == other.validFrom, one.validTo == other.validTo { return one.name == other.name }
    func starts(_ first: Operator, before last: Day?) -> Bool {
      guard let first = first.validFrom, let last else { return true }
      return first <= last
    }
    return starts(one, before: other.validTo) && starts(other, before: one.validTo)
  }
}
