import ExtractionTestSupport
import NewsModel
import Pipeline
import TestSupport
import Testing
import Topics

@Suite("The shipped packs")
struct ShippedPacksTests {
  private static let root = Repository.path

  @Test(arguments: ["topics", "topics-reuters"])
  func everySentenceInTheRulesIsRight(_ folder: String) throws {
    let extractor = try Extractor(
      folders: [Self.root + "/Dictionaries"], packs: [Self.root + "/Dictionaries/\(folder)"])
    let faults = extractor.topicSet.failedTests { extractor.analyse($0) }
    #expect(faults.isEmpty, "\(faults.map(\.description).joined(separator: "\n"))")
    #expect(extractor.topicSet.testCounts.filter { $0.match < 3 || $0.noMatch < 3 }.map(\.topic) == [])
    if folder == "topics" {
      #expect(extractor.topics.count >= 120)
      #expect(extractor.topics.filter(\.scopeNote.isEmpty).map(\.id) == [])
    }
  }
}
