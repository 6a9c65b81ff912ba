import NewsModel
import ScannedText

/// Finds the names of one document: a list of steps, each of which changes the candidates.
///
/// Each step is a method of `NameSteps` in a file of `Steps`, and its name is the one that `explain` prints for a match
/// that the step rejected. The cases are in the order in which the steps run, and each says why it has its place.
enum NameStep: String, CaseIterable {
  /// Finds every surface of the dictionary, with its capitals and its days. All later steps compare with these names.
  case matchSurfaces = "match-surfaces"
  /// Rejects names whose dictionary lines require words that the text does not have. Names whose lines require other
  /// names wait until those are decided.
  case requireWords = "require-words"
  /// Applies vetoes. It comes before the next step, because a vetoed name is no context for another one.
  case vetoSurfaces = "veto-surfaces"
  /// Rejects names whose dictionary lines require other names that the text does not have, among those that are accepted
  /// by now.
  case requireNames = "require-names"
  /// Rejects everyday words that the document writes in lower case as well, unless a context has confirmed them.
  case dropWordsInLowerCase = "drop-words-in-lower-case"
  /// Rejects organisations in the names of contests, lands, people and documents, before they become evidence.
  case dropNamesInOtherNames = "drop-names-in-other-names"
  /// Rejects places in the names of streets, ships and counties, and languages, before they become evidence for other names.
  case dropPlacesInOtherNames = "drop-places-in-other-names"
  /// Accepts a name at all its places if it has its context at one of them. All contexts must be decided.
  case repeatNames = "repeat-names"
  /// Finds names that are in no dictionary. Patterns may require accepted names beside them, so the dictionary names
  /// must be decided.
  case findPatternNames = "find-pattern-names"
  /// Rejects people whose words are no names. It comes before the next step, because only a real person cuts a name.
  case checkPeople = "check-people"
  /// Cuts people off names that patterns found. People come first, because an organisation that contains a person is cut
  /// there.
  case cutPeopleFromNames = "cut-people-from-names"
  /// Separates two names that a pattern joined. They must be apart before their bounds and endings are judged.
  case separateJoinedNames = "separate-joined-names"
  /// Rejects pattern names that begin or end inside a listed name.
  case checkBounds = "check-bounds"
  /// Identifies pattern names that are listed names with an ending: "Acme Steel Corp". The bounds must be right.
  case identifyByEndings = "identify-by-endings"
  /// Applies vetoes to the final spans of pattern names.
  case vetoPatternNames = "veto-pattern-names"
  /// Adds the pattern names to the candidates.
  case addPatternNames = "add-pattern-names"
  /// Rejects bodies in titles in capitals that the text does not name, before they become evidence.
  case checkNamesInCapitals = "check-names-in-capitals"
  /// Rejects names in the fields of forms that are of another type than the label says, before they overlap others.
  case checkFields = "check-fields"
  /// Decides between places and given names, which needs the people that patterns found.
  case settlePlacesInPeople = "settle-places-in-people"
  /// Finds teams in results and tables of team sports. It comes before overlaps are resolved, because a team wins over the
  /// town of its name.
  case findTeams = "find-teams"
  /// Keeps the longest of overlapping names. References need to know which names remain.
  case resolveOverlaps = "resolve-overlaps"
  /// Extends listed names by a legal form or a word for the kind of plant after them, where no other name stands.
  case takeInEndings = "take-in-endings"
  /// Finds unknown names in lists of organisations. The next step may find acronyms that are defined for them.
  case findListedNames = "find-listed-names"
  /// Finds acronyms, short forms and last names of the names that remain.
  case findReferences = "find-references"
  /// Resolves overlaps of references. A defined acronym wins over one of the dictionary.
  case resolveReferenceOverlaps = "resolve-reference-overlaps"
  /// Lets unlisted names mean the longer names of which they are parts. All full names must be known.
  case joinParts = "join-parts"
  /// Finds "the agency", which means the last name before it, so all names must be resolved.
  case findDefiniteNouns = "find-definite-nouns"
  /// Finds units, which are parts of plants and overlap them, so nothing is resolved afterwards.
  case findUnits = "find-units"
  /// Chooses which of several places with one name is meant, and ranks the countries of the document. All other names are
  /// evidence, so they must be decided.
  case choosePlaces = "choose-places"
  /// Decides which country's body "Congress" means. The countries of the document must be known.
  case assignNationalBodies = "assign-national-bodies"
}

