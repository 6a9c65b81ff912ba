import NewsModel
import Repetition
import Testing

@Suite struct StoryTests {
  /// A text whose words no other seed has.
  private func text(_ seed: Int, words: Int = 200) -> [String] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<words).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return "w\(String(state >> 40, radix: 36))".filter { !$0.isNumber } + "x"
    }
  }

  private func joined(_ words: [String]) -> String { words.joined(separator: " ") }

  private func groups(_ documents: [(key: String, text: String, day: Day?)]) throws -> [[String]] {
    var grouping = StoryGrouping<String>()
    for document in documents {
      if let signature = StorySignature(text: document.text) {
        grouping.add(document.key, day: document.day, signature)
      }
    }
    let texts = Dictionary(uniqueKeysWithValues: documents.map { ($0.key, $0.text) })
    return try grouping.groups { texts[$0]! }
  }

  /// One wire text in versions with a different beginning, a shortened end, a site's footer and one word in thirty
  /// changed, among other texts.
  private var archive: [(key: String, text: String, day: Day?)] {
    let wire = text(1)
    var edited = wire
    for index in stride(from: 7, to: edited.count, by: 30) { edited[index] = "changed" }
    var documents: [(key: String, text: String, day: Day?)] = [
      ("d", joined(wire), nil), ("b", joined(text(2, words: 20) + wire), nil),
      ("f", joined(wire.prefix(150) + text(3, words: 25)), nil), ("a", joined(edited), nil),
    ]
    for seed in 10..<40 { documents.append(("z\(seed)", joined(text(seed)), nil)) }
    documents.append(("y", joined(text(11)), nil))
    return documents
  }

  @Test func plantedCopiesAreFound() throws {
    #expect(try groups(archive) == [["a", "b", "d", "f"], ["y", "z11"]])
  }

  @Test(arguments: 0..<6) func theOrderOfArrivalSaysNothing(turn: Int) throws {
    var documents = archive
    documents.rotate(by: turn * 5)
    if turn % 2 == 1 { documents.reverse() }
    #expect(try groups(documents) == [["a", "b", "d", "f"], ["y", "z11"]])
  }

  /// A text that was cut resembles the whole one by less than a third; the text around it is another one.
  @Test(arguments: [0, 150, 400]) func aCutTextIsTheSameStory(start: Int) throws {
    let whole = text(12, words: 600)
    let cut = Array(whole[start..<start + 180])
    var documents: [(key: String, text: String, day: Day?)] = [
      ("whole", joined(whole), nil), ("cut", joined(text(13, words: 12) + cut), nil),
    ]
    for seed in 20..<40 { documents.append(("z\(seed)", joined(text(seed)), nil)) }
    #expect(try groups(documents) == [["cut", "whole"]])
  }

  /// Half of a text in one that is twice as long was cut from it; half of a text in one of the same length fills a form.
  @Test func halfOfATextIsTheSameStoryInALongerOneOnly() {
    let shared = text(14, words: 100)
    let short = joined(shared + text(15, words: 70))
    #expect(StoryOverlap(short, joined(shared + text(16, words: 300))).isOneStory)
    #expect(!StoryOverlap(short, joined(shared + text(16, words: 90))).isOneStory)
    #expect(
      !StoryOverlap(
        joined(text(17, words: 60) + text(18, words: 40)), joined(text(17, words: 60) + text(19, words: 300))
      ).isOneStory)
  }

  /// A standing paragraph of many documents joins none of them.
  @Test func aStandingParagraphIsNoStory() throws {
    let paragraph = text(90, words: 100)
    let documents = (100..<200).map { (key: "d\($0)", text: joined(text($0, words: 150) + paragraph), day: Day?.none) }
    #expect(try groups(documents) == [])
  }

  @Test func weeklyFormsAreNoStory() throws {
    let frame = text(5, words: 80)
    func report(_ numbers: [Int]) -> String {
      joined(frame.enumerated().map { $0.offset % 16 == 0 ? "\(numbers[$0.offset / 16])" : $0.element })
    }
    let a = report([12, 450, 78, 90, 31])
    let b = report([19, 380, 66, 91, 44])
    #expect(!StoryOverlap(a, b).isOneStory)
    #expect(try groups([("a", a, nil), ("b", b, nil)]) == [])
    // The same sentences without numbers, a week apart.
    let again = joined(text(6))
    let first = Day(year: 1987, month: 3, day: 12)
    #expect(try groups([("a", again, first), ("b", again, Day(year: 1987, month: 3, day: 19))]) == [])
    #expect(try groups([("a", again, first), ("b", again, Day(year: 1987, month: 3, day: 14))]) == [["a", "b"]])
  }

  @Test func overlapIsThatOfANaiveCount() {
    let a = text(7, words: 60)
    let b = Array(a.prefix(40)) + text(8, words: 30)
    func runs(_ words: [String]) -> Set<[String]> { Set((0...words.count - 5).map { Array(words[$0..<$0 + 5]) }) }
    let overlap = StoryOverlap(joined(a), joined(b))
    #expect(overlap.shared == runs(a).intersection(runs(b)).count)
    #expect(overlap.smaller == runs(a).count && overlap.larger == runs(b).count)
  }

  @Test func signaturesAreStored() throws {
    let signature = try #require(StorySignature(text: joined(text(9))))
    #expect(StorySignature(words: signature.words) == signature)
    #expect(!signature.passages.isEmpty)
    // Databases from before have no passages.
    #expect(StorySignature(words: Array(signature.words.prefix(11)))?.passages == [])
    #expect(StorySignature(text: joined(text(9, words: 5000)))?.passages.count == 32)
    #expect(StorySignature(words: [1, 2]) == nil)
    #expect(StorySignature(text: "Too short a text to be told from others.") == nil)
    // Case and punctuation make no difference.
    #expect(StorySignature(text: joined(text(9)).uppercased()) == signature)
  }
}

extension Array {
  fileprivate mutating func rotate(by count: Int) {
    self = Array(self[(count % self.count)...] + self[..<(count % self.count)])
  }
}
