import NewsModel
import ScannedText
import TextScanning

/// The word lists that decide which words may refer to a full name: "Zorblax" may be short for "Zorblax Drilling Corp",
/// because "Corp" is a legal form.
final class ReferenceRules: Sendable {
  /// Legal forms, which short forms omit at the end of a full name: "Inc", "Company".
  let companyForms: WordSet
  /// Legal forms with the words that link them to a name: "Zorblax and Co", "Zorblax Corp, The".
  let companyFormsAndLinks: WordSet
  /// Words for kinds of companies and institutions at the end of a name: "University", "Records".
  let descriptions: WordSet
  /// Those that a short form may omit. The board of a company and a foundation are not called like the company.
  let omittedEndings: WordSet
  /// Kinds of institutions: "University", "Office", "House".
  let institutions: WordSet
  /// Words for people of the organisation that is named before them: "fighters", "officials".
  let groupNouns: WordSet
  /// "Exchange", "Times": the last words of names that mean the whole name alone.
  let endingsAlone: WordSet
  /// Words that join the parts of a last name: "de", "van".
  let nameLinks: WordSet
  /// "Group", "Industries": what texts add to the name of a listed company.
  let companyAdditions: WordSet
  /// For each surface of the dictionary, whether such a word after it adds nothing. It does after a short form of one word: Zorblax
  /// Industries is not Zorblax Semiconductor, which texts call Zorblax.
  let takeAdditions: [Bool]
  private static let kindsOfCompanies: Set<String> = [
    "company", "bank", "utility", "energy-company", "nuclear-company", "airline", "record-label",
  ]
  /// Suffixes of people's names: "Jr", "III".
  let suffixes: WordSet
  /// "Cup", "Trophy": the name before such a word is that of a contest.
  let contestWords: WordSet
  /// "backed", "style": what a hyphen joins to a name.
  let hyphenEndings: WordSet
  /// "Canyon", "Park": the name before such a word is that of a place.
  let landWords: WordSet
  /// Numbers of kings and popes: "XVI".
  let romanNumerals: WordSet
  /// Words before a person's name: "Professor", "Prime".
  let titles: WordSet
  /// Words that are places, nationalities or given names. None of them alone is short for a company.
  let plainWords: WordSet
  /// Words for the kind of a plant after its name, and the nouns among them.
  let plantKinds: WordSet
  let plantNouns: WordSet
  /// The last words of newspapers' names: "Times".
  let newspaperWords: WordSet
  /// Acronyms that are no organisations: "DVD".
  let noAcronyms: WordSet
  /// Heads that are names only with a name or a word for their scope before them: "Center".
  private let plainHeads: WordSet
  /// "Technical" and "Support" of "Technical Support Center".
  let roomKinds: WordSet
  let roomFunctions: WordSet
  private let scopeWords: WordSet
  /// "Republican", "Labour": before a body, the party that has its majority.
  let partyAdjectives: WordSet
  /// Verbs for what persons do: "said", "told".
  let personVerbs: WordSet
  /// Words whose full names are not organisations: "Act", "System".
  private let noOrganisation: WordSet
  /// Words for organisations and their people: the heads of their full names.
  private let bodies: WordSet
  private static let links = WordSet(["of", "for", "on", "to", "in", "against"].map { FoldedHash.of($0.utf8) })
  /// Words before the name of a place: "in", "near".
  let beforePlaces: WordSet
  let surnames: WordSet
  /// Everyday words that are rare last names: "Thatcher".
  let everydaySurnames: WordSet
  /// For the word of a listed acronym, the first words of the names that are listed for the same entity.
  let beginningsOfListed: [UInt64: Set<UInt64>]
  /// "soccer", "baseball".
  let teamSports: WordSet
  /// For each entity of the dictionary, whether it is a team.
  let areTeams: [Bool]
  /// The kind of teams in the dictionaries.
  private static let kindOfTeams = "sports-club"
  /// "coach", "midfielder": members of a team.
  let teamRoles: WordSet
  /// "to", "with": words between such a verb and the other team.
  let matchLinks: WordSet
  /// "beat", "drew": what a team does to another one.
  let matchVerbs: WordSet
  /// "airport", "university": the last word of a name, which may be in lower case.
  let lowerEndings: WordSet
  /// "Street", "Avenue": the name before such a word is part of an address.
  let streetWords: WordSet
  /// "USS", "HMS": the name after such a word is that of a ship.
  let shipPrefixes: WordSet
  /// "County", "Township": the name before such a word is that of an area.
  let countyWords: WordSet
  /// Words after which "County" is part of a British name: "Suffolk County Council".
  let britishCountyWords: WordSet
  /// "Chapel", "Hospital": what is called after a saint.
  let saintWords: WordSet
  /// "New", "St": the beginnings of towns' names.
  let placePrefixes: WordSet
  /// "River": the name before such a word is that of the river.
  let riverWords: WordSet
  /// Nationalities that are also languages, the words before a language, and those after one: "speaks Spanish".
  let languages: WordSet
  let beforeLanguages: WordSet
  let afterLanguages: WordSet
  /// Given names that are also places: "Sydney".
  let placeGivenNames: WordSet
  /// All given names, including those that are also places.
  let givenNames: WordSet
  /// Pairs of a full name and a short form that must not be treated as the same.
  private let pairs: Set<[UInt64]>
  /// The first words of the full names in `pairs`.
  private let firstOfPairs: WordSet
  /// The kinds of names that a noun such as "the agency" may refer to, by the hash of the noun.
  let kinds: [UInt64: Set<String>]

