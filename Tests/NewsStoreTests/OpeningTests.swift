import Foundation
import GRDB
import NewsModel
import NewsStore
import Testing

/// Which files are opened, and the errors for all others.
@Suite struct OpeningTests {
  @Test func aMissingDatabaseIsMissing() throws {
    let path = try StoreFolder().database
    #expect(throws: StoreError.missing(path: path)) { try NewsStore.forReading(path: path) }
  }

  @Test(arguments: [
    "no database at all, but text that is longer than a header of a hundred bytes ................", "x",
  ])
  func aFileThatIsNotOursIsLeftAlone(content: String) throws {
    let folder = try StoreFolder()
    try Data(content.utf8).write(to: URL(fileURLWithPath: folder.database))
    #expect(throws: StoreError.notOurs(path: folder.database)) { try NewsStore.forReading(path: folder.database) }
    #expect(throws: StoreError.notOurs(path: folder.database)) { try NewsStore.forWriting(path: folder.database) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == Data(content.utf8))
  }

  @Test func aFileThatCannotBeReadIsNotCalledAnother() throws {
    let folder = try StoreFolder()
    let place = folder.url.path
    let error = StoreError.cannotRead(path: place, reason: "Is a directory")
    #expect(throws: error) { try NewsStore.forReading(path: place) }
    #expect(throws: error) { try NewsStore.forWriting(path: place) }
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() throws {
    let folder = try StoreFolder()
    let queue = try DatabaseQueue(path: folder.database)
    try queue.write { db in try db.execute(sql: "CREATE TABLE recipe (name TEXT)") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.database))
    #expect(throws: StoreError.notOurs(path: folder.database)) { try NewsStore.forReading(path: folder.database) }
    #expect(throws: StoreError.notOurs(path: folder.database)) { try NewsStore.forWriting(path: folder.database) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == before)
  }

  @Test func aDatabaseWithoutOneOfItsTablesIsDamaged() throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<5), portion: 30)
    let queue = try DatabaseQueue(path: folder.database)
    try queue.write { db in try db.execute(sql: "DROP TABLE series") }
    try queue.close()
    let error = StoreError.damaged(path: folder.database, reason: "it has no table series")
    #expect(throws: error) { try NewsStore.forReading(path: folder.database) }
    #expect(throws: error) { try NewsStore.forWriting(path: folder.database) }
  }

  @Test(arguments: [
    (Schema.version - 1, "an earlier version of dateline made this database; delete it and run its pipeline again"),
    (Schema.version + 1, "a later version of dateline made this database; use that version"),
  ])
  func anotherVersionsDatabaseIsNamedWithWhatToDo(version: Int, reason: String) throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<5), portion: 30)
    let queue = try DatabaseQueue(path: folder.database)
    try queue.write { db in try db.execute(sql: "PRAGMA user_version = \(version)") }
    try queue.close()
    let error = StoreError.otherVersion(path: folder.database, found: version)
    #expect(throws: error) { try NewsStore.forReading(path: folder.database) }
    #expect(throws: error) { try NewsStore.forWriting(path: folder.database) }
    #expect(
      error.description
        == "\(folder.database): \(reason) (its schema is \(version), that of this version \(Schema.version))")
  }

  @Test func onlyOneWrites() throws {
    let folder = try StoreFolder()
    let first = try NewsStore.forWriting(path: folder.database)
    #expect(throws: StoreError.busy(path: folder.database)) { try NewsStore.forWriting(path: folder.database) }
    // Queries can be run meanwhile.
    let reader = try NewsStore.forReading(path: folder.database)
    #expect(try reader.weeklyTotals().isEmpty)
    try reader.close()
    try first.close()
  }

  @Test func strangeTextComesBackAsItWent() throws {
    let folder = try StoreFolder()
    let store = try NewsStore.forWriting(path: folder.database)
    let text =
      "tab\tline\nquote ' \" ; -- %s \u{202E}RTL \u{1F469}\u{200D}\u{1F680} e\u{301} \u{FEFF} =HYPERLINK(\"x\")"
    var document = Document(
      source: "a'b\";--.html#1", title: "Caf\u{65}\u{301} \u{1B}[31m",
      blocks: [
        Block(zone: .body, text: text, reason: "text"), Block(zone: .body, text: "nul\0bell\u{7}end", reason: "text"),
        Block(zone: .footer, text: "", reason: "empty"),
      ])
    document.publisher = "p"
    let mention = Mention(
      type: .organisation, entity: "org~x", name: "X", surface: "\u{1B}", start: 7, end: 8, zone: .title,
      rule: MentionRule(.pattern(id: "x")))
    let mark = InputMark(content: "h", recipe: "r", records: 1, isComplete: true)
    try store.write([
      InputBatch(
        path: "a'b\";--.html", startsOver: true,
        documents: [AnalysedDocument(document: document, mentions: [mention], countries: [], topics: [])], mark: mark)
    ])
    var read: [Document] = []
    read += try store.documents(store.documents(of: "p", withoutBlocksOf: ""))
    let mentions = try store.answer(store.mentions(QueryFilter()))
    try store.close()
    document.title = "Caf\u{E9}  [31m"
    document.blocks[1].text = "nul bell end"
    #expect(read.map(\.title?.utf8.count) == [document.title?.utf8.count])
    #expect(read == [document])
    #expect(read[0].blocks[0].text.utf8.elementsEqual(text.utf8))
    // The title before the mention became one byte shorter.
    #expect(mentions.rows.map { $0[3] } == [.integer(6)])
  }
}
