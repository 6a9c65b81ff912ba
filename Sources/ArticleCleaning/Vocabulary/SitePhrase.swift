import NewsModel

/// A line of `phrases.tsv`: a phrase that sites set around articles and into them, and where it is believed.
struct SitePhrase {
  enum Meaning: String, CaseIterable {
    /// The site's own tags follow.
    case tags
    /// One link to another article, inside the text: "See also: ...".
    case link
    /// Other articles follow.
    case related
    /// Readers' comments follow.
    case comments
    /// Buttons to share or follow.
    case share
    /// The name of a network to share on.
    case network
    /// A button, such as "Load more".
    case button
    /// The name of a menu, an account page or a notice.
    case site
    /// The label of an advertisement.
    case advert
    /// A request to the reader: "Subscribe to our newsletter".
    case invitation
    /// The maker of a picture or a text: "Photo: ...".
    case credit
    /// "All rights reserved".
    case rights
  }

  /// The phrase's place in a block of a page or of a text file. Only pages are searched for `anywhere`. `whole` is for the
  /// label of an advertisement: it is the whole block of a page, or opens a short block of a text file.
  enum Position: String, CaseIterable { case opening, anywhere, whole }

  /// Whether the phrase as a line of its own shows that a text file is a saved page: only sites have such a line, or
  /// articles have it too.
  enum Certainty: String, CaseIterable { case certain, possible }

  /// What a sentence of a text file is that has the phrase anywhere: about a picture, an appeal to the reader, a notice
  /// of cookies.
  enum Aside: String, CaseIterable { case picture, appeal, notice }

  var text: String
  var meaning: Meaning
  var positions: [Position]
  var certainty: Certainty?
  var aside: Aside?

  /// The order of lines changes nothing, because the longest of the phrases at a place counts.
  static func read(_ folders: [String], _ faults: inout [DefinitionErrors.Fault]) -> [SitePhrase] {
    var file = VocabularyFile(
      "phrases.tsv", in: folders, columns: ["phrase", "meaning", "language", "position", "certainty", "aside"])
    var phrases: [SitePhrase] = []
    for row in file.rows {
      let text = file.phrase(row)
      file.requireSmallLetters(text, row)
      guard let meaning = file.required(row, "meaning", of: Meaning.self), !text.isEmpty else { continue }
      var phrase = SitePhrase(text: text, meaning: meaning, positions: file.choices(row, "position", of: Position.self))
      phrase.certainty = file.choice(row, "certainty", of: Certainty.self)
      phrase.aside = file.choice(row, "aside", of: Aside.self)
      phrase.complain(row, &file)
      phrase.positions.removeAll { !file.isNew("\(text) (\($0))", row) }
      if phrase.certainty != nil, !file.isNew("\(text) (line)", row) { phrase.certainty = nil }
      if phrase.aside != nil, !file.isNew("\(text) (aside)", row) { phrase.aside = nil }
      phrases.append(phrase)
    }
    faults += file.faults
    return phrases
  }

  /// Names what could never match.
  private func complain(_ row: VocabularyFile.Row, _ file: inout VocabularyFile) {
    if positions.isEmpty, certainty == nil, aside == nil {
      file.complain(row, "“\(text)” is looked for nowhere: position, certainty and aside are empty")
    }
    if meaning == .site, !positions.isEmpty { file.complain(row, "a phrase of meaning site has no position") }
    if positions.contains(.whole), meaning != .advert { file.complain(row, "only an advert's label is a whole block") }
  }
}
