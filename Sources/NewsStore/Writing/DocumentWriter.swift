import GRDB
import NewsModel

/// Inserts documents with all their rows, inside a transaction of the caller.
struct DocumentWriter {
  private let store: NewsStore
  private let document, documentText, block, dateCandidate, tag, problem, country, signature, find: RepeatedStatement
  private let pending: Pending
  private let mentions: MentionRowWriter
  private let topics: TopicRowWriter
  private let publishers: RepeatedStatement

  init(_ db: Database, store: NewsStore) throws {
    self.store = store
    document = try RepeatedStatement(
      db,
      """
      INSERT INTO document (id, source, input, publisher, published, published_by, published_doubt, week, language, url,
        title, author, agency, dateline)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """)
    documentText = try RepeatedStatement(db, "INSERT INTO document_text VALUES (?, ?)")
    block = try RepeatedStatement(db, "INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    dateCandidate = try RepeatedStatement(db, "INSERT INTO date_candidate VALUES (?, ?, ?, ?, ?)")
    tag = try RepeatedStatement(db, "INSERT INTO tag VALUES (?, ?, ?)")
    problem = try RepeatedStatement(db, "INSERT INTO problem VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
    country = try RepeatedStatement(db, "INSERT INTO document_country VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
    signature = try RepeatedStatement(db, "INSERT INTO signature VALUES (?, ?)")
    find = try RepeatedStatement(db, "SELECT id FROM document WHERE source = ?")
    publishers = try RepeatedStatement(db, "INSERT INTO source VALUES (?) ON CONFLICT DO NOTHING")
    pending = try Pending(db)
    mentions = try MentionRowWriter(
      db, entities: EntityRows(db, definitions: store.definitions.entities), known: store.knownSurfaces)
    topics = try TopicRowWriter(db)
  }

  /// Stores a document that is not in the database yet. If a document with the same source is already stored, that one
  /// is kept and the new one is reported as a problem.
  func insert(_ analysed: AnalysedDocument, input: Int64) throws {
    guard let id = try insertHead(analysed.document, input: input) else {
      let source = analysed.document.source
      return try insert(
        Problem(source: source, kind: .duplicateSource, reason: "an earlier document has the same source"), input: input
      )
    }
    try insertBody(analysed.document, id: id)
    try mentions.insert(analysed.mentions, of: analysed.document, id: id)
    try topics.insert(analysed.topics, document: id)
    for score in analysed.countries {
      country.bind(1, id)
      country.bind(2, name: score.code)
      country.bind(3, score.score)
      country.bind(4, score.mentions)
      country.bind(5, score.isAbout)
      try country.run()
    }
    if !analysed.signature.isEmpty {
      signature.bind(1, id)
      signature.bind(2, blob: analysed.signature)
      try signature.run()
    }
    for found in analysed.document.problems { try insert(found, input: input) }
  }

  func insert(_ found: Problem, input: Int64) throws {
    problem.bind(1, found.source)
    problem.bind(2, found.place)
    problem.bind(3, found.kind.rawValue)
    problem.bind(4, found.reason)
    problem.bind(5, input)
    try problem.run()
  }

  /// Inserts the row of the document and returns its key; nil if its source is already stored.
  private func insertHead(_ it: Document, input: Int64) throws -> Int64? {
    let publisher = StoredText.composed(Publisher.name(of: it))
    if store.knownPublishers.isNew(StableKey.of(publisher)) {
      publishers.bind(1, publisher)
      try publishers.run()
    }
    let week = it.published.map { Week($0.day).description }
    document.bind(2, it.source)
    document.bind(3, input)
    document.bind(4, publisher)
    document.bind(5, it.published?.day.description)
    document.bind(6, it.published?.method.text)
    document.bind(7, it.published?.doubt?.rawValue)
    document.bind(8, week)
    document.bind(9, it.language)
    document.bind(10, it.url)
    document.bind(11, name: it.title)
    document.bind(12, name: it.author)
    document.bind(13, name: it.agency)
    document.bind(14, it.dateline)
    var id = StableKey.document(source: it.source)
    while true {
      document.bind(1, id)
      if try document.inserts() { break }
      // The key is taken: by the same source, or, once in several thousand large archives, by another source with the
      // same key.
      find.bind(1, it.source)
      if try find.integer() != nil {
        // The publisher just inserted may have no other document.
        try pending.add(.unused, "")
        return nil
      }
      id = id == Int64.max ? 0 : id + 1
    }
    try pending.addDocument(week: week, publisher: publisher)
    return id
  }

  private func insertBody(_ it: Document, id: Int64) throws {
    documentText.bind(1, id)
    documentText.bind(2, it.text)
    try documentText.run()
    try insertBlocks(it.blocks, id: id)
    // A single candidate is the published day itself.
    if it.dateCandidates.count > 1 || it.published == nil {
      for (position, date) in it.dateCandidates.enumerated() {
        dateCandidate.bind(1, id)
        dateCandidate.bind(2, position)
        dateCandidate.bind(3, date.day.description)
        dateCandidate.bind(4, date.method.text)
        dateCandidate.bind(5, date.doubt?.rawValue)
        try dateCandidate.run()
      }
    }
    for (position, text) in it.tags.enumerated() {
      tag.bind(1, id)
      tag.bind(2, position)
      tag.bind(3, name: text)
      try tag.run()
    }
  }

  /// Inserts the blocks. Main text is stored once, in `document_text`; its blocks hold only their ranges in it.
  private func insertBlocks(_ blocks: [Block], id: Int64) throws {
    var length = 0
    for (position, it) in blocks.enumerated() {
      block.bind(1, id)
      block.bind(2, position)
      block.bind(3, it.zone.rawValue)
      block.bind(4, it.reason)
      block.bind(5, it.pageVerdict?.zone.rawValue)
      block.bind(6, it.pageVerdict?.reason)
      block.bind(7, it.continuesBlock ? 1 : 0)
      if it.zone.isMainText {
        // `Document.text` puts no line feed before the first text, even after empty blocks.
        let start = length == 0 ? 0 : length + 1
        length = start + it.text.utf8.count
        block.bind(8, start)
        block.bind(9, length)
        block.bindNull(10)
      } else {
        block.bindNull(8)
        block.bindNull(9)
        block.bind(10, it.text)
      }
      try block.run()
    }
  }
}
