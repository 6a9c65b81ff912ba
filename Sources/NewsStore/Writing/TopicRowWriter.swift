import GRDB
import NewsModel

/// Inserts a document's topics and their evidence.
struct TopicRowWriter {
  private let assignment, evidence: RepeatedStatement

  init(_ db: Database) throws {
    assignment = try RepeatedStatement(db, "INSERT INTO assignment VALUES (?, ?, ?, ?, ?)")
    evidence = try RepeatedStatement(db, "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
  }

  func insert(_ topics: [TopicAssignment], document: Int64) throws {
    for topic in topics {
      assignment.bind(1, document)
      assignment.bind(2, name: topic.id)
      assignment.bind(3, topic.score)
      assignment.bind(4, topic.threshold)
      assignment.bind(5, topic.modality)
      try assignment.run()
      for (position, it) in topic.evidence.enumerated() {
        evidence.bind(1, document)
        evidence.bind(2, name: topic.id)
        evidence.bind(3, position)
        evidence.bind(4, it.term)
        evidence.bind(5, it.weight)
        evidence.bind(6, it.zone.rawValue)
        evidence.bind(7, it.start)
        evidence.bind(8, it.end)
        try evidence.run()
      }
    }
  }
}
