import ExtractionTestSupport
import NewsModel
import TestSupport
import Testing
import Topics

/// Reading rules takes time proportional to their length. Nesting that is too deep is reported as an error and never
/// overflows the stack.
@Suite("Long and deep rules")
struct RuleDepthTests {
  @Test(arguments: [" AND ", " OR ", ", ", " NOT "])
  func aLongRowOfOperatorsTakesTimeInProportionToItsLength(_ operation: String) throws {
    func seconds(_ count: Int) throws -> Double {
      let text = (0..<count).map { "oil\(letters($0))" }.joined(separator: operation)
      return try processorSeconds { _ = try query(text).assign("Oilb was found.") }
    }
    let few = try seconds(10_000)
    let many = try seconds(40_000)
    #expect(many < 10 * few + 0.05, "\(few) s, \(many) s")
  }

  @Test(arguments: [
    ("oil" + String(repeating: " NEAR/3 gas", count: 100_000), "operators nested more than 40 deep"),
    ("oil" + String(repeating: " AND gas NOT coal", count: 100_000), "operators nested more than 40 deep"),
    (String(repeating: "title:", count: 100_000) + "oil", "fields nested more than 40 deep"),
    (String(repeating: "(", count: 100_000) + "oil", "brackets nested more than 40 deep"),
  ])
  func tooDeepNestingIsReported(_ text: String, _ reason: String) {
    #expect(faults("topics:\n  - id: t\n    rules: |\n      \(text)\n").contains { $0.hasSuffix(reason) })
  }

  @Test(arguments: [false, true])
  func nestedListsAreCountedToo(fromTheInside: Bool) {
    var lists = (0..<5_000).map { "  l\($0): [$l\($0 + 1), oil]\n" } + ["  l5000: [gas]\n"]
    if fromTheInside { lists.reverse() }
    let found = faults("terms:\n\(lists.joined())topics:\n  - id: t\n    rules: $l0\n")
    #expect(found.contains { $0.contains("nests lists and operators more than 40 deep") }, "\(found.prefix(3))")
  }

  @Test func aRowOfFortyIsRead() throws {
    let near = try query("oil" + String(repeating: " NEAR/3 gas", count: 39))
    #expect(!near.holds("Coal."))
  }

  private func faults(_ yaml: String) -> [String] {
    do {
      _ = try TopicSet(texts: [("p.yaml", yaml)], entities: EntityKinds([]))
      return []
    } catch let errors as DefinitionErrors {
      return errors.faults.map(\.reason)
    } catch {
      return ["\(error)"]
    }
  }

  private func letters(_ number: Int) -> String {
    String(number).map { String(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.wholeNumberValue ?? 0))) }.joined()
  }
}
