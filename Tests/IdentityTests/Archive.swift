import Identity
import NewsModel
import TextScanning

/// An archive in a few lines, one for each name: `id: spelling × documents, spelling × documents`. An asterisk marks a
/// spelling that texts themselves explain, such as an acronym.
struct Archive {
  var table = ArchiveNames()

  init(_ lines: String, towns: Set<String> = []) {
    for line in lines.split(separator: "\n").sorted(by: { $0.prefix { $0 != ":" } < $1.prefix { $0 != ":" } }) {
      let parts = line.split(separator: ":", maxSplits: 1)
      let id = String(parts[0])
      table.add(
        id: id, type: EntityType(idPrefix: id)!, isListed: !id.contains("~"), isTown: towns.contains(id))
      for spelling in parts[1].split(separator: ",") {
        let words = spelling.split(separator: "×").map { $0.trimming(" ") }
        table.addSpelling(
          words[0].trimming("*"), documents: Int(words[1])!, isResolved: words[0].hasSuffix("*"))
      }
    }
  }

  /// The decisions as lines: `id → id or none (step)`.
  func decisions(
    listed: [ListedName] = [], lower: [String: (lower: Int, capital: Int)] = [:]
  ) -> [String] {
    var identity = Identity(table, .fixture)
    return identity.decide(listed: listed) { phrase in
      let counts = lower[phrase] ?? (0, 1)
      return .init(lower: counts.lower, capital: counts.capital)
    }.map(\.line)
  }
}

extension Substring {
  fileprivate func trimming(_ sign: Character) -> Substring {
    var rest = self
    while rest.first == sign { rest = rest.dropFirst() }
    while rest.last == sign { rest = rest.dropLast() }
    return rest
  }
}

extension ArchiveNames {
  fileprivate mutating func addSpelling(_ text: Substring, documents: Int, isResolved: Bool) {
    addSpelling(String(text), documents: documents, isResolved: isResolved)
  }
}

extension IdentityDecision {
  var line: String {
    let name = (entity ?? "any") + (spelling.map { " “\($0)”" } ?? "") + (scope == .everywhere ? "" : " \(scope)")
    switch verdict {
    case .noName: return "\(name) → none (\(step))"
    case .means(let target): return "\(name) → \(target.id) (\(step))"
    }
  }
}

extension ListedName {
  init(_ id: String, _ spelling: String, isPlant: Bool = false) {
    self.init(
      entity: .init(id: id, type: EntityType(idPrefix: id)!, name: spelling), spelling: spelling, isPlant: isPlant)
  }
}

extension IdentityVocabulary {
  /// Words for the tests.
  static let fixture = IdentityVocabulary(
    legalForms: hashes("inc corp co ltd"), kindsOfBodies: hashes("agency department"), links: hashes("of for and the"),
    plantWords: hashes("nuclear power plant station"),
    everydayWords: hashes("agency general standby gas universal valley"),
    nationalBodies: ["Finance Ministry"],
    countryNames: [("Kantonia", "KT"), ("Republic of Kantonia", "KT"), ("KT", "KT")],
    nationalities: [("Kantonian", "KT")], shipPrefixes: hashes("mv"))

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { FoldedHash.of($0.utf8) })
  }
}
