import NewsModel
import ScannedText
import TextScanning

/// The word lists that references are judged by.
final class ReferenceRules: Sendable {
  /// "Inc", "Company": dropped from a full name's end.
  let companyForms: WordSet
  /// They and what links them to a name: "Zorblax and Co", "Zorblax Corp, The".
  let companyFormsAndLinks: WordSet
  /// "University", "Records": what a short form may leave out.
  let descriptions: WordSet
  /// "University", "Office", "House".
  let institutions: WordSet
  /// "fighters", "officials": people of the organisation before the word.
  let groupNouns: WordSet
  /// "Jr", "III".
  let suffixes: WordSet
  /// "Professor", "Prime": what stands before a person's name.
  let titles: WordSet
  /// Words that are places, nationalities or given names: none stands for a company.
  let plainWords: WordSet
  /// "said", "told".
  let personVerbs: WordSet
  /// "Act", "System": what a full name is that names no organisation.
  private let noOrganisation: WordSet
  private static let links = WordSet(["of", "for", "on", "to", "in", "against"].map { FoldedHash.of($0.utf8) })
  /// "in", "near": a place follows.
  let beforePlaces: WordSet
  let surnames: WordSet
  /// Given names that are places as well: "Sydney".
  let placeGivenNames: WordSet
  /// All given names, with those that are places.
  let givenNames: WordSet
  /// Full name and short form that must never join.
  private let pairs: Set<[UInt64]>
  /// The first words of the full names in `pairs`.
  private let firstOfPairs: WordSet
  /// What "the agency" may stand for: kinds by the noun's hash.
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
    noOrganisation = WordSet(words.hashes(ofSet: "no-organisation"))
    groupNouns = WordSet(words.hashes(ofSet: "group-of-members"))
    suffixes = WordSet(words.hashes(ofSet: "name-suffix"))
    titles = WordSet(words.hashes(ofSet: "person-title").union(words.hashes(ofSet: "role-word")))
    personVerbs = WordSet(words.hashes(ofSet: "person-verb"))
    beforePlaces = WordSet(["in", "near", "from", "at", "outside", "around", "across"].map { FoldedHash.of($0.utf8) })
    surnames = WordSet(words.hashes(ofSet: "surnames"))
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

  /// Whether a full name's head, the last word before an "of", says that it is no organisation.
  func namesNoOrganisation(_ name: ArraySlice<Token>) -> Bool {
    let beforeLink = name.prefix { !Self.links.contains($0.hash) }
    guard let head = beforeLink.last(where: \.isWord) else { return false }
    return noOrganisation.contains(head.hash)
  }

  /// Few words begin a name that has a pair.
  func mayNeverJoin(startingWith first: Token) -> Bool { firstOfPairs.contains(first.hash) }

  func neverJoin(_ full: String, _ short: String) -> Bool {
    pairs.contains(foldedWords(full) + [0] + foldedWords(short))
  }
}
