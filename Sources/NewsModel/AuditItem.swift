/// Something that a database counts and that a person is to judge: a mention, a topic or a country of a document.
package struct AuditItem: Sendable, Equatable {
  /// As in `Document.source`.
  package var document: String
  package var subject: Subject

  package init(document: String, subject: Subject) {
    self.document = document
    self.subject = subject
  }

  package enum Subject: Sendable, Equatable {
    /// Offsets as in `Mention`.
    case mention(entity: String, zone: Zone, start: Int, end: Int)
    case topic(String)
    case country(String)
  }

  /// What a sample is taken from.
  package enum Kind: String, Sendable, CaseIterable {
    case names, topics, countries
  }
}

/// One of the most frequent names of its type.
package struct FrequentName: Sendable, Equatable {
  package var type: EntityType
  package var entity: String
  package var name: String
  /// The number of documents that are counted for it.
  package var documents: Int
  /// Its most frequent spellings, in order of frequency.
  package var spellings: [String]
  /// A mention of it.
  package var example: AuditItem?

  package init(
    type: EntityType, entity: String, name: String, documents: Int, spellings: [String], example: AuditItem?
  ) {
    self.type = type
    self.entity = entity
    self.name = name
    self.documents = documents
    self.spellings = spellings
    self.example = example
  }
}
