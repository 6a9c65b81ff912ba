import GRDB
import NewsModel
import NewsStore
import Synchronization
import Testing

/// A running statement ends when a stop is requested, and its transaction has no effect.
@Suite struct StatementStopTests {
  private static let endless = """
    INSERT INTO pending
    WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 1000000000)
    SELECT 'unused', n FROM count WHERE n % 1000 = 0
    """

  @Test(.timeLimit(.minutes(1))) func aLongStatementEndsAndIsTakenBack() throws {
    let folder = try StoreFolder()
    let store = try NewsStore.forWriting(path: folder.database)
    let questions = Atomic(0)
    store.stopStatements(when: { questions.add(1, ordering: .relaxed).newValue > 100 })
    var error: (any Error)?
    do { try store.database.write { try $0.execute(sql: Self.endless) } } catch let thrown { error = thrown }
    #expect(error.map(NewsStore.isStop) == true, "\(String(describing: error))")
    #expect(questions.load(ordering: .relaxed) > 100)
    store.letStatementsEnd()
    #expect(try store.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM pending") } == 0)
    try store.database.write { try $0.execute(sql: Self.endless.replacing("1000000000", with: "1000000")) }
    #expect(try store.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM pending") } == 1000)
    try store.close()
  }
}
