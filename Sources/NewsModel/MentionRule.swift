/// The rule that produced a mention: where the name was found, and the context that made it acceptable.
///
/// `description` is its text in outputs and in the database: `dictionary organisations.surfaces.tsv:120`,
/// `pattern org.ministry-of (before: the)`, `reference acronym`.
package struct MentionRule: Sendable, Equatable {
  package var source: Source
  /// The context that the dictionary line required and that was found; nil if none was required.
  package var context: Context?
  /// How the country was found to which the name of a national body ("Congress") belongs; nil for other names.
  package var bodyCountry: BodyCountry?

  package enum Source: Sendable, Equatable {
    /// A line of a dictionary. The note says what the surface is: `capital`, `former`; empty for a plain name.
    case dictionary(file: String, line: Int, note: String)
    case pattern(id: String)
    case reference(Reference)
    /// A unit of a plant, by the id of the plant.
    case unit(plant: String)
    /// The text of a rule that was read from a database.
    case stored(String)
  }

  /// The ways in which a text refers to a name, with their text.
  package enum Reference: String, Sendable {
    case acronym, acronymDefined = "acronym defined", initials, fullName = "full name", shortForm = "short form"
    case partOfName = "part of a longer name", lastName = "last name", list, team, definiteNoun = "definite noun"
  }

  package enum Context: Sendable, Equatable {
    /// Words in a scope (`before`, `sentence` ...).
    case words(scope: String, text: String)
    /// A name of the dictionary inside the mention, by its file and line.
    case name(line: String)
  }

  package struct BodyCountry: Sendable, Equatable {
    /// Where the country was found.
    package enum Evidence: String, Sendable {
      /// The text next to the name.
      case beside
      /// The rest of the document.
      case document
    }
    package var evidence: Evidence
    /// ISO 3166-1 alpha-2 code.
    package var country: String

    package init(evidence: Evidence, country: String) {
      self.evidence = evidence
      self.country = country
    }
  }

  package init(_ source: Source, context: Context? = nil, bodyCountry: BodyCountry? = nil) {
    self.source = source
    self.context = context
    self.bodyCountry = bodyCountry
  }
}

extension MentionRule: CustomStringConvertible {
  package var description: String {
    var text: String
    switch source {
    case .dictionary(let file, let line, let note):
      text = "dictionary "
      text += file
      text += ":"
      text += String(line)
      if !note.isEmpty {
        text += " "
        text += note
      }
    case .pattern(let id): text = "pattern " + id
    case .reference(let reference): text = "reference " + reference.rawValue
    case .unit(let plant): text = "reference unit of " + plant
    case .stored(let stored): text = stored
    }
    switch context {
    case .words(let scope, let words): text += " (\(scope): \(words))"
    case .name(let line): text += " (name: \(line))"
    case nil: break
    }
    if let bodyCountry { text += " (\(bodyCountry.evidence.rawValue): \(bodyCountry.country))" }
    return text
  }
}
