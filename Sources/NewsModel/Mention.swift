/// The type of an entity.
package enum EntityType: String, Sendable, CaseIterable, Codable {
  case organisation, country, facility, place, person
  /// People of some kind who are named by what they belong to: "Kantonian officials", "Zorblax fighters".
  case group
  /// A ship, submarine or spacecraft with a name of its own.
  case vessel

  /// A number from 0, for use as an index.
  package var index: Int {
    switch self {
    case .organisation: 0
    case .country: 1
    case .facility: 2
    case .place: 3
    case .person: 4
    case .group: 5
    case .vessel: 6
    }
  }
}

/// A surface found in a zone of a document.
package struct Mention: Sendable, Equatable {
  package var type: EntityType
  /// The dictionary id (`org.nato`); for a name that is in no dictionary, its type and folded name
  /// (`org~ministry-of-energy`).
  package var entity: String
  /// The name of the entity.
  package var name: String
  /// The name as it is written in the text.
  package var surface: String
  /// UTF-8 byte offsets, half open, into `Document.text(of: zone)`.
  package var start: Int
  package var end: Int
  package var zone: Zone
  /// The rule that produced the mention, with the dictionary line or pattern behind it.
  package var rule: MentionRule
  /// ISO 3166-1 alpha-2 code of the country that the mention points to; nil if there is none.
  package var country: String?
  /// The reason why the match does not count; nil for an accepted mention.
  package var rejection: Rejection?

  package init(
    type: EntityType, entity: String, name: String, surface: String, start: Int, end: Int, zone: Zone,
    rule: MentionRule,
    country: String? = nil, rejection: Rejection? = nil
  ) {
    self.type = type
    self.entity = entity
    self.name = name
    self.surface = surface
    self.start = start
    self.end = end
    self.zone = zone
    self.rule = rule
    self.country = country
    self.rejection = rejection
  }

  /// The reason why a match was rejected.
  package struct Rejection: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
      case contextMissing = "context-missing", longerSpan = "longer-span", priority, vetoed, notValidThen =
        "not-valid-then"
      case wrongCase = "wrong-case", suspicious
      /// The words are no name in the archive as a whole.
      case noName = "no-name"
    }
    package var kind: Kind
    /// The missing context, the span that won, or the veto.
    package var detail: String
    /// The name of the step that rejected the match, as `NameStep` lists it.
    package var step: String

    package init(kind: Kind, detail: String, step: String) {
      self.kind = kind
      self.detail = detail
      self.step = step
    }
  }
}

extension Mention.Rejection: CustomStringConvertible {
  package var description: String { "\(kind.rawValue): \(detail) (step \(step))" }
}

/// A country that a document names, or to which its words for institutions, its dateline or a ticker lead.
package struct CountryScore: Sendable, Equatable {
  /// ISO 3166-1 alpha-2 code; for former states, the code they had (`SU`, `DD`, `YU`).
  package var code: String
  /// The share of the document's geographic evidence, from 0 to 1.
  package var score: Double
  /// The accepted mentions in the title and the main text that lead to the country.
  package var mentions: Int
  /// Whether the document is about or from the country, and does not only mention it.
  package var isAbout: Bool

  package init(code: String, score: Double, mentions: Int, isAbout: Bool) {
    self.code = code
    self.score = score
    self.mentions = mentions
    self.isAbout = isAbout
  }
}

/// A topic of a document, with its evidence.
package struct TopicAssignment: Sendable, Equatable {
  package var id: String
  package var score: Double
  package var threshold: Double
  /// `hoped planned agreed done denied suspended`; nil if the topic does not distinguish them.
  package var modality: String?
  package var evidence: [Evidence]

  package init(id: String, score: Double, threshold: Double, modality: String? = nil, evidence: [Evidence]) {
    self.id = id
    self.score = score
    self.threshold = threshold
    self.modality = modality
    self.evidence = evidence
  }

  /// A term of the topic's rule that was found.
  package struct Evidence: Sendable, Equatable {
    /// The term as the rule writes it.
    package var term: String
    package var weight: Double
    /// Offsets as in `Mention`.
    package var start: Int
    package var end: Int
    package var zone: Zone

    package init(term: String, weight: Double, start: Int, end: Int, zone: Zone) {
      self.term = term
      self.weight = weight
      self.start = start
      self.end = end
      self.zone = zone
    }
  }
}

/// A document and the results of extraction.
package struct AnalysedDocument: Sendable, Equatable {
  package var document: Document
  /// Accepted mentions and rejected matches, in order of zone, start and end.
  package var mentions: [Mention]
  /// Highest score first, then code.
  package var countries: [CountryScore]
  /// In order of id.
  package var topics: [TopicAssignment]
  /// Hashes that near-duplicates of the text share (such as a MinHash); empty if the text is too short.
  package var signature: [UInt64]

  package init(
    document: Document, mentions: [Mention], countries: [CountryScore], topics: [TopicAssignment],
    signature: [UInt64] = []
  ) {
    self.document = document
    self.signature = signature
    self.mentions = mentions
    self.countries = countries
    self.topics = topics
  }
}