/// The state that the steps share while they find the names of one document.
struct NameSteps {
  let rules: NameRules
  let scanned: ScannedDocument
  /// The phrases that the joint search found, by section.
  let phrases: [JointPhrases.Found]
  /// By section and sentence.
  let casings: [[SentenceCasing]]
  /// Finds the contexts that surfaces require, and remembers what it has looked for.
  var contexts: ContextFinder

  /// By section. A candidate is never removed: a step that decides against one rejects it.
  var candidates: [[Candidate]] = []
  /// Candidates whose requirement asks for other mentions.
  var waiting: [(section: Int, index: Int)] = []
  /// Names that patterns found and that steps still correct, by section.
  var patternNames: [[Candidate]] = []
  /// The accepted candidates that pattern names are compared with, by section; empty where no pattern found a name.
  var known: [[Candidate]] = []
  /// The indices of the candidates in order of start and end, by section. They are set when no later step adds
  /// candidates.
  var order: [[Int]] = []
  /// The country of the dateline; nil if it has none.
  var home: String?
  /// The countries that the document names or is about, highest score first.
  var countries: [CountryScore] = []

  /// The sections in which references are searched for: the title and the main text.
  static let titleAndMainText = 0..<2

  init(_ scanned: ScannedDocument, _ phrases: [JointPhrases.Found], rules: NameRules) {
    self.rules = rules
    self.scanned = scanned
    self.phrases = phrases
    casings = scanned.sections.map { $0.sentenceCasings() }
    contexts = ContextFinder(rules.dictionary, scanned, phrases)
  }

  mutating func run() {
    for step in NameStep.allCases {
      // From here on no step adds candidates.
      if step == .choosePlaces { order = candidates.map(\.order) }
      perform(step)
    }
  }

  private mutating func perform(_ step: NameStep) {
    switch step {
    case .matchSurfaces: matchSurfaces()
    case .requireWords: requireWords()
    case .vetoSurfaces: vetoSurfaces()
    case .requireNames: requireNames()
    case .dropWordsInLowerCase: dropWordsInLowerCase()
    case .dropNamesInOtherNames: dropNamesInOtherNames()
    case .dropPlacesInOtherNames: dropPlacesInOtherNames()
    case .repeatNames: repeatNames()
    case .findPatternNames: findPatternNames()
    case .checkPeople: checkPeople()
    case .cutPeopleFromNames: cutPeopleFromNames()
    case .separateJoinedNames: separateJoinedNames()
    case .checkBounds: checkBounds()
    case .identifyByEndings: identifyByEndings()
    case .vetoPatternNames: vetoPatternNames()
    case .addPatternNames: addPatternNames()
    case .checkNamesInCapitals: checkNamesInCapitals()
    case .checkFields: checkFields()
    case .settlePlacesInPeople: settlePlacesInPeople()
    case .findTeams: findTeams()
    case .resolveOverlaps: resolveOverlaps(in: scanned.sections.indices, .resolveOverlaps)
    case .takeInEndings: takeInEndings()
    case .findListedNames: findListedNames()
    case .findReferences: findReferences()
    case .resolveReferenceOverlaps: resolveOverlaps(in: Self.titleAndMainText, .resolveReferenceOverlaps)
    case .joinParts: joinParts()
    case .findDefiniteNouns: findDefiniteNouns()
    case .findUnits: findUnits()
    case .choosePlaces: choosePlaces()
    case .assignNationalBodies: assignNationalBodies()
    }
  }
}
