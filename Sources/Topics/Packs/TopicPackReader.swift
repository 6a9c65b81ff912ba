import Foundation
import NewsModel
import ScannedText
import TextScanning

/// Reads a pack file. All errors are collected, with line and column, and reported together.
struct TopicPackReader {
  /// The largest pack file that is read, in bytes. The largest shipped pack has a tenth of it; a larger file is there
  /// by mistake or is an attack.
  static let sizeLimit = 4 << 20

  private var pack: TopicPack
  private var faults: [DefinitionErrors.Fault] = []

  /// Returns the pack with everything that could be read, and the errors in the rest. Throws Foundation's error if the
  /// file cannot be read, and `DefinitionErrors` if it is not YAML.
  static func read(_ path: String) throws -> (pack: TopicPack, faults: [DefinitionErrors.Fault]) {
    let bytes = try DefinitionFile.bytes(of: path) ?? [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    guard bytes.count <= sizeLimit else {
      throw DefinitionErrors([.init(file: path, reason: "larger than \(sizeLimit >> 20) MiB")])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DefinitionErrors([.init(file: path, reason: "is not UTF-8")])
    }
    return try parse(text, file: path)
  }

  static func parse(_ text: String, file: String) throws -> (pack: TopicPack, faults: [DefinitionErrors.Fault]) {
    if let place = YAMLAnchors.first(in: text) {
      throw DefinitionErrors([
        .init(
          file: file, line: place.line, column: place.column,
          reason: "YAML anchors and aliases are not allowed; share terms by 'terms:' and $name")
      ])
    }
    var reader = TopicPackReader(text, file: file)
    do throws(YAMLNode.Fault) {
      if let root = try YAMLNode.parse(text) {
        reader.readPack(root)
      } else {
        throw YAMLNode.Fault(reason: "is empty")
      }
    } catch {
      throw DefinitionErrors([.init(file: file, line: error.line, column: error.column, reason: error.reason)])
    }
    return (reader.pack, reader.faults)
  }

  private init(_ text: String, file: String) {
    pack = TopicPack(file: file, places: ScalarPlaces(text))
  }

  // MARK: The file

  private mutating func readPack(_ node: YAMLNode) {
    for (key, value) in pairs(of: node, known: ["terms", "topics", "modality"]) {
      switch key {
      case "terms":
        for (name, key, list) in named(value) {
          if pack.terms.contains(where: { $0.name == name }) { complain(key, "the list '\(name)' is defined twice") }
          let query = query(list, isExpression: true) ?? RuleQuery()
          pack.terms.append(.init(name: name, query: query, place: place(of: key)))
        }
      case "modality":
        for (name, key, list) in named(value) {
          guard let modality = Modality(rawValue: name) else {
            complain(key, "unknown modality '\(name)'; known: \(names(Modality.self))")
            continue
          }
          if let query = query(list, isExpression: true) { pack.cues.append((modality, query)) }
        }
      default:
        guard let topics = value.items else {
          complain(value, "expected a list of topics")
          continue
        }
        for topic in topics { readTopic(topic) }
      }
    }
  }

  private mutating func readTopic(_ node: YAMLNode) {
    let place = self.place(of: node)
    var topic = Topic(id: "", name: "", origin: "\(fileName):\(place.line)")
    var hasRules = false
    var definition = TopicDefinition(
      topic: topic, place: place, broaderPlace: place, rules: RuleQuery())
    let known = [
      "id", "name", "broader", "iptc", "scope", "threshold", "about", "signs", "rules", "require", "vetoes", "modality",
      "match", "no_match",
    ]
    for (key, value) in pairs(of: node, known: known) {
      switch key {
      case "id":
        topic.id = string(value)
        if !topic.id.isEmpty, !topic.id.utf8.allSatisfy(isIdentifierByte) {
          complain(value, "an id has lower case letters, digits, '-' and '.' only: '\(topic.id)'")
        }
      case "name": topic.name = string(value)
      case "broader":
        topic.broader = string(value)
        definition.broaderPlace = self.place(of: value)
      case "iptc":
        topic.iptc = string(value)
        if let code = topic.iptc, code.wholeMatch(of: #/medtop:[0-9]{8}/#) == nil {
          complain(value, "expected an IPTC Media Topic code as medtop:20000064, not '\(code)'")
        }
      case "scope": topic.scopeNote = string(value).split(separator: "\n").joined(separator: " ")
      case "threshold":
        if let number = Double(string(value)), number.isFinite, number > 0 {
          definition.threshold = number
        } else {
          complain(value, "expected a threshold above 0")
        }
      case "rules":
        hasRules = true
        definition.rules = query(value) ?? RuleQuery()
      case "about":
        hasRules = true
        definition.about = query(value, isExpression: true)
      case "signs":
        hasRules = true
        definition.signs = query(value, isExpression: true)
      case "require": definition.required = query(value, isExpression: true)
      case "vetoes": definition.vetoes = vetoes(value)
      case "modality":
        switch string(value) {
        case "true": definition.asksModality = true
        case "false": definition.asksModality = false
        default: complain(value, "expected true or false")
        }
      case "match": definition.match = examples(value)
      default: definition.noMatch = examples(value)
      }
    }
    if topic.id.isEmpty { complain(node, "a topic without an id") }
    if !hasRules { complain(node, "the topic '\(topic.id)' has none of 'about', 'signs' and 'rules'") }
    if topic.name.isEmpty { topic.name = topic.id }
    definition.topic = topic
    if !topic.id.isEmpty { pack.topics.append(definition) }
  }

  private mutating func vetoes(_ node: YAMLNode) -> [TopicDefinition.Veto] {
    guard let items = node.items else {
      complain(node, "expected a list of vetoes, each with its scope: '- sentence: ...'")
      return []
    }
    var vetoes: [TopicDefinition.Veto] = []
    for item in items {
      for (name, key, value) in named(item) {
        guard let scope = VetoScope(rawValue: name) else {
          complain(key, "unknown scope of a veto '\(name)'; known: \(names(VetoScope.self))")
          continue
        }
        if let query = query(value, isExpression: true) { vetoes.append(.init(scope: scope, query: query)) }
      }
    }
    return vetoes
  }

  private mutating func examples(_ node: YAMLNode) -> [RuleExample] {
    guard let items = node.items else {
      complain(node, "expected a list of sentences")
      return []
    }
    return items.map { item in
      if item.members != nil {
        var example = RuleExample(title: nil, text: "", place: place(of: item))
        for (key, value) in pairs(of: item, known: ["title", "text"]) {
          if key == "title" { example.title = string(value) } else { example.text = string(value) }
        }
        return example
      }
      return RuleExample(title: nil, text: string(item), place: place(of: item))
    }
  }

  // MARK: Values

  /// Reads a query: a string, or a list of strings with one or more clauses each.
  private mutating func query(_ node: YAMLNode, isExpression: Bool = false) -> RuleQuery? {
    let scalars = (node.items ?? [node]).compactMap { item in item.text.map { (node: item, text: $0) } }
    if scalars.isEmpty {
      complain(node, "the rule is empty: expected a query or a list of queries")
      return nil
    }
    // Several strings are joined into one, so that an offset identifies the string.
    var query = RuleQuery()
    var faults: [RuleFault] = []
    for scalar in scalars {
      let start = query.text.utf8.count
      query.pieces.append((start, scalar.node))
      let read = RuleParser.clauses(scalar.text)
      faults += read.faults.map { RuleFault(offset: $0.offset + start, reason: $0.reason) }
      for var clause in read.clauses {
        clause.expression.shift(by: start)
        if isExpression, clause.weight != 1 {
          faults.append(
            RuleFault(offset: clause.expression.range.lowerBound, reason: "a weight has no meaning here"))
        }
        query.clauses.append(clause)
      }
      query.text += scalar.text + "\n"
    }
    self.faults += query.located(faults, in: pack)
    query.isBroken = !faults.isEmpty
    return query
  }

  private mutating func pairs(of node: YAMLNode, known: [String]) -> [(String, YAMLNode)] {
    var found: [(String, YAMLNode)] = []
    for (name, key, value) in named(node) {
      if known.contains(name) {
        found.append((name, value))
      } else {
        complain(key, "unknown key '\(name)'; known: \(known.joined(separator: ", "))")
      }
    }
    return found
  }

  private mutating func named(_ node: YAMLNode) -> [(String, YAMLNode, YAMLNode)] {
    guard let members = node.members else {
      complain(node, "expected keys and values")
      return []
    }
    var found: [(String, YAMLNode, YAMLNode)] = []
    for (key, value) in members {
      if let name = key.text { found.append((name, key, value)) } else { complain(key, "expected a key") }
    }
    return found
  }

  private mutating func string(_ node: YAMLNode) -> String {
    if let text = node.text, !text.isEmpty { return text }
    complain(node, "expected a text")
    return ""
  }

  private func names<Value: RawRepresentable & CaseIterable>(_: Value.Type) -> String where Value.RawValue == String {
    Value.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private var fileName: String { (pack.file as NSString).lastPathComponent }

  private func isIdentifierByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter && !byte.isASCIICapital || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private func place(of node: YAMLNode) -> RuleQuery.Place {
    RuleQuery.Place(line: node.line, column: node.column)
  }

  private mutating func complain(_ node: YAMLNode, _ reason: String) {
    let place = self.place(of: node)
    faults.append(.init(file: pack.file, line: place.line, column: place.column, reason: reason))
  }
}
