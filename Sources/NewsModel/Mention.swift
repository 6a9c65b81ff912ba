/// What an entity is.
package enum EntityType: String, Sendable, CaseIterable, Codable {
  case organisation, country, facility, place, person

  /// From 0, for tables.
  package var index: Int {
    switch self {
    case .organisation: 0
    case .country: 1
    case .facility: 2
    case .place: 3
    case .person: 4
    }
  }
}

/// A surface found in a zone of a document.
package struct Mention: Sendable, Equatable {
  package var type: EntityType
  /// The dictionary id (`org.nato`), or for a name that no list holds its type and folded name (`org~ministry-of-energy`).
  package var entity: String
  /// The entity's own name.
  package var name: String
  /// The bytes as they stand in the text.
  package var surface: String
  /// UTF-8 byte offsets, half open, into `Document.text(of: zone)`.
  package var start: Int
  package var end: Int
  package var zone: Zone
  /// The rule that produced the mention and the dictionary line or pattern behind it:
  /// `dictionary organisations.surfaces.tsv:120`, `pattern org.ministry-of`, `reference acronym`.
  package var rule: String
  /// ISO 3166-1 alpha-2 code of the country that the mention leads to; nil for none.
  package var country: String?
  /// Why the match does not count; nil for a mention that stands.
  package var rejection: Rejection?

  package init(
    type: EntityType, entity: String, name: String, surface: String, start: Int, end: Int, zone: Zone, rule: String,
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

  /// Why a match was not taken.
  package struct Rejection: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
      case contextMissing = "context-missing", longerSpan = "longer-span", priority, vetoed, notValidThen =
        "not-valid-then"
      case wrongCase = "wrong-case", suspicious
    }
    package var kind: Kind
    /// The context that was missing, the span that won, the veto.
    package var detail: String

    package init(kind: Kind, detail: String) {
      self.kind = kind
      self.detail = detail
    }
  }
}

/// A country that a document is about or from.
package struct CountryScore: Sendable, Equatable {
  /// ISO 3166-1 alpha-2; for states that ended, the code they had (`SU`, `DD`, `YU`).
  package var code: String
  /// 0 to 1: the share of the document's geographic evidence.
  package var score: Double
  package var mentions: Int
  /// False where the score is too weak to print; stored all the same.
  package var isSure: Bool

  package init(code: String, score: Double, mentions: Int, isSure: Bool) {
    self.code = code
    self.score = score
    self.mentions = mentions
    self.isSure = isSure
  }
}

/// A topic of a document, with what speaks for it.
package struct TopicAssignment: Sendable, Equatable {
  package var id: String
  package var score: Double
  package var threshold: Double
  /// `hoped planned agreed done denied suspended`; nil where the topic asks for none.
  package var modality: String?
  package var evidence: [Evidence]

  package init(id: String, score: Double, threshold: Double, modality: String? = nil, evidence: [Evidence]) {
    self.id = id
    self.score = score
    self.threshold = threshold
    self.modality = modality
    self.evidence = evidence
  }

  /// A term of the rule that was found.
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

/// A document and what extraction found in it.
package struct AnalysedDocument: Sendable, Equatable {
  package var document: Document
  /// In order of zone, start, end; those that stand and those that were rejected.
  package var mentions: [Mention]
  /// Highest score first, then code.
  package var countries: [CountryScore]
  /// In order of id.
  package var topics: [TopicAssignment]
  /// What near-duplicates of the text have in common (a MinHash or the like); empty for a text too short to say.
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
