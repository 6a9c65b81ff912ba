package import Names
import NewsModel
import ScannedText

/// The names in the dictionaries that an imported folder will be used with.
package struct KnownNames: Sendable {
  struct Holder {
    var id: String
    var country: String
    var text: String
    var isAnyCase: Bool

    /// Whether a text can match both this surface and one written like the argument.
    func isShared(_ text: String) -> Bool { isAnyCase || self.text == text }
  }

  private let dictionary: NameDictionary
  let doubtful: DoubtfulSurfaces
  /// Surfaces by folded words, except those that require context and those of places, which the document's other places
  /// distinguish.
  private var holders: [[UInt64]: [Holder]] = [:]
  private var written: [String: Set<String>] = [:]
  private let codes: Set<String>

  package init(_ names: NameFinder) {
    dictionary = names.dictionary
    doubtful = DoubtfulSurfaces(names)
    codes = Set(dictionary.entities.filter { $0.type == .country }.compactMap(\.country))
    for surface in dictionary.surfaces {
      let entity = dictionary.entities[Int(surface.entity)]
      let text = dictionary.text(of: surface)
      written[entity.id, default: []].insert(text)
      if surface.requirement >= 0 || entity.type == .place { continue }
      holders[foldedWords(text), default: []].append(
        Holder(id: entity.id, country: entity.country ?? "", text: text, isAnyCase: surface.casePolicy == .any))
    }
  }

  func holders(of text: String) -> [Holder] {
    (holders[foldedWords(text)] ?? []).filter { $0.isShared(text) }
  }

  func entity(_ id: String) -> Entity? { dictionary.entity(id) }

  /// Whether a dictionary has this surface for this entity, with any context that it needs.
  func writes(_ text: String, of id: String) -> Bool { written[id]?.contains(text) == true }

  /// Also true if no dictionary has countries to compare with.
  func hasCountry(_ code: String) -> Bool { codes.isEmpty || codes.contains(code) }
}
