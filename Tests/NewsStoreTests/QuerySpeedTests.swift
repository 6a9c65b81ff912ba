import Foundation
import GRDB
import NewsModel
import NewsStore
import Testing

/// Queries use indexes and never scan all documents. `DATELINE_STORE_DOCUMENTS=100000` makes a larger archive and
/// prints the processor time of each query.
@Suite(.serialized) struct QuerySpeedTests {
  private static let documents = ProcessInfo.processInfo.environment["DATELINE_STORE_DOCUMENTS"].flatMap { Int($0) }

  private static func questions(_ store: NewsStore) throws -> [(String, () throws -> NewsQuery)] {
    func filter(_ set: (inout QueryFilter) -> Void) -> QueryFilter {
      var filter = QueryFilter()
      filter.limit = 50
      set(&filter)
      return filter
    }
    let week = Week(iso: "2012-W20")!
    return [
      ("documents", { try store.documents(filter { _ in }) }),
      ("documents of a week", { try store.documents(filter { $0.week = week }) }),
      ("documents of a frequent entity", { try store.documents(filter { $0.entity = "e.1" }) }),
      ("documents of a rare entity", { try store.documents(filter { $0.entity = "e.400" }) }),
      ("documents of a frequent topic", { try store.documents(filter { $0.topic = "topic-0" }) }),
      ("documents of a country in a week", { try store.documents(filter { ($0.country, $0.week) = ("C3", week) }) }),
      ("documents of a source", { try store.documents(filter { $0.source = "site7.example" }) }),
      ("documents with a frequent word", { try store.documents(filter { _ in }, text: "w1") }),
      ("documents with a rare word", { try store.documents(filter { _ in }, text: "w40") }),
      ("documents with a phrase", { try store.documents(filter { _ in }, text: "\"w1 w2\"") }),
      ("mentions", { try store.mentions(filter { _ in }) }),
      ("mentions of a frequent entity", { try store.mentions(filter { $0.entity = "e.1" }) }),
      ("mentions of a rare entity", { try store.mentions(filter { $0.entity = "e.400" }) }),
      ("rejected matches of an entity", { try store.mentions(filter { $0.entity = "e.9" }, rejected: true) }),
      ("mentions of a type in a week", { try store.mentions(filter { ($0.type, $0.week) = (.facility, week) }) }),
      ("entities", { try store.entities(filter { _ in }) }),
      ("entities of a type", { try store.entities(filter { $0.type = .organisation }) }),
      ("entities of a week", { try store.entities(filter { $0.week = week }) }),
      ("topics", { try store.topics(filter { _ in }) }),
      ("topics of a week", { try store.topics(filter { $0.week = week }) }),
      ("pairs of a week", { try store.pairs(filter { $0.week = week }) }),
      ("trend of a topic", { store.trend(of: SeriesKey(.topic, "topic-0")) }),
      ("problems", { store.problems(filter { _ in }) }),
    ]
  }

  @Test func questionsGoByIndexes() throws {
    let folder = try StoreFolder()
    let clock = ProcessorClock()
    let writer = try NewsStore.forWriting(path: folder.database)
    var archive = LargeArchive()
    let count = Self.documents ?? 2000
    report("write", try archive.fill(writer, documents: count, clock: clock))
    report("count weeks", try clock.measure { try writer.countPendingWeeks(leastPairDocuments: 3) })
    report("index text", try clock.measure { try writer.indexPendingDocuments() })
    report("remove unused", try clock.measure { try writer.removeUnused() })
    report("finish", try clock.measure { try writer.finish() })
    try writer.close()
    let size = try FileManager.default.attributesOfItem(atPath: folder.database)[.size] as? Int ?? 0
    if Self.documents != nil { print("size \(size / count) bytes a document") }

    let store = try NewsStore.forReading(path: folder.database)
    for (name, question) in try Self.questions(store) {
      let query = try question()
      for line in try store.plan(of: query) {
        let isWhole = line.hasPrefix("SCAN") && !line.contains("INDEX") && !line.contains("CONSTANT")
        let isLarge = ["document", "match", "mention", "assignment", "block", "search"].contains {
          line.hasPrefix("SCAN \($0)")
        }
        #expect(!(isWhole && isLarge), "\(name): \(line)")
      }
      var rows = 0
      report(name, try clock.measure { rows = try store.answer(question()).rows.count })
      #expect(rows > 0 || name == "problems" || name == "pairs of a week", "\(name)")
    }
    try store.close()
  }

  private func report(_ what: String, _ time: Duration) {
    if Self.documents != nil { print("\(time / .milliseconds(1)) ms\t\(what)") }
  }
}

/// Measures the processor time of this process, which other work on the machine does not change.
struct ProcessorClock {
  func measure(_ body: () throws -> Void) rethrows -> Duration {
    let start = now
    try body()
    return now - start
  }

  private var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
