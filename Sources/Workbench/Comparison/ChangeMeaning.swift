import ScannedText

/// Describes in words what a difference changes in the results.
struct ChangeMeaning {
  /// For each folded surface, the ids that it refers to after the change, in order.
  private var holders: [[UInt64]: [String]] = [:]

  /// The names of entities after the change, by id.
  private var names: [String: String] = [:]

  mutating func addName(_ name: String, of id: String) {
    names[id] = name
    add(name, of: id)
  }

  mutating func add(_ surface: String, of id: String) {
    let key = foldedWords(surface)
    if holders[key]?.contains(id) != true { holders[key, default: []].append(id) }
  }

  private func others(_ surface: String, than id: String) -> String? {
    let others = (holders[foldedWords(surface)] ?? []).filter { $0 != id }
    return others.isEmpty ? nil : others.joined(separator: ", ")
  }

  func ofAdded(_ key: DictionaryLines.Key, _ line: DictionaryLines.Line) -> String {
    if key.subject == .context { return "a context for every surface that requires $\(key.id)" }
    if key.subject == .operator {
      return "named as its operator" + Self.days(line.values["valid_from"], line.values["valid_to"])
    }
    let text = key.text.isEmpty ? line.values["name"] ?? "" : key.text
    var meaning =
      key.subject == .entity
      ? "a new entity, found by its name"
      : key.text == names[key.id] ? "its name is found in this way" : "found as well"
    if let requires = line.values["requires"] { meaning += ", where \(requires)" }
    meaning += Self.days(line.values["valid_from"], line.values["valid_to"])
    if let others = others(text, than: key.id) { meaning += "; it means \(others) too" }
    return meaning
  }

  func ofRemoved(_ key: DictionaryLines.Key, _ line: DictionaryLines.Line) -> String {
    switch key.subject {
    case .context: return "no context any more for surfaces that require $\(key.id)"
    case .operator: return "no longer named as its operator"
    case .entity: return "nothing leads to this entity any more"
    case .surface:
      if let others = others(key.text, than: key.id) { return "it means only \(others)" }
      return key.text == names[key.id]
        ? "found as the name alone, without this line's case and context" : "no longer found"
    }
  }

  func ofChanged(_ key: DictionaryLines.Key, _ column: String, _ old: String, _ new: String) -> String {
    switch (key.subject, column) {
    case (.entity, "name"): return "printed and found under the new name; the old one only if a surface has it"
    case (.entity, "kind"): return "filters, contexts and rules by kind see it as the new one"
    case (.entity, "country"): return new.isEmpty ? "leads to no country" : "documents that name it lead to \(new)"
    case (.entity, "population"): return "has another weight among places with the same name"
    case (.operator, _): return "what is shown about it for a document's day; found as before"
    case (_, "valid_from"):
      return new.isEmpty ? "found on earlier days too" : "found from \(new) on"
    case (_, "valid_to"):
      return new.isEmpty ? "found on later days too" : "found up to \(new)"
    case (.surface, "case"):
      switch new {
      case "exact": return "found only as it is written"
      case "any": return "found in any capitals"
      default: return "its capitals must match, its other letters may have any case"
      }
    case (.surface, "requires"):
      if old.isEmpty { return "found only in its context" }
      return new.isEmpty ? "found without any context" : "found in another context"
    case (.surface, "note"): return "shown as another kind of name; for countries and places also read as one"
    default: return "what is shown about it; found as before"
    }
  }

  private static func days(_ from: String?, _ to: String?) -> String {
    switch (from, to) {
    case (nil, nil): ""
    case (let from?, nil): ", from \(from) on"
    case (nil, let to?): ", up to \(to)"
    case (let from?, let to?): ", from \(from) to \(to)"
    }
  }
}
