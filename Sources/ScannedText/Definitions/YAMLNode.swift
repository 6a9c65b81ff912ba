import Yams

/// A value in a YAML file with its place. No other file knows the library that parses YAML.
package struct YAMLNode {
  private let node: Node

  /// The reason why a text is not YAML; line and column are 0 if the place is unknown.
  package struct Fault: Error {
    package var line: Int
    package var column: Int
    package var reason: String

    package init(line: Int = 0, column: Int = 0, reason: String) {
      self.line = line
      self.column = column
      self.reason = reason
    }
  }

  /// Parses a text. Returns nil if it is empty.
  package static func parse(_ text: String) throws(Fault) -> YAMLNode? {
    do {
      return try Parser(yaml: text).singleRoot().map(YAMLNode.init)
    } catch {
      throw fault(of: error)
    }
  }

  private init(_ node: Node) { self.node = node }

  /// Counted from 1; 0 if the place is unknown.
  package var line: Int { node.mark?.line ?? 0 }
  package var column: Int { node.mark?.column ?? 0 }
  package var hasAnchor: Bool { node.anchor != nil }

  /// The text of a scalar; nil for a list or a mapping.
  package var text: String? { node.scalar?.string }

  /// The items of a list; nil for anything else.
  package var items: [YAMLNode]? { node.sequence.map { $0.map(YAMLNode.init) } }

  /// The keys and values of a mapping, in order; nil for anything else.
  package var members: [(key: YAMLNode, value: YAMLNode)]? {
    node.mapping.map { $0.map { (YAMLNode($0.key), YAMLNode($0.value)) } }
  }

  /// How a scalar is written.
  package enum Style { case plain, singleQuoted, doubleQuoted, block }

  package var style: Style {
    switch node.scalar?.style {
    case .literal, .folded: .block
    case .singleQuoted: .singleQuoted
    case .doubleQuoted: .doubleQuoted
    default: .plain
    }
  }

  private static func fault(of error: any Error) -> Fault {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Fault(line: mark.line, column: mark.column, reason: problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return Fault(
        line: context.mark.line, column: context.mark.column,
        reason: "'\(duplicates.sorted().joined(separator: "', '"))' occurs more than once")
    case .reader(let problem, let offset?, _, let yaml):
      // The offset is in Unicode scalars and marks where the parser stopped.
      let before = yaml.unicodeScalars.prefix(offset)
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      return Fault(line: before.count { $0 == "\n" } + 1, column: column, reason: problem)
    default: return Fault(reason: "\(error)")
    }
  }
}
