import Foundation
import NewsModel
import ScannedText

/// Reads `patterns/*.yaml` in dictionary folders, with the keys `sets`, `macros` and `patterns`.
struct PatternReader {
  private(set) var faults: [DefinitionErrors.Fault] = []
  private var words = PatternWords.Builder()
  private var macros: [String: PatternNode] = [:]
  private var drafts: [Draft] = []
  private var ids: [String: String] = [:]
  /// The values of each key, in order of files.
  private var parts: [String: [(file: PatternFile, node: YAMLNode)]] = [:]

  /// The name of a file in rules, and its path in error messages.
  private struct PatternFile {
    var name: String
    var path: String
  }

  /// A pattern as read from its file, before its automata are built.
  private struct Draft {
    var id = ""
    var origin: String
    var type: EntityType?
    var kind = ""
    var priority = 0
    var inHeadlines = false
    var isStrong = true
    var keepsCountry = false
    var nodes: [String: PatternNode] = [:]
    var matches: [String] = []
    var mismatches: [String] = []
    var path: String
    var line: Int
  }

  init(lists: WordLists) {
    for (name, list) in lists.words.sorted(by: { $0.key < $1.key }) where name != "common-words" {
      for word in words.add(list, toSet: name) {
        faults.append(.init(file: lists.paths[name] ?? name, reason: "“\(word)” is not one word"))
      }
    }
  }

  /// Reads the pattern files of dictionary folders.
  static func read(
    folders: [DictionaryFolder], lists: WordLists, commonWords: CommonWords, faults: inout [DefinitionErrors.Fault]
  ) -> PatternSet {
    var reader = PatternReader(lists: lists)
    for folder in folders {
      for file in folder.patternFiles { reader.read(path: folder.path(of: file), name: folder.prefix + file) }
    }
    let set = reader.build(commonWords)
    faults += reader.faults
    return set
  }

  /// Reads the sets, macros and patterns of a file. `build` adds them afterwards, sets first, so that files may use
  /// each other's.
  mutating func read(path: String, name: String) {
    guard let text = DefinitionFile.text(of: path) else {
      faults.append(.init(file: path, reason: "cannot be read as UTF-8"))
      return
    }
    var yaml = YAMLReader(file: path)
    if let root = yaml.root(of: text) {
      for (key, value) in yaml.entries(root, known: ["sets", "macros", "patterns"]) {
        parts[key, default: []].append((PatternFile(name: name, path: path), value))
      }
    }
    faults += yaml.faults
  }

  private mutating func enterParts() {
    for (file, value) in parts["sets"] ?? [] {
      var yaml = YAMLReader(file: file.path)
      readSets(value, &yaml)
      faults += yaml.faults
    }
    for (file, value) in parts["macros"] ?? [] {
      var yaml = YAMLReader(file: file.path)
      readMacros(value, &yaml)
      faults += yaml.faults
    }
    for (file, value) in parts["patterns"] ?? [] {
      var yaml = YAMLReader(file: file.path)
      for item in yaml.items(value) { readPattern(item, in: file, &yaml) }
      faults += yaml.faults
    }
  }

  private mutating func readSets(_ node: YAMLNode, _ yaml: inout YAMLReader) {
    for (name, value) in yaml.anyEntries(node) {
      let list = yaml.strings(value).flatMap { $0.split(separator: " ").map(String.init) }
      for word in words.add(list, toSet: name) { yaml.complain(value, "“\(word)” is not one word") }
    }
  }

  private mutating func readMacros(_ node: YAMLNode, _ yaml: inout YAMLReader) {
    for (name, value) in yaml.anyEntries(node) {
      if macros[name] != nil { yaml.complain(value, "the macro \(name) is defined twice") }
      macros[name] = parse(value, &yaml)
    }
  }

  private mutating func parse(_ node: YAMLNode, _ yaml: inout YAMLReader) -> PatternNode? {
    guard let text = yaml.string(node) else { return nil }
    do throws(PatternParser.Fault) {
      return try PatternParser.parse(text, macros: macros, words: &words)
    } catch {
      let shown = text.count > 200 ? text.prefix(200) + " …" : text[...]
      yaml.complain(node, "pattern “\(shown)”: \(error.reason)")
      return nil
    }
  }

