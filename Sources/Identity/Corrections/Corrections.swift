package import NewsModel
import ScannedText
import TextScanning

/// The corrections of all dictionary folders, checked and resolved. They win over the decisions of the steps.
package struct Corrections: Sendable {
  package let corrections: [Correction]
  /// The entities that corrections of all documents replace, with what they mean in the end.
  private let replaced: [String: Replacement]
  private let targets: [String: IdentityDecision.Target]
  /// A hash of all corrections, in hexadecimal.
  package var fingerprint: String {
    var hash = ByteHash()
    for correction in corrections { hash.add("\(correction)\n".utf8) }
    return String(hash.mixed, radix: 16)
  }
  /// The value of `IdentityDecision.step`.
  package static let step = "correction"

  private struct Replacement {
    /// Nil if the entity is no name.
    var target: IdentityDecision.Target?
    var correction: Correction
  }

  /// - Parameter listed: returns the entity of a dictionary by its id.
  /// - Throws: `DefinitionErrors` for ids that no dictionary lists and for circles (A is B, B is A).
  package init(
    _ corrections: [Correction], path: (Correction) -> String, listed: (String) -> IdentityDecision.Target?
  ) throws(DefinitionErrors) {
    self.corrections = corrections
    var faults: [DefinitionErrors.Fault] = []
    func complain(_ correction: Correction, _ reason: String) {
      faults.append(.init(file: path(correction), line: correction.line, reason: reason))
    }
    var targets: [String: IdentityDecision.Target] = [:]
    for correction in corrections {
      for id in [correction.entity, correction.action.target].compactMap(\.self) where targets[id] == nil {
        if let known = listed(id) ?? Self.unlisted(id) {
          targets[id] = known
        } else {
          complain(correction, "no dictionary lists “\(id)”")
        }
      }
    }
    // A later line wins, as in dictionaries.
    var direct: [String: Correction] = [:]
    for correction in corrections where correction.scope == .everywhere && correction.spelling == nil {
      if let entity = correction.entity { direct[entity] = correction }
    }
    var replaced: [String: Replacement] = [:]
    for (entity, correction) in direct.sorted(by: { $0.key < $1.key }) {
      do throws(CorrectionFault) {
        replaced[entity] = Replacement(
          target: try Self.end(of: entity, direct: direct, targets: targets), correction: correction)
      } catch {
        complain(correction, error.description)
      }
    }
    for correction in corrections where correction.scope != .everywhere {
      if Self.isCircle(correction, in: corrections) {
        complain(correction, "\(correction.entity ?? "") leads back to itself through other lines")
      }
    }
    if !faults.isEmpty { throw DefinitionErrors(faults.sorted { ($0.file, $0.line) < ($1.file, $1.line) }) }
    self.replaced = replaced
    self.targets = targets
  }

  /// Returns the decisions of the steps, changed by the corrections, and after them the corrections themselves.
  package func applied(to decisions: [IdentityDecision]) -> [IdentityDecision] {
    let steps = decisions.compactMap { decision -> IdentityDecision? in
      if let entity = decision.entity, replaced[entity] != nil { return nil }
      guard case .means(let target) = decision.verdict, let replacement = replaced[target.id] else { return decision }
      var decision = decision
      decision.verdict = replacement.target.map { .means($0) } ?? .noName
      return decision
    }
    return steps + corrections.compactMap(decision)
  }

  /// The corrections that decide nothing, because a later line is about the same entity, spelling and documents.
  package var overridden: [Correction] {
    func subject(_ it: Correction) -> [String] { [it.entity ?? "", it.spelling ?? "", it.scope.description] }
    let last = Dictionary(corrections.map { (subject($0), $0.origin) }) { $1 }
    return corrections.filter { last[subject($0)] != $0.origin }
  }

  private func decision(of correction: Correction) -> IdentityDecision? {
    let verdict: IdentityDecision.Verdict
    if correction.scope == .everywhere, correction.spelling == nil, let entity = correction.entity {
      guard let replacement = replaced[entity], replacement.correction == correction else { return nil }
      verdict = replacement.target.map { .means($0) } ?? .noName
    } else {
      switch correction.action {
      case .noName: verdict = .noName
      case .sameAs(let id), .means(let id):
        if let replacement = replaced[id] {
          verdict = replacement.target.map { .means($0) } ?? .noName
        } else {
          verdict = .means(targets[id]!)
        }
      case .isA(let type): verdict = .means(Self.retyped(targets[correction.entity!]!, type))
      }
    }
    return IdentityDecision(
      entity: correction.entity, spelling: correction.spelling, verdict: verdict, scope: correction.scope,
      step: Self.step, reason: correction.reason, origin: correction.origin)
  }

  /// Follows the corrections of an entity to the end. Returns nil if it is no name.
  private static func end(
    of entity: String, direct: [String: Correction], targets: [String: IdentityDecision.Target]
  ) throws(CorrectionFault) -> IdentityDecision.Target? {
    var id = entity
    var passed: Set<String> = []
    while let correction = direct[id] {
      guard passed.insert(id).inserted else {
        throw CorrectionFault("\(entity) leads back to itself through other lines")
      }
      switch correction.action {
      case .noName: return nil
      case .sameAs(let next), .means(let next): id = next
      case .isA(let type): return targets[id].map { retyped($0, type) }
      }
    }
    return targets[id]
  }

  /// Whether the target of a correction of some documents leads back to its entity through other lines.
  private static func isCircle(_ correction: Correction, in all: [Correction]) -> Bool {
    guard correction.spelling == nil, let entity = correction.entity, case .sameAs(let target) = correction.action
    else {
      return false
    }
    var reached: Set<String> = [target]
    var next = [target]
    while let id = next.popLast() {
      if id == entity { return true }
      for other in all where other.entity == id && other.spelling == nil {
        if case .sameAs(let further) = other.action, reached.insert(further).inserted { next.append(further) }
      }
    }
    return false
  }

  /// The unlisted entity of an id; nil for the id of a dictionary.
  private static func unlisted(_ id: String) -> IdentityDecision.Target? {
    guard let mark = id.firstIndex(of: "~"), let type = EntityType(idPrefix: id) else { return nil }
    let name = id[id.index(after: mark)...].split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return IdentityDecision.Target(id: id, type: type, name: name.joined(separator: " "))
  }

  /// The same name as an unlisted entity of another type.
  private static func retyped(_ target: IdentityDecision.Target, _ type: EntityType) -> IdentityDecision.Target {
    if target.type == type { return target }
    return IdentityDecision.Target(id: "\(type.idPrefix)~\(slug(target.name))", type: type, name: target.name)
  }
}

extension Correction.Action {
  /// The id of the entity that is meant.
  package var target: String? {
    switch self {
    case .sameAs(let id), .means(let id): id
    case .noName, .isA: nil
    }
  }
}
