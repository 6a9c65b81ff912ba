import GRDB
import NewsModel
import NewsStore
import Testing

/// A second count of a week agrees with the stored numbers, and names every number that was changed.
@Suite struct WeekRecountTests {
  private let folder: StoreFolder
  private let week = Week(iso: "2013-W06")!

  init() throws {
    folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<120), portion: 50)
  }

  @Test func bothCountsAgreeInEveryWeek() throws {
    let store = try NewsStore.forReading(path: folder.database)
    let weeks = try store.storedWeeks()
    #expect(weeks.map(\.description) == (5...10).map { "2013-W\($0 < 10 ? "0" : "")\($0)" })
    for week in weeks { #expect(try store.countDifferences(in: week) == []) }
  }

  @Test(arguments: [
    (
      "UPDATE weekly_series SET stories = stories + 1 WHERE week = '2013-W06' AND series = 'org.council'",
      "organisation org.council", 1
    ),
    ("DELETE FROM weekly_series WHERE week = '2013-W06' AND series = 'energy'", "topic energy", nil),
    ("UPDATE week SET documents = documents + 1 WHERE week = '2013-W06'", "week", 0),
    (
      "UPDATE pair SET documents = documents + 1 WHERE week = '2013-W06' AND dimension = 'facility' AND other_series = 'org.council'",
      "facility fac.mill, organisation org.council", 0
    ),
  ])
  func aNumberThatWasChangedIsNamed(change: String, subject: String, position: Int?) throws {
    let queue = try DatabaseQueue(path: folder.database)
    try queue.write { db in try db.execute(sql: change) }
    try queue.close()
    let found = try NewsStore.forReading(path: folder.database).countDifferences(in: week)
    #expect(found.map(\.subject) == [subject])
    let difference = try #require(found.first)
    if let position {
      var expected = difference.counted
      expected[position] += 1
      #expect(difference.stored == expected)
    } else {
      #expect(difference.stored == [] && difference.counted.count == 3)
    }
  }
}
