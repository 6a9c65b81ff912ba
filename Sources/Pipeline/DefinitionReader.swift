import NewsModel
import Yams

/// Reads typed values out of YAML nodes and collects what is wrong with them.
final class DefinitionReader {
  private let file: String
  private var faults: [DefinitionErrors.Fault] = []

  init(file: String) { self.file = file }

  /// The document's one node. Throws at once where YAML itself is broken.
  func root(of text: String) throws -> Node {
    do {
      let parser = try Parser(yaml: text)
      guard let node = try parser.singleRoot() else {
        throw DefinitionErrors([.init(file: file, reason: "is empty")])
      }
      return node
    } catch let error as YamlError {
      throw DefinitionErrors([fault(of: error)])
    }
  }

  /// An alias can stand for a tree of any size ("billion laughs") and nothing in a definition needs one: what has an
  /// anchor is refused before it is entered.
  private func isPlain(_ node: Node) -> Bool {
    if node.anchor == nil { return true }
    complain(node, "anchors and aliases are not allowed")
    return false
  }

  func map(_ node: Node, _ keys: [String: (Node) -> Void]) {
    guard isPlain(node) else { return }
    guard case .mapping(let mapping) = node else { return complain(node, "expected keys and values") }
    var seen: Set<String> = []
    for (key, value) in mapping {
      guard let name = key.string else {
        complain(key, "expected a key")
        continue
      }
      guard let read = keys[name] else {
        complain(key, "unknown key '\(name)'; known: \(keys.keys.sorted().joined(separator: ", "))")
        continue
      }
      if !seen.insert(name).inserted { complain(key, "'\(name)' stands twice") }
      read(value)
    }
  }

  func string(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
      complain(node, "expected a text")
      return nil
    }
    return scalar.string
  }

  /// One text, or a list of them.
  func strings(_ node: Node) -> [String] {
    guard isPlain(node) else { return [] }
    guard case .sequence(let sequence) = node else { return string(node).map { [$0] } ?? [] }
    return sequence.compactMap(string)
  }

  func integer(_ node: Node, in range: ClosedRange<Int>) -> Int? {
    if case .scalar(let scalar) = node, let value = Int(scalar.string), range.contains(value) { return value }
    complain(node, "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  func number(_ node: Node, in range: ClosedRange<Double>) -> Double? {
    if case .scalar(let scalar) = node, let value = Double(scalar.string), range.contains(value) { return value }
    complain(node, "expected a number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  func flag(_ node: Node) -> Bool? {
    if case .scalar(let scalar) = node, scalar.string == "true" || scalar.string == "false" {
      return scalar.string == "true"
    }
    complain(node, "expected true or false")
    return nil
  }

  func choice<Choice: RawRepresentable & CaseIterable>(_ node: Node, of: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    if case .scalar(let scalar) = node, let choice = Choice(rawValue: scalar.string) { return choice }
    complain(node, "expected one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    return nil
  }

  func day(_ node: Node) -> Day? {
    if case .scalar(let scalar) = node, scalar.string.utf8.count == 10, let day = Day(iso: scalar.string) { return day }
    complain(node, "expected a day as yyyy-mm-dd")
    return nil
  }

  /// Throws all faults at once, in the order of their lines.
  func finish() throws {
    if !faults.isEmpty { throw DefinitionErrors(faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }) }
  }

  private func complain(_ node: Node, _ reason: String) {
    faults.append(.init(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, reason: reason))
  }

  private func fault(of error: YamlError) -> DefinitionErrors.Fault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .init(file: file, line: mark.line, column: mark.column, reason: problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      .init(
        file: file, line: context.mark.line,
        reason: "'\(duplicates.map(String.init(describing:)).sorted().joined(separator: "', '"))' stands twice")
    default: .init(file: file, reason: "\(error)")
    }
  }
}
