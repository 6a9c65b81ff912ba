/// The dictionaries, patterns and word lists that the steps use for every document. They are immutable, so any thread
/// may use them.
struct NameRules: Sendable {
  let dictionary: NameDictionary
  let commonWords: CommonWords
  let patterns: PatternSet
  let references: ReferenceRules
  let countries: CountryFinder
  let bodies: NationalBodies
}
