/// The steps that decide, in order, what the names of an archive are. A name is decided by the first step that applies.
/// The raw value is what `explain` and `query mentions --rejected` print.
package enum IdentityStep: String, CaseIterable, Sendable {
  /// A word for a kind of body, a legal form or a letter is no name alone: "Agency", "Co Inc", "I".
  case kindAlone = "kind-alone"
  /// A name that differs from another one only in its form is that one: "Zorblax Corp" and "Zorblax Corps", "the Herald".
  case sameSpelling = "same-spelling"
  /// A power plant whose name contains that of a listed one is the listed one: "Kantonia Power Bernau nuclear station".
  case listedPlant = "listed-plant"
  /// A short form means what most documents say that it is short for: an acronym, a last name.
  case shortForm = "short-form"
  /// Words that were found as names of several types have the type of most documents.
  case otherType = "other-type"
  /// A town of which the archive knows the name better as that of a person is the person.
  case surnameNotTown = "surname-not-town"
  /// Everyday words that the archive mostly writes in lower case are no name.
  case lowerCase = "lower-case"
}
