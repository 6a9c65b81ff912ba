package import NewsModel

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
  package mutating func root(of text: String) -> YAMLNode? {
    guard text.utf8.count <= Self.largestFile else {
      faults.append(.init(file: file, reason: "is larger than \(Self.largestFile >> 20) MiB"))
      return nil
    }
    if let place = YAMLAnchors.first(in: text) {
      faults.append(
        .init(file: file, line: place.line, column: place.column, reason: "anchors and aliases are not allowed"))
      return nil
    }
    do throws(YAMLNode.Fault) {
      return try YAMLNode.parse(text)
    } catch {
      faults.append(.init(file: file, line: error.line, column: error.column, reason: error.reason))
      return nil
    }
  }

  package mutating func complain(_ node: YAMLNode, _ reason: String) {
    faults.append(.init(file: file, line: node.line, column: node.column, reason: reason))
  }

  /// The keys and values of a mapping whose keys are among `known`.
  package mutating func entries(_ node: YAMLNode, known: Set<String>) -> [(key: String, value: YAMLNode)] {
    guard isPlain(node) else { return [] }
    guard let members = node.members else {
      complain(node, "expected keys and values")
      return []
    }
    var entries: [(key: String, value: YAMLNode)] = []
    for (key, value) in members {
      guard let name = key.text, known.contains(name) else {
        complain(key, "unknown key “\(key.text ?? "")”; known: \(known.sorted().joined(separator: ", "))")
        continue
      }
      if isPlain(value) { entries.append((name, value)) }
    }
    return entries
  }

  /// The keys and values of a mapping with keys of any name, in order.
  package mutating func anyEntries(_ node: YAMLNode) -> [(key: String, value: YAMLNode)] {
    guard isPlain(node) else { return [] }
    guard let members = node.members else {
      complain(node, "expected keys and values")
      return []
    }
    return members.compactMap { key, value in key.text.map { ($0, value) } }
  }

  package mutating func items(_ node: YAMLNode) -> [YAMLNode] {
    guard isPlain(node) else { return [] }
    if let items = node.items { return items }
    complain(node, "expected a list")
    return []
  }

  package mutating func string(_ node: YAMLNode) -> String? {
    guard isPlain(node), let text = node.text, !text.isEmpty else {
      complain(node, "expected a text")
      return nil
    }
    return text
  }

  /// Reads a string or a list of strings.
  package mutating func strings(_ node: YAMLNode) -> [String] {
    guard let items = node.items else { return string(node).map { [$0] } ?? [] }
    var strings: [String] = []
    for item in items {
      if let text = string(item) { strings.append(text) }
    }
    return strings
  }

  package mutating func integer(_ node: YAMLNode, in range: ClosedRange<Int>) -> Int? {
    if let text = node.text, let value = Int(text), range.contains(value) { return value }
    complain(node, "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  private mutating func isPlain(_ node: YAMLNode) -> Bool {
    if !node.hasAnchor { return true }
    complain(node, "anchors and aliases are not allowed")
    return false
  }
}
