import Foundation
package import NewsModel
import ScannedText
import TextScanning

/// A rule that rejects mentions: which mentions it applies to, and phrases that must not occur in a scope around them.
package struct Veto: Sendable, Equatable {
  package var id: String
  /// The path of its file, which the user can open, and its line.
  package var path: String
  package var line: Int
  /// The entities, by index, that it applies to. If `entities` and `types` are empty, it applies to all.
  package var entities: [Int32]
  package var types: [EntityType]
  /// The folded words of the surfaces that it applies to; all if empty.
  package var surfaces: [[UInt64]]
  /// The phrases as written in the file.
  package var phrases: [String] = []
  /// The scope, and the context set with the phrases.
  package var alternative: Requirement.Alternative
}

/// Reads `vetoes.yaml`: a list of entries with `id`, `entity` or `type` or `surface`, `scope` and `phrases`.
struct VetoReader {
  private(set) var vetoes: [Veto] = []
  private(set) var faults: [DefinitionErrors.Fault] = []
  private var ids: Set<String> = []

  mutating func read(
    path: String, contexts: inout ContextSets.Builder, entityIndex: (String) -> Int?
  ) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let text = DefinitionFile.text(of: path) else {
      faults.append(.init(file: path, reason: "cannot be read as UTF-8"))
      return
    }
    var yaml = YAMLReader(file: path)
    defer { faults += yaml.faults }
    guard let root = yaml.root(of: text) else { return }
    for item in yaml.items(root) {
      var veto = Veto(
        id: "", path: path, line: item.line, entities: [], types: [], surfaces: [],
        alternative: .init(text: "", isNegated: true, scope: .span, items: []))
      var phrases: [String] = []
      for (key, value) in yaml.entries(item, known: ["id", "entity", "type", "surface", "scope", "phrases"]) {
        switch key {
        case "id": veto.id = yaml.string(value) ?? ""
        case "scope":
          if let scope = yaml.string(value).flatMap(ContextScope.init) {
            veto.alternative.scope = scope
          } else {
            yaml.complain(value, "expected one of \(ContextScope.allCases.map(\.rawValue).joined(separator: ", "))")
          }
        case "entity":
          for id in yaml.strings(value) {
            if let index = entityIndex(id) {
              veto.entities.append(Int32(index))
            } else {
              yaml.complain(value, "no dictionary has the id \(id)")
            }
          }
        case "type":
          for type in yaml.strings(value) {
            if let type = EntityType(rawValue: type) {
              veto.types.append(type)
            } else {
              yaml.complain(value, "no type “\(type)”")
            }
          }
        case "surface": veto.surfaces = yaml.strings(value).map(foldedWords)
        default: phrases = yaml.strings(value)
        }
      }
      if veto.id.isEmpty { yaml.complain(item, "a veto needs an id") }
      if !ids.insert(veto.id).inserted { yaml.complain(item, "the id \(veto.id) is taken") }
      if phrases.isEmpty { yaml.complain(item, "a veto needs phrases") }
      let set = "veto " + veto.id
      for phrase in phrases where contexts.add(phrase, toSet: set) != .added {
        yaml.complain(item, "“\(phrase)” is no phrase that can be searched for")
      }
      veto.phrases = phrases
      if let index = contexts.index(ofSet: set) { veto.alternative.items = [.set(index)] }
      vetoes.append(veto)
    }
  }
}
