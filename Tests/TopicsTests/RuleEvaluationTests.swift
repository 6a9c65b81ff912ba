import ExtractionTestSupport
import Foundation
import NewsModel
import ScannedText
import Testing
import Topics

@Suite("Evaluation of topic rules")
struct RuleEvaluationTests {
  private struct Random {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  /// Compares NEAR with a search of all pairs of words, on texts with an alphabet of four words.
  @Test func nearAgreesWithANaiveSearch() throws {
    var random = Random(state: 11)
    let words = ["oil", "gas", "coal", "wind"]
    for distance in 1...4 {
      let near = try query("oil NEAR/\(distance) gas")
      let ordered = try query("oil ONEAR/\(distance) gas")
      for _ in 0..<300 {
        let paragraphs = (0..<1 + random.next(3)).map { _ in (0..<1 + random.next(7)).map { _ in words[random.next(4)] }
        }
        var expectNear = false
        var expectOrdered = false
        for paragraph in paragraphs {
          for (i, a) in paragraph.enumerated() where a == "oil" {
            for (j, b) in paragraph.enumerated() where b == "gas" && abs(i - j) <= distance {
              expectNear = true
              if j > i { expectOrdered = true }
            }
          }
        }
        let text = paragraphs.map { $0.joined(separator: " ") + " ." }.joined(separator: "\n")
        #expect(near.holds(text) == expectNear, "\(distance): \(text)")
        #expect(ordered.holds(text) == expectOrdered, "\(distance): \(text)")
      }
    }
  }

  /// Measures processor time, because other programs prolong wall time, and takes the best of several runs, because
  /// other programs also displace cached data.
  private func seconds(_ work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    return (0..<3).map { _ in
      let start = now()
      work()
      return now() - start
    }.min() ?? 0
  }

  @Test func fiveThousandRulesCostLittleMoreThanFifty() throws {
    func set(_ count: Int) throws -> TopicSet {
      var yaml = "topics:\n"
      for number in 0..<count {
        yaml +=
          "  - id: t\(number)\n    about: quark\(number) decay, sentence:(boson\(number) NEAR/5 lepton\(number))\n"
      }
      return try TopicSet(texts: [("many.yaml", yaml)], entities: EntityKinds([]))
    }
    let few = try set(50)
    let many = try set(5000)
    let sentence = "The ministers met again in the capital and spoke of quark7 decay, boson9 and the price of bread. "
    let scanned = ScannedDocument(document(String(repeating: sentence, count: 2000)))
    #expect(few.assign(scanned, mentions: []) == many.assign(scanned, mentions: []))
    let fewTime = seconds { _ = few.assign(scanned, mentions: []) }
    let manyTime = seconds { _ = many.assign(scanned, mentions: []) }
    #expect(manyTime <= 2 * fewTime, "\(manyTime) s against \(fewTime) s")
  }

  /// A sentence with as many cue words as pieces of evidence.
  @Test func aModalityTakesTimeInProportionToTheSentence() throws {
    let set = try topicSet(
      "rules: accord\nmodality: true", terms: "modality:\n  hoped: hope\n  agreed: agreed\n")
    func time(_ count: Int) -> Double {
      let scanned = ScannedDocument(document(String(repeating: "accord, hope of accord, agreed ", count: count)))
      #expect(set.assign(scanned, mentions: []).map(\.modality) == ["hoped"])
      return seconds { _ = set.assign(scanned, mentions: []) }
    }
    let short = time(500)
    let long = time(4000)
    #expect(long <= 24 * short, "\(long) s against \(short) s")
  }

  @Test func evaluationTakesTimeInProportionToTheText() throws {
    let set = try topicSet(
      """
      rules: |
        sentence:(oil AND gas NOT wind)
        paragraph:(oil NEAR/5 (gas, coal))
        ATLEAST/1000(oil)
        DISTINCT/3(oil, gas, (oil NEAR/3 oil))
      vetoes:
        - sentence: oil NEAR/2 coal
      """)
    func time(_ count: Int) -> Double {
      let text = String(repeating: "oil gas oil gas oil. ", count: count)
      let scanned = ScannedDocument(document(text))
      return seconds { _ = set.assign(scanned, mentions: []) }
    }
    let short = time(250)
    let long = time(2000)
    // The text is eight times as long; the rest is for the logarithm of the occurrences and for caches.
    #expect(long <= 24 * short, "\(long) s against \(short) s")
  }
}
