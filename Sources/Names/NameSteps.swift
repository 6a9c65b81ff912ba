import NewsModel
import ScannedText
import TextScanning

/// Finds the names of one document: a list of steps, each of which changes the candidates.
///
/// Each step is a method in a file of `Steps`; steps 2 and 4, and steps 3 and 11, share one. All of them read `rules` and
/// the document, and change `candidates` or, between steps 6 and 12, `patternNames`. Their order matters, and `run` says
/// why each step has its place. What the countries of the document decide comes later, on mentions: which of several
/// places of one name is meant (`CountryFinder`), and which country's body a bare name means (`NationalBodies`).
struct NameSteps {
  let rules: NameRules
  let scanned: ScannedDocument
  /// The phrases that the joint search found, by section.
  let phrases: [JointPhrases.Found]
  /// By section and sentence.
  let casings: [[SentenceCasing]]
  /// Finds the contexts that surfaces require, and remembers what it has looked for.
  var contexts: ContextFinder

  /// By section. A candidate is never removed: a step that decides against one gives it a rejection.
  var candidates: [[Candidate]] = []
  /// Candidates whose requirement asks for other mentions.
  var waiting: [(section: Int, index: Int)] = []
  /// Names that patterns found and that steps still correct, by section.
  var patternNames: [[Candidate]] = []
  /// The accepted candidates that pattern names are compared with, by section; empty where no pattern found a name.
  var known: [[Candidate]] = []

  /// The sections that references are looked for in: the title and the main text.
  static let mainSections = 0..<2

  init(_ scanned: ScannedDocument, _ phrases: [JointPhrases.Found], rules: NameRules) {
    self.rules = rules
    self.scanned = scanned
    self.phrases = phrases
    casings = scanned.sections.map { $0.sentenceCasings() }
    contexts = ContextFinder(rules.dictionary, scanned, phrases)
  }

  mutating func run() {
    // 1. Every surface of the dictionary, with its capitals and its days. All later steps compare with these names.
    matchSurfaces()
    // 2. Context of words. Names that require other names must not count each other's undecided ones, so they wait.
    requireWords()
    // 3. Vetoes before step 4: a vetoed name is no context for another one.
    vetoSurfaces()
    // 4. Context of mentions, among the names that are accepted by now.
    requireMentions()
    // 5. Names that found their context once, at their other places. All contexts must be decided.
    repeatNames()
    // 6. Names that no dictionary holds. Patterns ask for accepted names beside them.
    findPatternNames()
    // 7. to 10. correct where pattern names begin and end. People come first, because an organisation that contains a
    // person is cut there; two joined names must be apart before their bounds and endings are judged.
    cutPeopleFromNames()
    separateJoinedNames()
    checkBounds()
    identifyByEndings()
    // 11. Vetoes apply to the final spans of pattern names.
    vetoPatternNames()
    // 12. From here on all candidates are alike.
    addPatternNames()
    // 13. Places that are first names of people whom patterns found.
    settlePlacesInPeople()
    // 14. The longest name wins. References need to know which names remain.
    resolveOverlaps(in: scanned.sections.indices)
    // 15. Unknown names in a list with known organisations; acronyms may be defined for these in the next step.
    findListedNames()
    // 16. Acronyms, short forms and last names of names that remain; an acronym that is defined wins over a dictionary's.
    findReferences()
    resolveOverlaps(in: Self.mainSections)
    // 17. "the agency" means the last name before it, so all names must be resolved.
    findDefiniteNouns()
    // 18. Units are parts of plants and overlap them, so nothing is resolved afterwards.
    findUnits()
  }
}
