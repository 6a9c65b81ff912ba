import NewsModel

/// Resolves the names in packs: lists of terms, entities and topics. Collects all errors.
struct RuleLinker {
  private let packs: [TopicPack]
  private let entities: EntityKinds
  private(set) var table = RuleTable()
  private(set) var terms = TermTable()
  private(set) var rules: [TopicRule] = []
  private(set) var cues: [ModalityCue] = []
  private(set) var faults: [DefinitionErrors.Fault] = []

  private var topicIDs: Set<String> = []
  /// The nodes of weighted terms, by topic.
  private var weightedTerms: [String: [TopicRule.Clause]] = [:]
  /// The number of nodes of weighted terms. They are the first nodes of the table.
  private(set) var weightedNodes = 0
  private var isTooLarge = false
  private var lists: [ListKey: ListState] = [:]
  /// The number of nested lists that are being resolved.
  private var openLists = 0
  /// The errors of the query that is being resolved.
  private var queryFaults: [RuleFault] = []

  private struct ListKey: Hashable {
    var pack: Int
    var name: String
  }
  private enum ListState {
    case open
    case linked(RuleTable.Index?)
  }

  init(_ packs: [TopicPack], _ tables: [WeightedTerms] = [], entities: EntityKinds) {
    self.packs = packs
    self.entities = entities
    gatherTopics()
    link(tables)
    weightedNodes = table.nodes.count
    for (number, pack) in packs.enumerated() {
      // Lists that no rule uses are also checked.
      for list in pack.terms {
        _ = link(list: ListKey(pack: number, name: list.name))
        checkSize(in: pack, at: list.place)
      }
      for cue in pack.cues {
        if let node = link(cue.query, in: number) { cues.append(ModalityCue(modality: cue.modality, node: node)) }
      }
      for topic in pack.topics {
        link(topic, in: number)
        checkSize(in: pack, at: topic.place)
      }
    }
  }

