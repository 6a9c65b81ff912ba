import Foundation
import Names
import NewsModel
import ScannedText

/// Changes a draft so that `check` finds no fault in it next to the existing dictionaries.
extension DictionaryDraft {
  mutating func settle(beside known: KnownNames) {
    leaveOutUnknownCountries(known)
    joinLinesOfOneThing()
    takeKnownIDs(known)
    addContexts(known)
  }

  private mutating func leaveOutUnknownCountries(_ known: KnownNames) {
    for id in Self.sorted(lines.keys) {
      guard let line = lines[id], line.type != .country, !line.country.isEmpty, !known.hasCountry(line.country) else {
        continue
      }
      complain(0, "\(id): no country has the code \(line.country): the line is kept without one")
      lines[id]?.country = ""
    }
  }

  /// Joins lines with the same name, country, context and kind into the first of them.
  private mutating func joinLinesOfOneThing() {
    struct Key: Hashable { var name, country, context, kind: String }
    var first: [Key: String] = [:]
    for id in Self.sorted(lines.keys) {
      guard let line = lines[id] else { continue }
      let key = Key(name: line.name, country: line.country, context: line.context, kind: line.kind)
      guard let other = first[key] else {
        first[key] = id
        continue
      }
      lines[id] = nil
      lines[other]?.attributes.merge(line.attributes) { old, new in old.isEmpty ? new : old }
      surfaces[other, default: [:]].merge(surfaces.removeValue(forKey: id) ?? [:]) { old, _ in old }
      replaceParts(of: id, by: other)
    }
  }

  // MARK: Entities that a dictionary already has

  /// If a dictionary has an entity under another id, the line takes over its id, kind and name, so that it only adds
  /// what the dictionary lacks. Names are compared before other surfaces.
  private mutating func takeKnownIDs(_ known: KnownNames) {
    for names in [true, false] {
      for id in Self.sorted(lines.keys) where known.entity(id) == nil {
        guard let line = lines[id] else { continue }
        let texts = names ? [line.name] : Self.sorted((surfaces[id] ?? [:]).keys)
        let same = texts.lazy.flatMap { known.holders(of: $0) }.compactMap { known.entity($0.id) }
          .first { isSame(line, $0, byName: names) && lines[$0.id] == nil }
        if let same { rename(id, to: same) }
      }
    }
  }

  private func isSame(_ line: Line, _ entity: Entity, byName: Bool) -> Bool {
    guard entity.type == line.type, entity.validTo == nil, byName || entity.kind == line.kind,
      line.country.isEmpty || entity.country == nil || line.country == entity.country
    else { return false }
    let places = [line.attributes, entity.attributes].map { attributes in
      ["latitude", "longitude"].compactMap { attributes[$0].flatMap(Double.init) }
    }
    guard places.allSatisfy({ $0.count == 2 }) else { return true }
    // In degrees: about 30 km, the precision of tables that locate a site by its town.
    return zip(places[0], places[1]).allSatisfy { abs($0 - $1) < 0.3 }
  }

  private mutating func rename(_ id: String, to entity: Entity) {
    guard var line = lines.removeValue(forKey: id) else { return }
    let name = line.name
    (line.id, line.kind, line.name) = (entity.id, entity.kind, entity.name)
    if line.country.isEmpty { line.country = entity.country ?? "" }
    var attributes = entity.attributes
    attributes["valid_from"] = entity.validFrom?.description
    for column in Self.sorted(attributes.keys) where line.attributes[column, default: ""].isEmpty {
      line.attributes[column] = attributes[column]
      // The source is the last column.
      if !columns.contains(column) { columns.insert(column, at: columns.firstIndex(of: "source") ?? columns.endIndex) }
    }
    lines[line.id] = line
    surfaces[line.id] = surfaces.removeValue(forKey: id)
    addSurface(name, of: line.id)
    replaceParts(of: id, by: line.id)
  }

  /// Also renames the units `OLD#1` of a plant and changes the lines whose `part_of` is the plant.
  private mutating func replaceParts(of old: String, by new: String) {
    for (id, line) in lines where line.attributes["part_of"] == old {
      var part = line
      part.attributes["part_of"] = new
      lines[id] = part
      guard id.hasPrefix(old + "#") else { continue }
      part.id = new + id.dropFirst(old.count)
      if lines[part.id] != nil { continue }
      lines[id] = nil
      lines[part.id] = part
      surfaces[part.id] = surfaces.removeValue(forKey: id)
    }
  }

  // MARK: Contexts

  /// Requires context for everyday words and for surfaces that other entities also have, and sets the case policy
  /// `exact` for short surfaces. A surface that a dictionary already has for the entity is removed, so its line there
  /// applies.
  private mutating func addContexts(_ known: KnownNames) {
    var taken: [[UInt64]: [KnownNames.Holder]] = [:]
    for id in Self.sorted(lines.keys) {
      guard let line = lines[id] else { continue }
      for text in [line.name] + Self.sorted((surfaces[id] ?? [:]).keys) {
        let isName = text == line.name
        if known.writes(text, of: id) {
          surfaces[id]?[text] = nil
          continue
        }
        var surface = surfaces[id]?[text] ?? SurfaceLine(note: line.type == .country ? "name" : "")
        let policy = CasePolicy(column: surface.policy) ?? .smart
        if DoubtfulSurfaces.isShort(text, policy) { surface.policy = "exact" }
        let words = foldedWords(text)
        let others = known.holders(of: text) + (taken[words] ?? []).filter { $0.isShared(text) }
        let other = line.type == .place ? nil : others.first { $0.id != id }
        if known.doubtful.isEverydayWord(text, policy) || other != nil {
          surface.requires = context(of: text, line, other: other, known)
        } else if line.type != .place {
          taken[words, default: []].append(.init(id: id, country: line.country, text: text, isAnyCase: false))
        }
        if !isName || !surface.requires.isEmpty || !surface.policy.isEmpty {
          surfaces[id, default: [:]][text] = surface
        }
      }
    }
  }

  /// The context that a document must contain for this text to mean this line.
  private func context(of text: String, _ line: Line, other: KnownNames.Holder?, _ known: KnownNames) -> String {
    let country = "country.\(line.country.lowercased())"
    let hasCountry = line.type != .country && !line.country.isEmpty && known.entity(country) != nil
    if let other, hasCountry, other.country != line.country { return "document:@\(country)" }
    for phrase in [line.context, line.name] where Self.isPlain(phrase) && !text.contains(phrase) {
      return "document:\(phrase)"
    }
    if hasCountry { return "document:@\(country)" }
    let kind = line.kind.replacingOccurrences(of: "-", with: " ")
    return "sentence:\(Self.isPlain(kind) ? kind : line.type?.rawValue ?? "")"
  }

  /// Whether a phrase has none of the characters that have a special meaning in `requires`.
  private static func isPlain(_ phrase: String) -> Bool {
    phrase.contains(where: \.isLetter) && !phrase.contains { "|:@$!*".contains($0) }
  }
}
