import Extraction
import Foundation
import NewsModel
import Testing

@Suite("The packs that ship")
struct ShippedPacksTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  @Test(arguments: ["topics", "topics-reuters"])
  func everySentenceInTheRulesIsRight(_ folder: String) throws {
    let extractor = try Extractor(
      folders: folder == "topics" ? [Self.root + "/Dictionaries"] : [], packs: [Self.root + "/Dictionaries/\(folder)"])
    let faults = extractor.topicSet.failedTests { extractor.analyse($0) }
    #expect(faults.isEmpty, "\(faults.map(\.description).joined(separator: "\n"))")
    #expect(extractor.topicSet.testCount >= extractor.topics.count * 6)
    if folder == "topics" { #expect(extractor.topics.count >= 120) }
  }
}
