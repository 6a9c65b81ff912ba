package import Names
package import NewsModel
import ScannedText
import TextScanning

/// Why a text is or is not a mention at one place of a document.
package struct SurfaceExplanation: Sendable, Equatable {
  package var zone: Zone
  /// Offsets as in `Mention`.
  package var start: Int
  package var end: Int
  /// The sentence that contains the text.
  package var sentence: String
  /// One line for each accepted or rejected mention that overlaps the text, or one line saying that there is none.
  package var findings: [String]
}

extension NameFinder {
  /// Explains every place of a document where a text occurs, in any spelling that matching treats as equal. Returns an
  /// empty array if it does not occur.
  ///
  /// - Parameter mentions: The mentions of the document.
  package func explain(surface: String, in document: Document, mentions: [Mention]) -> [SurfaceExplanation] {
    var builder = PhraseAutomaton.Builder()
    guard builder.add(surface, payload: 0) == .added else { return [] }
    let automaton = builder.build()
    let scanned = ScannedDocument(document)
    // The fields of forms have no tokens in `scanned`, so they are searched as if they were a table.
    var whole = document
    for index in whole.blocks.indices where whole.blocks[index].zone == .form { whole.blocks[index].zone = .table }
    var explanations: [SurfaceExplanation] = []
    for section in ScannedDocument(whole).sections {
      var matches: [PhraseAutomaton.Match] = []
      automaton.search(section.stream, in: section.bytes, into: &matches)
      for match in matches {
        let range = section.byteRange(ofTokens: match.start..<match.end)
        let zone = scanned.sections[section.number].zone(atByte: range.lowerBound)
        let here = mentions.filter {
          ($0.zone == zone || ($0.zone.isMainText && zone.isMainText)) && $0.start < range.upperBound
            && range.lowerBound < $0.end
        }
        let sentence = section.sentences[section.sentenceIndex(ofToken: match.start)]
        var findings = here.map(finding)
        if zone == .form {
          findings = ["the value of a form's field, which does not count: its label is in no list"]
        } else if here.isEmpty {
          findings =
            dictionary.lines(writing: surface).isEmpty
            ? ["no dictionary line and no pattern fits"] : unusedLines(surface)
        }
        explanations.append(
          SurfaceExplanation(
            zone: zone, start: range.lowerBound, end: range.upperBound,
            sentence: section.text(section.byteRange(ofTokens: sentence.start..<sentence.end)), findings: findings))
      }
    }
    return explanations
  }

  /// Describes the rule of a mention in full: the dictionary line with its required context, or the file and line of
  /// the pattern.
  package func explain(_ mention: Mention) -> String {
    switch mention.rule.source {
    case .dictionary(let file, let line, _):
      guard let surface = dictionary.surface(in: file, line: line) else { break }
      let required = surface.requirement < 0 ? "" : dictionary.requirements[Int(surface.requirement)].text
      return "\(mention.rule): “\(dictionary.text(of: surface))”" + (required.isEmpty ? "" : " requires " + required)
    case .pattern(let id):
      guard let pattern = patterns.patterns.first(where: { $0.id == id }) else { break }
      return "\(mention.rule) (\(pattern.origin))"
    case .reference, .unit, .stored: break
    }
    return mention.rule.description
  }

  private func finding(_ mention: Mention) -> String {
    let rule = "\(mention.entity): " + explain(mention)
    guard let rejection = mention.rejection else { return "taken as " + rule }
    return "not taken as \(rule): \(rejection)"
  }

  private func unusedLines(_ surface: String) -> [String] {
    dictionary.lines(writing: surface).map {
      "\(dictionary.origin(of: $0)) “\(dictionary.text(of: $0))” does not fit: capitals"
    }
  }
}

extension NameDictionary {
  /// The dictionary lines with this surface, compared as matching compares.
  package func lines(writing text: String) -> [Surface] {
    let bytes = Array(text.utf8)
    let stream = TokenStream(text)
    var matches: [PhraseAutomaton.Match] = []
    automaton.search(stream, in: bytes, from: 0..<min(1, stream.tokens.count), into: &matches)
    return matches.filter { $0.end == stream.tokens.count }.map { surfaces[Int($0.payload)] }
  }

  /// The surface in a line of a file, such as line 12 of `facilities.tsv`.
  package func surface(in name: String, line: Int) -> Surface? {
    guard let line = Int32(exactly: line), let file = files.firstIndex(where: { $0.name == name }) else { return nil }
    let index = surfaces.partitioningIndex { ($0.file, $0.line) >= (Int32(file), line) }
    guard index < surfaces.count, surfaces[index].file == file, surfaces[index].line == line else { return nil }
    return surfaces[index]
  }
}
