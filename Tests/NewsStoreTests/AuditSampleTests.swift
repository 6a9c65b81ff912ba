import NewsModel
import NewsStore
import Testing

/// Samples for judging by hand depend on the seed and on what is counted, and on nothing else.
@Suite struct AuditSampleTests {
  private static func store(_ numbers: [Int], portion: Int = 50) throws -> (NewsStore, StoreFolder) {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, numbers, portion: portion)
    return (try NewsStore.forReading(path: folder.database), folder)
  }

  @Test(arguments: AuditItem.Kind.allCases)
  func theOrderOfArrivalLeavesNoTrace(kind: AuditItem.Kind) throws {
    let (one, folder) = try Self.store(Array(0..<120))
    let (other, otherFolder) = try Self.store((0..<120).map { ($0 * 49 + 17) % 120 }, portion: 9)
    let sample = try one.auditSample(of: kind, count: 20, seed: 7)
    let again = try other.auditSample(of: kind, count: 20, seed: 7)
    #expect(sample.items.count == 20 && sample.items == again.items && sample.population == again.population)
    #expect(try one.auditSample(of: kind, count: 20, seed: 8).items != sample.items)
    // A smaller sample is the beginning of a larger one.
    #expect(try one.auditSample(of: kind, count: 5, seed: 7).items == Array(sample.items.prefix(5)))
    _ = (folder, otherFolder)
  }

  /// Mentions in zones that do not count, rejected matches and countries that are not sure are not sampled.
  @Test func onlyWhatCountsIsSampled() throws {
    let (store, folder) = try Self.store(Array(0..<120))
    let mentions = try store.auditSample(of: .names, count: 10_000, seed: 1)
    let counted = try store.answer(store.mentions(QueryFilter())).rows.count
    #expect(mentions.population == counted && mentions.items.count == counted)
    #expect(Set(mentions.items.map { "\($0)" }).count == counted)
    let facilities = try store.auditSample(of: .names, type: .facility, count: 10_000, seed: 1)
    var filter = QueryFilter()
    filter.type = .facility
    #expect(try facilities.items.count == store.answer(store.mentions(filter)).rows.count)
    let countries = try store.auditSample(of: .countries, count: 10_000, seed: 1)
    #expect(countries.population == 120 && countries.items.allSatisfy { $0.subject == .country("NL") })
    let topics = try store.auditSample(of: .topics, count: 10_000, seed: 1)
    #expect(topics.population == 60 && topics.items.allSatisfy { $0.subject == .topic("tidal-power") })
    _ = folder
  }

  /// Each item has the same chance: over many seeds each is picked about equally often.
  @Test func everyItemHasTheSameChance() throws {
    let (store, folder) = try Self.store(Array(0..<40))
    var picked: [String: Int] = [:]
    for seed in 0..<400 {
      for item in try store.auditSample(of: .countries, count: 10, seed: UInt64(seed)).items {
        picked[item.document, default: 0] += 1
      }
    }
    // 100 are expected, with a standard deviation of 8.7.
    #expect(picked.count == 40 && picked.values.allSatisfy { (60...140).contains($0) }, "\(picked.values.sorted())")
    _ = folder
  }

  @Test func frequentNamesHaveTheirSpellingsAndAnExample() throws {
    let (store, folder) = try Self.store(Array(0..<120))
    let names = try store.frequentNames(of: .facility, count: 3)
    #expect(names.map(\.entity) == ["fac.mill"] && names.map(\.name) == ["Tide Mill"])
    #expect(names[0].documents > 0 && names[0].spellings == ["Tide Mill"] && names[0].example != nil)
    #expect(try store.frequentNames(of: .person, count: 3).isEmpty)
    _ = folder
  }
}