  private mutating func readPattern(_ node: YAMLNode, in file: PatternFile, _ yaml: inout YAMLReader) {
    var draft = Draft(
      origin: "\(file.name):\(node.line)", path: file.path, line: node.line)
    var hasPattern = false
    let known: Set = [
      "id", "type", "kind", "pattern", "left", "right", "not_left", "not_right", "not",
      "priority", "headlines", "weak", "keeps_country",
      "match", "no_match",
    ]
    for (key, value) in yaml.entries(node, known: known) {
      switch key {
      case "id": draft.id = yaml.string(value) ?? ""
      case "kind": draft.kind = yaml.string(value) ?? ""
      case "type":
        draft.type = yaml.string(value).flatMap { EntityType(rawValue: $0) }
        if draft.type == nil { yaml.complain(value, "no such type") }
      case "priority": draft.priority = yaml.integer(value, in: -100...100) ?? 0
      case "headlines": draft.inHeadlines = yaml.string(value) == "true"
      case "weak": draft.isStrong = yaml.string(value) != "true"
      case "keeps_country": draft.keepsCountry = yaml.string(value) == "true"
      case "match": draft.matches = yaml.strings(value)
      case "no_match": draft.mismatches = yaml.strings(value)
      default:
        hasPattern = hasPattern || key == "pattern"
        draft.nodes[key] = parse(value, &yaml)
      }
    }
    if draft.id.isEmpty { yaml.complain(node, "a pattern needs an id") }
    if draft.type == nil { yaml.complain(node, "a pattern needs a type") }
    if !hasPattern { yaml.complain(node, "a pattern needs a pattern") }
    if let other = ids.updateValue("\(draft.path):\(draft.line)", forKey: draft.id) {
      yaml.complain(node, "the id \(draft.id) is taken by \(other)")
    }
    drafts.append(draft)
  }

  mutating func build(_ commonWords: CommonWords) -> PatternSet {
    enterParts()
    let words = words.build()
    var patterns: [NamePattern] = []
    for draft in drafts {
      guard let type = draft.type, let node = draft.nodes["pattern"] else { continue }
      let required = [draft.nodes["left"], node, draft.nodes["right"]].compactMap { $0 }
      let conditions = NamePattern.Condition.of(required, words)
      guard !conditions.isEmpty else {
        faults.append(
          .init(
            file: draft.path, line: draft.line,
            reason: "\(draft.id): no word, set, mention, sign, Upper or Initial that every match holds"))
        continue
      }
      var automata: [String: PatternAutomaton] = [:]
      for (key, node) in draft.nodes.sorted(by: { $0.key < $1.key }) {
        let isReadBack = key == "left" || key == "not_left"
        guard let automaton = PatternAutomaton(isReadBack ? node.reversed : node) else {
          faults.append(
            .init(file: draft.path, line: draft.line, reason: "\(draft.id): \(key) has more than 128 elements"))
          continue
        }
        if !isReadBack, automaton.tests.contains(words.plain.sentenceStart) {
          faults.append(
            .init(
              file: draft.path, line: draft.line, reason: "\(draft.id): <start> is allowed only in left and not_left"))
        }
        automata[key] = automaton
      }
      guard let core = automata["pattern"] else { continue }
      guard !core.acceptsNothing else {
        faults.append(
          .init(file: draft.path, line: draft.line, reason: "\(draft.id): the pattern matches nothing at all"))
        continue
      }
      patterns.append(
        NamePattern(
          id: draft.id, origin: draft.origin, path: draft.path, type: type, kind: draft.kind, priority: draft.priority,
          core: core,
          left: automata["left"], right: automata["right"], notLeft: automata["not_left"],
          notRight: automata["not_right"], not: automata["not"], inHeadlines: draft.inHeadlines,
          isStrong: draft.isStrong, keepsCountry: draft.keepsCountry, conditions: conditions,
          matches: draft.matches, mismatches: draft.mismatches))
    }
    return PatternSet(patterns: patterns, words: words, commonWords: commonWords)
  }
}
