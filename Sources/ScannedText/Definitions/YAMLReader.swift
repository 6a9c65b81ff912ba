package import NewsModel
package import Yams

/// Reads a YAML file, shipped or the user's own, and collects its errors with line and column.
///
/// Anchors and aliases are refused, because an alias can expand to a tree of any size.
package struct YAMLReader {
  package let file: String
  package private(set) var faults: [DefinitionErrors.Fault] = []
  /// The size in bytes above which a rule file is assumed to be a mistake.
  private static let largestFile = 8 << 20

  package init(file: String) { self.file = file }

  /// The root node of the file. Returns nil if the file is empty or not YAML.
  package mutating func root(of text: String) -> Node? {
    guard text.utf8.count <= Self.largestFile else {
      faults.append(.init(file: file, reason: "is larger than \(Self.largestFile >> 20) MiB"))
      return nil
    }
    if let place = YAMLAnchors.first(in: text) {
      faults.append(
        .init(file: file, line: place.line, column: place.column, reason: "anchors and aliases are not allowed"))
      return nil
    }
    do {
      return try Parser(yaml: text).singleRoot()
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        faults.append(.init(file: file, line: mark.line, column: mark.column, reason: problem))
      case .duplicatedKeysInMapping(_, let context):
        faults.append(.init(file: file, line: context.mark.line, reason: "a key occurs twice"))
      default: faults.append(.init(file: file, reason: "\(error)"))
      }
    } catch {
      faults.append(.init(file: file, reason: "\(error)"))
    }
    return nil
  }

  package mutating func complain(_ node: Node, _ reason: String) {
    faults.append(.init(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, reason: reason))
  }

  /// The keys and values of a mapping whose keys are among `known`.
  package mutating func entries(_ node: Node, known: Set<String>) -> [(key: String, value: Node)] {
    guard isPlain(node) else { return [] }
    guard case .mapping(let mapping) = node else {
      complain(node, "expected keys and values")
      return []
    }
    var entries: [(key: String, value: Node)] = []
    for (key, value) in mapping {
      guard let name = key.string, known.contains(name) else {
        complain(key, "unknown key “\(key.string ?? "")”; known: \(known.sorted().joined(separator: ", "))")
        continue
      }
      if isPlain(value) { entries.append((name, value)) }
    }
    return entries
  }

  /// The keys and values of a mapping with keys of any name, in order.
  package mutating func anyEntries(_ node: Node) -> [(key: String, value: Node)] {
    guard isPlain(node) else { return [] }
    guard case .mapping(let mapping) = node else {
      complain(node, "expected keys and values")
      return []
    }
    return mapping.compactMap { key, value in key.string.map { ($0, value) } }
  }

  package mutating func items(_ node: Node) -> [Node] {
    guard isPlain(node) else { return [] }
    guard case .sequence(let sequence) = node else {
      complain(node, "expected a list")
      return []
    }
    return Array(sequence)
  }

  package mutating func string(_ node: Node) -> String? {
    guard isPlain(node), case .scalar(let scalar) = node, !scalar.string.isEmpty else {
      complain(node, "expected a text")
      return nil
    }
    return scalar.string
  }

  /// Reads a string or a list of strings.
  package mutating func strings(_ node: Node) -> [String] {
    guard case .sequence(let sequence) = node else { return string(node).map { [$0] } ?? [] }
    var strings: [String] = []
    for item in sequence {
      if let text = string(item) { strings.append(text) }
    }
    return strings
  }

  package mutating func integer(_ node: Node, in range: ClosedRange<Int>) -> Int? {
    if case .scalar(let scalar) = node, let value = Int(scalar.string), range.contains(value) { return value }
    complain(node, "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  private mutating func isPlain(_ node: Node) -> Bool {
    if node.anchor == nil { return true }
    complain(node, "anchors and aliases are not allowed")
    return false
  }
}
