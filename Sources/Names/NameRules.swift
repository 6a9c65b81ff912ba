/// What the steps know before they see a document. Immutable: any thread may use it.
struct NameRules: Sendable {
  let dictionary: NameDictionary
  let commonWords: CommonWords
  let patterns: PatternSet
  let references: ReferenceRules
  let countries: CountryFinder
  let bodies: NationalBodies
}