  private mutating func gatherTopics() {
    var first: [String: (file: String, line: Int)] = [:]
    for pack in packs {
      for topic in pack.topics {
        if let earlier = first[topic.topic.id] {
          faults.append(
            .init(
              file: pack.file, line: topic.place.line, column: topic.place.column,
              reason: "the topic '\(topic.topic.id)' is already defined in \(earlier.file):\(earlier.line)"))
        } else {
          first[topic.topic.id] = (pack.file, topic.place.line)
        }
      }
    }
    topicIDs = Set(first.keys)
    let parents = Dictionary(
      packs.flatMap(\.topics).compactMap { topic in topic.topic.broader.map { (topic.topic.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    for pack in packs {
      for topic in pack.topics {
        guard let broader = topic.topic.broader else { continue }
        var reason: String?
        if !topicIDs.contains(broader) {
          reason = "unknown topic '\(broader)'"
        } else if isCyclic(topic.topic.id, parents) {
          reason = "the topic '\(topic.topic.id)' is broader than itself"
        }
        if let reason {
          faults.append(
            .init(
              file: pack.file, line: topic.broaderPlace.line, column: topic.broaderPlace.column, reason: reason))
        }
      }
    }
  }

  private func isCyclic(_ id: String, _ parents: [String: String]) -> Bool {
    var current = parents[id]
    var steps = 0
    while let next = current, steps <= parents.count {
      if next == id { return true }
      current = parents[next]
      steps += 1
    }
    return false
  }

  /// Reports only the first list or topic that exceeds the limit.
  private mutating func checkSize(in pack: TopicPack, at place: RuleQuery.Place) {
    guard terms.phraseCount > TermTable.limit, !isTooLarge else { return }
    isTooLarge = true
    faults.append(
      .init(
        file: pack.file, line: place.line, column: place.column,
        reason:
          "more than \(TermTable.limit) terms up to here; long lists of names belong in a dictionary, as entities"))
  }

  private mutating func link(_ tables: [WeightedTerms]) {
    for table in tables {
      for row in table.rows {
        guard topicIDs.contains(row.topic) else {
          faults.append(.init(file: table.path, line: row.line, reason: "unknown topic '\(row.topic)'"))
          continue
        }
        let text = row.phrase.words.map(\.text).joined(separator: " ")
        var node = self.table.add(.term(terms.number(of: .phrase(row.phrase))), [], text: text)
        if row.isTitleOnly { node = self.table.add(.scope(.title), [node], text: "title:(\(text))") }
        weightedTerms[row.topic, default: []].append(TopicRule.Clause(node: node, weight: row.weight))
      }
    }
  }

  // MARK: A topic

  private mutating func link(_ definition: TopicDefinition, in pack: Int) {
    var clauses: [TopicRule.Clause] = []
    for (query, weights) in [(definition.about, Self.about), (definition.signs, Self.signs)] {
      if let query, let node = link(query, in: pack) { clauses += usualClauses(for: node, weights) }
    }
    let usual = clauses.count
    for clause in definition.rules.clauses {
      if let node = link(clause.expression, of: definition.rules, in: pack) {
        clauses.append(TopicRule.Clause(node: node, weight: clause.weight))
      }
    }
    flush(definition.rules, in: pack)
    // If a clause could not be read or linked, an error has already been reported.
    let isWhole = clauses.count == usual + definition.rules.clauses.count && !definition.rules.isBroken
    if !clauses.isEmpty, isWhole, clauses.allSatisfy({ $0.weight <= 0 }) {
      faults.append(
        .init(
          file: packs[pack].file, line: definition.place.line, column: definition.place.column,
          reason: "no clause of '\(definition.topic.id)' adds to its score"))
    }
    let required = definition.required.flatMap { link($0, in: pack) }
    let vetoes = definition.vetoes.compactMap { veto in
      link(veto.query, in: pack).map { TopicRule.Veto(scope: veto.scope, node: $0) }
    }
    var anchors = clauses.filter { $0.weight > 0 }.flatMap { table.nodes[Int($0.node)].anchors }
    if let required {
      let other = table.nodes[Int(required)].anchors
      if other.count < anchors.count { anchors = other }
    }
    rules.append(
      TopicRule(
        topic: definition.topic,
        threshold: definition.threshold ?? (definition.about == nil && definition.signs == nil ? 1 : 3),
        clauses: clauses, weightedTerms: weightedTerms[definition.topic.id] ?? [], required: required, vetoes: vetoes,
        asksModality: definition.asksModality, anchors: Set(anchors).sorted(),
        term: terms.number(of: .topic(definition.topic.id))))
  }

  /// The weights that the clauses of `about` or `signs` get, for a threshold of 3.
  private struct UsualWeights {
    var title: Double
    var lead: Double
    var mention: Double
    /// The most mentions that count.
    var mentions: Int
    /// Whether the title of a document without text, which is also its lead, counts as the title only.
    var needsText = false
  }

  /// One mention in the title is enough. The lead needs a second mention in a text of ordinary length, and a topic that
  /// neither of the two names needs six.
  private static let about = UsualWeights(title: 3, lead: 2, mention: 0.5, mentions: 6)
  /// A sign in the title needs two more mentions, one in the lead three more. Signs that are in neither are never
  /// enough.
  private static let signs = UsualWeights(title: 1.5, lead: 1, mention: 0.5, mentions: 4, needsText: true)

  private mutating func usualClauses(for node: RuleTable.Index, _ weights: UsualWeights) -> [TopicRule.Clause] {
    let text = table.nodes[Int(node)].text
    let often = table.add(.often(weights.mentions), [node], text: "OFTEN/\(weights.mentions)(\(text))")
    var lead = table.add(.scope(.lead), [node], text: "lead:(\(text))")
    if weights.needsText { lead = table.add(.scope(.body), [lead], text: "body:(lead:(\(text)))") }
    return [
      .init(node: table.add(.scope(.title), [node], text: "title:(\(text))"), weight: weights.title),
      .init(node: lead, weight: weights.lead),
      .init(node: often, weight: weights.mention),
    ]
  }

  private mutating func link(_ query: RuleQuery, in pack: Int) -> RuleTable.Index? {
    let parts = query.clauses.compactMap { link($0.expression, of: query, in: pack) }
    flush(query, in: pack)
    if parts.count <= 1 { return parts.first }
    return table.add(.any, parts, text: parts.map { table.nodes[Int($0)].text }.joined(separator: ", "))
  }

  private mutating func flush(_ query: RuleQuery, in pack: Int) {
    faults += query.located(queryFaults, in: packs[pack])
    queryFaults = []
  }

  private mutating func link(list key: ListKey) -> RuleTable.Index? {
    switch lists[key] {
    case .linked(let node): return node
    case .open: return nil
    case nil: break
    }
    guard let list = packs[key.pack].terms.first(where: { $0.name == key.name }) else { return nil }
    lists[key] = .open
    let outer = queryFaults
    queryFaults = []
    let node = link(list.query, in: key.pack)
    queryFaults = outer
    lists[key] = .linked(node)
    return node
  }

  // MARK: An expression

  private mutating func link(_ expression: RuleExpression, of query: RuleQuery, in pack: Int) -> RuleTable.Index? {
    let text = self.text(expression.range, of: query)
    switch expression.kind {
    case .phrase(let phrase): return table.add(.term(terms.number(of: .phrase(phrase))), [], text: text)
    case .terms(let name): return link(listNamed: name, at: expression.range.lowerBound, in: pack)
    case .entity(let name):
      guard let operand = operand(name, at: expression.range.lowerBound) else { return nil }
      return table.add(.term(terms.number(of: .entity(operand))), [], text: text)
    case .topic(let id):
      guard topicIDs.contains(id) else {
        queryFaults.append(RuleFault(offset: expression.range.lowerBound, reason: "unknown topic '#\(id)'"))
        return nil
      }
      return table.add(.term(terms.number(of: .topic(id))), [], text: text)
    default: break
    }
    let children = expression.children.compactMap { link($0, of: query, in: pack) }
    guard children.count == expression.children.count else { return nil }
    let kind: RuleTable.Kind
    switch expression.kind {
    case .all: kind = .all
    case .without: kind = .without
    case .near(let distance, let ordered): kind = .near(distance, ordered: ordered)
    case .scope(let scope): kind = .scope(scope)
    case .atLeast(let count): kind = .atLeast(count)
    case .times(let count): kind = .times(count)
    case .often(let count): kind = .often(count)
    case .distinct(let count): return table.add(.distinct(count), children.flatMap(operands), text: text)
    case .each(let count):
      return table.add(.each(count), [table.add(.any, children.flatMap(operands), text: text)], text: text)
    default: kind = .any
    }
    return table.add(kind, children, text: text)
  }

  /// The operands of a list, with nested lists expanded.
  private func operands(_ node: RuleTable.Index) -> [RuleTable.Index] {
    guard case .any = table.nodes[Int(node)].kind else { return [node] }
    return table.nodes[Int(node)].children.flatMap(operands)
  }

  private mutating func link(listNamed name: String, at offset: Int, in pack: Int) -> RuleTable.Index? {
    var key = ListKey(pack: pack, name: name)
    if !packs[pack].terms.contains(where: { $0.name == name }) {
      let holders = packs.indices.filter { packs[$0].terms.contains { $0.name == name } }
      guard holders.count == 1 else {
        queryFaults.append(
          RuleFault(
            offset: offset,
            reason: holders.isEmpty ? "unknown list of terms '$\(name)'" : "'$\(name)' is defined in several packs"))
        return nil
      }
      key.pack = holders[0]
    }
    if case .open = lists[key] {
      queryFaults.append(RuleFault(offset: offset, reason: "the list '$\(name)' is part of itself"))
      return nil
    }
    openLists += 1
    defer { openLists -= 1 }
    guard openLists <= RuleParser.deepestNesting else { return tooDeep(name, offset) }
    guard let node = link(list: key) else { return nil }
    return table.nodes[Int(node)].depth <= RuleParser.deepestNesting ? node : tooDeep(name, offset)
  }

  private mutating func tooDeep(_ name: String, _ offset: Int) -> RuleTable.Index? {
    queryFaults.append(
      RuleFault(
        offset: offset, reason: "'$\(name)' nests lists and operators more than \(RuleParser.deepestNesting) deep"))
    return nil
  }

  private mutating func operand(_ name: String, at offset: Int) -> EntityOperand? {
    func complain(_ reason: String) -> EntityOperand? {
      queryFaults.append(RuleFault(offset: offset, reason: reason))
      return nil
    }
    if name == "country" { return .anyCountry }
    if name.hasPrefix("type:") {
      let type = String(name.dropFirst(5))
      if EntityType(rawValue: type) != nil { return .type(type) }
      return complain(
        "unknown type '@\(name)'; known: \(EntityType.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if name.hasPrefix("kind:") {
      let kind = String(name.dropFirst(5))
      return entities.hasKind(kind) ? .kind(kind) : complain("no entity is of the kind '@\(name)'")
    }
    guard entities.hasEntity(name) else { return complain("unknown entity '@\(name)'") }
    if name.hasPrefix("country.") { return .country(String(name.dropFirst(8)).uppercased()) }
    return .entity(name)
  }

  private func text(_ range: Range<Int>, of query: RuleQuery) -> String {
    let bytes = query.text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(start, offsetBy: range.count)
    return query.text[start..<end].split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
  }
}

/// Words that indicate a modality.
package struct ModalityCue: Sendable {
  var modality: Modality
  var node: RuleTable.Index
}