  init(
    words: PatternWords, dictionary: NameDictionary, folders: [DictionaryFolder], faults: inout [DefinitionErrors.Fault]
  ) {
    companyForms = WordSet(
      words.hashes(ofSet: "company-form").union(["company", "cos"].map { FoldedHash.of($0.utf8) }))
    companyFormsAndLinks = WordSet(
      words.hashes(ofSet: "company-form").union(["company", "cos", "and", "the"].map { FoldedHash.of($0.utf8) }))
    institutions = WordSet(words.hashes(ofSet: "institution").union(words.hashes(ofSet: "institution-of")))
    descriptions = WordSet(words.hashes(ofSet: "company-word").union(words.hashes(ofSet: "institution")))
    omittedEndings = WordSet(words.hashes(ofSet: "company-word").union(words.hashes(ofSet: "omitted-ending")))
    noOrganisation = WordSet(words.hashes(ofSet: "no-organisation"))
    bodies = WordSet(
      [
        "company-form", "company-word", "institution", "institution-of", "ministry", "body-noun",
        "people-noun",
        "people-word",
        "the-institution", "team-word", "unit-word",
      ].reduce(into: Set()) { bodies, set in
        bodies.formUnion(words.hashes(ofSet: set))
      })
    groupNouns = WordSet(words.hashes(ofSet: "group-of-members"))
    endingsAlone = WordSet(words.hashes(ofSet: "ending-alone").union(words.hashes(ofSet: "newspaper-word")))
    nameLinks = WordSet(words.hashes(ofSet: "name-link"))
    companyAdditions = WordSet(words.hashes(ofSet: "company-addition"))
    let additions = words.hashes(ofSet: "company-addition").union(words.hashes(ofSet: "company-form"))
    takeAdditions = dictionary.surfaces.map { surface in
      guard dictionary.types[Int(surface.entity)] == .organisation else { return false }
      let entity = dictionary.entities[Int(surface.entity)]
      guard Self.kindsOfCompanies.contains(entity.kind) else { return false }
      if surface.words > 1 { return true }
      let text = dictionary.text(of: surface)
      guard surface.requirement < 0, zip(entity.name.utf8, text.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else {
        return false
      }
      return foldedWords(entity.name).filter { !additions.contains($0) } == foldedWords(text)
    }
    suffixes = WordSet(words.hashes(ofSet: "name-suffix"))
    plantKinds = WordSet(words.hashes(ofSet: "plant-kind"))
    plantNouns = WordSet(words.hashes(ofSet: "plant-ending"))
    newspaperWords = WordSet(words.hashes(ofSet: "newspaper-word"))
    noAcronyms = WordSet(words.hashes(ofSet: "not-organisation"))
    plainHeads = WordSet(words.hashes(ofSet: "plain-head"))
    roomKinds = WordSet(words.hashes(ofSet: "room-kind"))
    roomFunctions = WordSet(words.hashes(ofSet: "room-function"))
    scopeWords = WordSet(words.hashes(ofSet: "scope-word"))
    partyAdjectives = WordSet(words.hashes(ofSet: "party-adjective").union(words.hashes(ofSet: "party-word")))
    contestWords = WordSet(words.hashes(ofSet: "contest-word"))
    hyphenEndings = WordSet(words.hashes(ofSet: "hyphen-ending"))
    landWords = WordSet(words.hashes(ofSet: "land-word"))
    romanNumerals = WordSet(words.hashes(ofSet: "roman-numeral"))
    titles = WordSet(words.hashes(ofSet: "person-title").union(words.hashes(ofSet: "role-word")))
    personVerbs = WordSet(words.hashes(ofSet: "person-verb"))
    beforePlaces = WordSet(["in", "near", "from", "at", "outside", "around", "across"].map { FoldedHash.of($0.utf8) })
    streetWords = WordSet(words.hashes(ofSet: "street-word"))
    shipPrefixes = WordSet(words.hashes(ofSet: "ship-prefix"))
    countyWords = WordSet(words.hashes(ofSet: "county-word"))
    britishCountyWords = WordSet(words.hashes(ofSet: "british-county-word"))
    saintWords = WordSet(words.hashes(ofSet: "saint-word"))
    placePrefixes = WordSet(words.hashes(ofSet: "place-prefix"))
    riverWords = WordSet(words.hashes(ofSet: "river-word"))
    languages = WordSet(words.hashes(ofSet: "language"))
    beforeLanguages = WordSet(words.hashes(ofSet: "before-language"))
    afterLanguages = WordSet(words.hashes(ofSet: "after-language"))
    lowerEndings = WordSet(words.hashes(ofSet: "lower-ending"))
    teamSports = WordSet(words.hashes(ofSet: "team-sport"))
    areTeams = dictionary.entities.map { $0.kind == Self.kindOfTeams }
    teamRoles = WordSet(words.hashes(ofSet: "team-role"))
    matchLinks = WordSet(words.hashes(ofSet: "match-link"))
    matchVerbs = WordSet(words.hashes(ofSet: "match-verb"))
    surnames = WordSet(words.hashes(ofSet: "surnames"))
    everydaySurnames = WordSet(words.hashes(ofSet: "everyday-surnames"))
    placeGivenNames = WordSet(words.hashes(ofSet: "place-given-names"))
    var plain = words.hashes(ofSet: "given-names")
    givenNames = WordSet(plain.union(words.hashes(ofSet: "place-given-names")))
    for surface in dictionary.surfaces where surface.words == 1 {
      let type = dictionary.entities[Int(surface.entity)].type
      if type == .country || type == .place, let word = foldedWords(dictionary.text(of: surface)).first {
        plain.insert(word)
      }
    }
    plainWords = WordSet(plain)
    beginningsOfListed = Self.beginnings(of: dictionary)
    var pairs: Set<[UInt64]> = []
    var kinds: [UInt64: Set<String>] = [:]
    for folder in folders {
      if let table = folder.table(.neverJoin, faults: &faults) {
        for row in table.rows {
          pairs.insert(
            foldedWords(table.text(row, table.column("full"))) + [0]
              + foldedWords(table.text(row, table.column("short"))))
        }
      }
      if let table = folder.table(.definiteNouns, faults: &faults) {
        for row in table.rows {
          guard let noun = foldedWords(table.text(row, table.column("noun"))).first else {
            faults.append(table.fault(row, "a line needs a noun"))
            continue
          }
          kinds[noun, default: []].insert(table.text(row, table.column("kind")))
        }
      }
    }
    self.pairs = pairs
    firstOfPairs = WordSet(pairs.compactMap(\.first))
    self.kinds = kinds
  }

  private static func beginnings(of dictionary: NameDictionary) -> [UInt64: Set<UInt64>] {
    var acronyms: [Int32: [UInt64]] = [:]
    for surface in dictionary.surfaces where surface.words == 1 {
      let text = dictionary.text(of: surface)
      if text == text.uppercased(), let word = foldedWords(text).first {
        acronyms[surface.entity, default: []].append(word)
      }
    }
    var beginnings: [UInt64: Set<UInt64>] = [:]
    for surface in dictionary.surfaces where surface.words > 1 {
      guard let words = acronyms[surface.entity], let first = foldedWords(dictionary.text(of: surface)).first else {
        continue
      }
      for word in words { beginnings[word, default: []].insert(first) }
    }
    return beginnings
  }

  /// Whether the head of a full name, which is the last word before "of" or a similar word, shows that the name is not
  /// an organisation: "Act", or any word that is none for bodies or people, such as "Accident" or "Fluoride".
  func namesNoOrganisation(_ name: ArraySlice<Token>, in bytes: [UInt8], _ commonWords: CommonWords) -> Bool {
    let beforeLink = name.prefix { !Self.links.contains($0.hash) }
    guard let head = beforeLink.last(where: \.isWord) else { return false }
    if noOrganisation.contains(head.hash) { return true }
    let word = bytes[Int(head.start)..<Int(head.end)].map { $0 | 0x20 }
    let heads = word.last == UInt8(ascii: "s") ? [head.hash, FoldedHash.of(word.dropLast())] : [head.hash]
    if heads.contains(where: plainHeads.contains), name.allSatisfy({ !$0.isWord || isPlain($0, commonWords) }) {
      return true
    }
    return !heads.contains(where: bodies.contains)
  }

  private func isPlain(_ word: Token, _ commonWords: CommonWords) -> Bool {
    commonWords.contains(word.hash) && !isScope(word)
  }

  /// Whether a word is a kind of room, team or part of a company: "Center", "Unit".
  func isPlainHead(_ word: Token) -> Bool { plainHeads.contains(word.hash) }

  /// Whether a word says for whom a body works: "National", "State".
  func isScope(_ word: Token) -> Bool { scopeWords.contains(word.hash) }

  /// A quick check: whether any full name in a pair begins with this word. Few do.
  func mayNeverJoin(startingWith first: Token) -> Bool { firstOfPairs.contains(first.hash) }

  func neverJoin(_ full: String, _ short: String) -> Bool {
    pairs.contains(foldedWords(full) + [0] + foldedWords(short))
  }
}
