import NewsModel
import TextScanning

extension Identity {
  /// The share of the documents in which a short form is resolved that must agree on its meaning.
  private static let agreement = 2.0 / 3
  /// The least documents in which a last name must be resolved. One document is enough for other short forms.
  private static let leastPersonDocuments = 2
  private static let mostWords = 3

  /// Joins a name to the longer name for which most documents use it as a short form.
  mutating func joinShortForms() {
    let meanings = resolvedMeanings { self.isOpen($0) }
    let fullDocuments = fullDocuments
    for (name, words) in shortNames where isOpen(name) {
      let type = table.types[Int(name)]
      guard let found = meanings[words]?[type], let best = agreed(found, besides: name) else { continue }
      if type == .person ? best.documents < Self.leastPersonDocuments : !isShort(name, for: best.name, fullDocuments) {
        continue
      }
      join(
        name, to: best.name, .shortForm,
        "short for \(id(best.name)) in \(best.documents) of \(best.all) documents that say what it is short for")
    }
  }

  /// Whether a name can be short for another one that no person is: a dictionary's name, one of which it is the acronym,
  /// or one that is not rarer. A well-known name is rarely short for a rare one that begins with it: "Zorblax" for
  /// "Zorblax Board".
  private func isShort(_ name: Int32, for full: Int32, _ fullDocuments: [Int32]) -> Bool {
    if Int(full) >= table.count || table.areListed[Int(full)] { return true }
    let short = table.words(name)
    let initials = table.words(full).filter { !vocabulary.links.contains(FoldedHash.of($0)) }.compactMap(\.first)
    if short.count == 1,
      short[0].elementsEqual(initials) || short[0].elementsEqual(table.words(full).compactMap(\.first))
    {
      return true
    }
    return fullDocuments[Int(full)] >= table.documents[Int(name)]
  }

  /// For each name, the documents with spellings of it that no other name explains: "Zorblax Board" and not "Zorblax".
  private var fullDocuments: [Int32] {
    var documents = [Int32](repeating: 0, count: table.count)
    for spelling in table.spellings where !spelling.isResolved { documents[Int(spelling.name)] += spelling.documents }
    return documents
  }

  struct Agreed {
    var name: Int32
    var documents: Int32
    var all: Int32
  }

  /// The name that most documents agree on; nil if they do not agree.
  func agreed(_ found: [Int32: Int32], besides name: Int32) -> Agreed? {
    let others = found.filter { $0.key != name }
    let all = others.values.reduce(0, +)
    guard let best = others.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }),
      Double(best.value) >= Self.agreement * Double(all)
    else { return nil }
    return Agreed(name: best.key, documents: best.value, all: all)
  }

  /// For the words of each name that `isWanted`, the names that texts use them for, by type, with the documents.
  func resolvedMeanings(isWanted: (Int32) -> Bool) -> [UInt64: [EntityType: [Int32: Int32]]] {
    var meanings: [UInt64: [EntityType: [Int32: Int32]]] = [:]
    for (name, words) in shortNames where isWanted(name) { meanings[words] = [:] }
    for spelling in table.spellings where spelling.isResolved || table.areListed[Int(spelling.name)] {
      guard meanings[spelling.words] != nil, let name = meaning(of: spelling.name) else { continue }
      let type = table.types[Int(spelling.name)]
      meanings[spelling.words]![type, default: [:]][name, default: 0] += spelling.documents
    }
    return meanings
  }

  /// The unlisted names of few words, with the hash of their words.
  var shortNames: [(name: Int32, words: UInt64)] {
    (0..<Int32(table.count)).compactMap { name in
      table.areListed[Int(name)] || table.words(name).count > Self.mostWords ? nil : (name, ownWords[Int(name)])
    }
  }
}
