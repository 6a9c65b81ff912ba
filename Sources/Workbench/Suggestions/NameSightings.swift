package import Names
package import NewsModel
import ScannedText
import TextScanning

/// The names in one document that are in no dictionary, each with the evidence for its type.
package struct NameSightings: Sendable, Equatable {
  struct Sighting: Sendable, Equatable {
    /// The folded words of the name: `zorblax-drilling`.
    var slug: String
    var name: String
    /// The id of the pattern that found it; nil for a sequence of capitalised words that no pattern matched.
    var pattern: String?
    /// The kind that the pattern gives, such as `company`.
    var kind: String
    var type: EntityType?
    var country: String?
    var cues: [SuggestionCues.Cue]
    var context: String
  }

  package let publisher: String
  let sightings: [Sighting]
}

/// Finds names in documents that are in no dictionary.
package struct NameSightingFinder: Sendable {
  private let names: NameFinder
  private let cues: SuggestionCues
  private let abbreviations: Set<UInt64>

  /// Throws `DefinitionErrors` if the file of cues for types has errors.
  package init(_ names: NameFinder) throws {
    self.names = names
    var faults: [DefinitionErrors.Fault] = []
    cues = SuggestionCues(folders: names.folders, faults: &faults)
    if !faults.isEmpty { throw DefinitionErrors(faults) }
    abbreviations = names.patterns.words.hashes(ofSet: "not-organisation")
  }

  /// Returns the names in zones that count in trends: those that patterns found, and capitalised words inside sentences
  /// that are not mentions.
  package func sightings(in analysed: AnalysedDocument) -> NameSightings {
    let scanned = ScannedDocument(analysed.document)
    var sightings: [NameSightings.Sighting] = []
    for section in scanned.sections where section.isCounted {
      let isHere: (Mention) -> Bool = {
        $0.zone == section.zone || (section.zone.isMainText && $0.zone.isMainText)
      }
      let finder = UnknownNames(
        section: section, mentions: analysed.mentions.filter(isHere), cues: cues, commonWords: names.commonWords,
        abbreviations: abbreviations)
      sightings += finder.sightings(kindOfPattern: kindOfPattern)
    }
    return NameSightings(publisher: analysed.document.publisher ?? analysed.document.source, sightings: sightings)
  }

  private func kindOfPattern(_ id: String) -> String {
    let kind = names.patterns.patterns.first { $0.id == id }?.kind ?? ""
    return kind == "unknown" ? "" : kind
  }
}
