import Foundation
import GRDB
import NewsModel
import NewsStore
import Testing

/// The same archive and recipe give the same rows, whatever the order, portions and number of runs.
@Suite struct DeterminismTests {
  @Test(arguments: [1, 7, 64, 1000])
  func portionsLeaveNoTrace(portion: Int) throws {
    let (one, other) = (try StoreFolder(), try StoreFolder())
    try NewsStore.make(at: one.database, Array(0..<120), portion: 50)
    try NewsStore.make(at: other.database, Array(0..<120), portion: portion)
    #expect(try NewsStore.dump(one.database) == NewsStore.dump(other.database))
  }

  @Test func theOrderOfArrivalLeavesNoTrace() throws {
    let (one, other) = (try StoreFolder(), try StoreFolder())
    try NewsStore.make(at: one.database, Array(0..<120), portion: 50)
    try NewsStore.make(at: other.database, (0..<120).map { ($0 * 49 + 17) % 120 }, portion: 9)
    #expect(try NewsStore.dump(one.database) == NewsStore.dump(other.database))
  }

  @Test func addingLaterGivesTheSameRows() throws {
    let (one, other) = (try StoreFolder(), try StoreFolder())
    try NewsStore.make(at: one.database, Array(0..<120), portion: 50)
    try NewsStore.make(at: other.database, Array(40..<90), portion: 50)
    try NewsStore.make(at: other.database, Array(0..<40) + Array(90..<120), portion: 50)
    #expect(try NewsStore.dump(one.database) == NewsStore.dump(other.database))
  }

  @Test func writingAgainChangesNothing() throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<60), portion: 50)
    let before = try NewsStore.dump(folder.database)
    try NewsStore.make(at: folder.database, Array(0..<60), portion: 50)
    #expect(try NewsStore.dump(folder.database) == before)
  }

  @Test func aRunThatWasCutEndsAsOneThatWasNot() throws {
    let (one, other) = (try StoreFolder(), try StoreFolder())
    try NewsStore.make(at: one.database, Array(0..<120), portion: 20)
    for portions in [1, 2, 5] {
      // The process ends without notice: the log is not copied, and the second sweep is not done.
      let store = try NewsStore.forWriting(path: other.database)
      try store.replaceDefinitions(entities: SampleArchive.entities, topics: SampleArchive.topics)
      for portion in 0..<portions where try store.mark(of: SampleArchive.document(portion * 20).document.source) == nil
      {
        try store.write(SampleArchive.batches(portion * 20..<portion * 20 + 20))
      }
      try store.close()
    }
    try NewsStore.make(at: other.database, Array(100..<120), portion: 20)
    #expect(try NewsStore.dump(one.database) == NewsStore.dump(other.database))
  }
}
