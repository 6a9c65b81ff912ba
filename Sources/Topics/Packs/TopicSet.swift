import Foundation
package import NewsModel
package import TextScanning

/// Topic packs, ready to run. It is immutable, so any thread may use it. It is a class because it is large and every
/// step holds it.
package final class TopicSet: Sendable {
  let table: RuleTable
  let terms: TermTable
  let automaton: PhraseAutomaton
  /// The rules, ordered so that each topic comes after all topics that its rules name.
  let rules: [TopicRule]
  package let cues: [ModalityCue]
  let tests: [TopicTests]
  /// For each term, the rules that have it as an anchor.
  let rulesByAnchor: [[Int32]]
  /// For each term, what it adds to the sums of topics with weighted terms.
  let weightsByTerm: [[TermWeight]]
  let hasWeightedTerms: Bool
  /// For each term, whether only tables of weighted terms name it. Its first place in a document is enough.
  let areOnlyWeighted: [Bool]
  /// For each case-sensitive term, the capitals of its words.
  let capitals: [RuleTable.Term: [UInt64]]
  /// For each term, whether it has an entry in `capitals`.
  let areCaseSensitive: [Bool]
  /// The terms of topics that the rules of other topics name.
  let namedTopics: Set<RuleTable.Term>
  let mentionTerms: MentionTerms

  /// The phrases that the rules search for.
  package var phrases: PhraseAutomaton.Builder { terms.phrases() }

  /// All topics in order of id.
  package var topics: [Topic] { rules.map(\.topic).sorted { $0.id < $1.id } }

  /// Reads packs, each of which is a file or a folder of `.yaml` files and `.tsv` tables of weighted terms. Throws `DefinitionErrors` with all errors.
  package convenience init(packs paths: [String], entities: EntityKinds) throws {
    var reading = PackReading()
    for path in paths {
      for file in TopicSet.files(at: path) {
        if file.hasSuffix(".tsv") {
          reading.tables.append(WeightedTerms(path: file, faults: &reading.faults))
        } else {
          reading.add(file) { try TopicPackReader.read(file) }
        }
      }
    }
    try self.init(reading, entities: entities)
  }

  /// Parses packs from strings, in order. Throws `DefinitionErrors` with all errors.
  package convenience init(texts: [(file: String, yaml: String)], entities: EntityKinds) throws {
    var reading = PackReading()
    for text in texts { reading.add(text.file) { try TopicPackReader.parse(text.yaml, file: text.file) } }
    try self.init(reading, entities: entities)
  }

  /// Makes one topic from a query of one or more lines, any of which is sufficient. Errors have lines and columns of
  /// the query itself.
  package convenience init(seedQuery query: String, entities: EntityKinds = EntityKinds([])) throws {
    let indent = "      "
    let heading = "topics:\n  - id: seed\n    rules: |\n"
    let lines = query.split(separator: "\n").map { indent + $0 }.joined(separator: "\n")
    do {
      try self.init(texts: [(file: "query", yaml: heading + lines + "\n")], entities: entities)
    } catch var errors as DefinitionErrors {
      for index in errors.faults.indices {
        errors.faults[index].line = max(1, errors.faults[index].line - 3)
        errors.faults[index].column = max(1, errors.faults[index].column - indent.utf8.count)
      }
      throw errors
    }
  }

  private init(_ reading: PackReading, entities: EntityKinds) throws {
    // If a pack is missing, the names that it defines would be reported as unknown.
    if reading.isIncomplete { throw DefinitionErrors(reading.faults) }
    let packs = reading.packs
    let linker = RuleLinker(packs, reading.tables, entities: entities)
    var faults = reading.faults + linker.faults
    let order = TopicOrder(linker.rules, linker.table, linker.terms)
    for id in order.cyclic {
      let pack = packs.first { $0.topics.contains { $0.topic.id == id } }
      let place = pack?.topics.first { $0.topic.id == id }?.place
      faults.append(
        .init(
          file: pack?.file ?? "", line: place?.line ?? 0, column: place?.column ?? 0,
          reason: "the rules of '\(id)' lead back to itself through '#' topics"))
    }
    if !faults.isEmpty {
      let files = packs.map(\.file)
      func rank(_ fault: DefinitionErrors.Fault) -> Int { files.firstIndex(of: fault.file) ?? files.count }
      throw DefinitionErrors(faults.sorted { (rank($0), $0.line, $0.column) < (rank($1), $1.line, $1.column) })
    }
    table = linker.table
    terms = linker.terms
    automaton = linker.terms.phrases().build()
    rules = order.sorted
    cues = linker.cues
    tests = packs.flatMap { pack in
      pack.topics.map { TopicTests(topic: $0.topic.id, file: pack.file, match: $0.match, noMatch: $0.noMatch) }
    }
    var byAnchor = [[Int32]](repeating: [], count: linker.terms.terms.count)
    for (number, rule) in order.sorted.enumerated() {
      for anchor in rule.anchors { byAnchor[Int(anchor)].append(Int32(number)) }
    }
    rulesByAnchor = byAnchor
    var weights = [[TermWeight]](repeating: [], count: linker.terms.terms.count)
    for (number, rule) in order.sorted.enumerated() {
      for clause in rule.weightedTerms {
        // The only anchor of the node is its term.
        let node = linker.table.nodes[Int(clause.node)]
        let isTitleOnly = if case .scope = node.kind { true } else { false }
        weights[Int(node.anchors[0])].append(
          TermWeight(rule: Int32(number), isTitleOnly: isTitleOnly, weight: clause.weight))
      }
    }
    weightsByTerm = weights
    var isOnlyWeighted = weights.map { !$0.isEmpty }
    for node in linker.table.nodes[linker.weightedNodes...] {
      if case .term(let term) = node.kind { isOnlyWeighted[Int(term)] = false }
    }
    areOnlyWeighted = isOnlyWeighted
    hasWeightedTerms = order.sorted.contains { !$0.weightedTerms.isEmpty }
    let topicTerms = Set(order.sorted.map(\.term))
    namedTopics = Set(
      linker.table.nodes.compactMap { node in
        if case .term(let term) = node.kind, topicTerms.contains(term) { return term }
        return nil
      })
    let capitals = linker.terms.capitals
    self.capitals = capitals
    areCaseSensitive = linker.terms.terms.indices.map { capitals[RuleTable.Term($0)] != nil }
    var operands: [EntityOperand: RuleTable.Term] = [:]
    for (number, term) in linker.terms.terms.enumerated() {
      if case .entity(let operand) = term.kind { operands[operand] = RuleTable.Term(number) }
    }
    mentionTerms = MentionTerms(operands, entities)
  }

  /// The packs that were read, and all errors in them.
  private struct PackReading {
    var packs: [TopicPack] = []
    var tables: [WeightedTerms] = []
    var faults: [DefinitionErrors.Fault] = []
    /// Whether a pack could not be read at all.
    var isIncomplete = false

    mutating func add(_ file: String, read: () throws -> (pack: TopicPack, faults: [DefinitionErrors.Fault])) {
      do {
        let found = try read()
        packs.append(found.pack)
        faults += found.faults
      } catch let errors as DefinitionErrors {
        faults += errors.faults
        isIncomplete = true
      } catch {
        faults.append(.init(file: file, reason: "cannot be read: \(error.localizedDescription)"))
        isIncomplete = true
      }
    }
  }

  /// Returns a pack file itself, or the packs and tables in a folder in order of name.
  private static func files(at path: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return [path]
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".tsv") }.sorted().map { path + "/" + $0 }
  }
}
