import NewsModel
import ScannedText

/// Maps a mention to the terms of rules that it is an occurrence of.
struct MentionTerms: Sendable {
  typealias Term = RuleTable.Term

  private let terms: [EntityOperand: Term]
  private let kinds: EntityKinds
  /// The same by the dictionaries' numbers, so that no id must be hashed for each mention: the list of terms of each
  /// entity (few lists differ), and the terms of types and countries. -1 means none.
  private let listOfEntity: [Int32]
  private let lists: [[Term]]
  private let ofTypes: [Term]
  private let ofCountries: [Term]
  private let ofAnyCountry: Term

  var isEmpty: Bool { terms.isEmpty }

  init(_ terms: [EntityOperand: Term], _ kinds: EntityKinds) {
    self.terms = terms
    self.kinds = kinds
    var lists: [[Term]] = [[]]
    var numbers: [[Term]: Int32] = [[]: 0]
    listOfEntity = zip(kinds.ids, kinds.kindsInOrder).map { id, kind in
      let list = [EntityOperand.entity(id), .kind(kind)].compactMap { terms[$0] }
      if let known = numbers[list] { return known }
      lists.append(list)
      numbers[list] = Int32(lists.count - 1)
      return Int32(lists.count - 1)
    }
    self.lists = lists
    ofTypes = EntityType.allCases.sorted { $0.index < $1.index }.map { terms[.type($0.rawValue)] ?? -1 }
    ofCountries = kinds.countries.map { terms[.country($0)] ?? -1 }
    ofAnyCountry = terms[.anyCountry] ?? -1
  }

  /// Looks up terms by ids and codes, for a mention without known numbers.
  func of(_ mention: Mention) -> [Term] {
    var operands: [EntityOperand] = [.entity(mention.entity), .type(mention.type.rawValue)]
    if let kind = kinds.kind(of: mention.entity) { operands.append(.kind(kind)) }
    if let country = mention.country, Self.leadsToCountry(mention.type) {
      operands += [.country(country), .anyCountry]
    }
    return operands.compactMap { terms[$0] }
  }

  func forEach(of place: MentionPlace, _ type: EntityType, _ use: (Term) -> Void) {
    if let entity = place.entity {
      for term in lists[Int(listOfEntity[Int(entity)])] { use(term) }
    }
    if ofTypes[type.index] >= 0 { use(ofTypes[type.index]) }
    guard let country = place.country, Self.leadsToCountry(type) else { return }
    if ofCountries[Int(country)] >= 0 { use(ofCountries[Int(country)]) }
    if ofAnyCountry >= 0 { use(ofAnyCountry) }
  }

  /// Country names, nationalities, capitals and cities count as mentions of their country. Things that are only located
  /// in a country do not.
  private static func leadsToCountry(_ type: EntityType) -> Bool { type == .country || type == .place }
}
