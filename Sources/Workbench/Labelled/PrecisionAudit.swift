package import NewsModel
import Trends
import TextScanning

/// A sample of a topic's documents for judging by hand, and the rule's precision according to the judgements.
package struct PrecisionAudit: Sendable {
  /// A document that the topic was assigned to.
  package struct Case: Sendable, Equatable {
    package var source: String
    package var title: String
    package var lead: String
    package var evidence: [String]

    package init(_ analysed: AnalysedDocument, topic: TopicAssignment) {
      source = analysed.document.source
      title = analysed.document.title ?? ""
      let text = analysed.document.text
      lead = String(text.prefix(400)) + (text.count > 400 ? " ..." : "")
      var seen: Set<String> = []
      evidence = topic.evidence.map(\.term).filter { seen.insert($0).inserted }
    }
  }

  /// Returns `count` cases without replacement, in order of source. The same cases and seed give the same sample, in
  /// whatever order the cases are.
  ///
  /// The method is the Fisher-Yates shuffle, stopped early, with SplitMix64 (Steele, Lea, Flood 2014).
  package static func sample(_ cases: [Case], count: Int, seed: UInt64) -> [Case] {
    var cases = cases.sorted { $0.source < $1.source }
    var state = seed
    let wanted = min(max(0, count), cases.count)
    for index in 0..<wanted {
      let range = UInt64(cases.count - index)
      cases.swapAt(index, index + Int(splitMix64(&state) % range))
    }
    return cases.prefix(wanted).sorted { $0.source < $1.source }
  }

  private static func splitMix64(_ state: inout UInt64) -> UInt64 {
    state &+= ByteHash.goldenRatio
    return ByteHash.mixed(state)
  }

  /// Formats the sample as Markdown. The user writes yes or no after each "answer:".
  package static func sheet(_ topic: Topic, _ cases: [Case], population: Int, seed: UInt64) -> String {
    var text = """
      # Audit of \(escaped(topic.name)) (\(topic.id))

      \(cases.count) of \(population) documents, seed \(seed). Is the document about this topic? Write yes or no behind each "answer:".

      Scope: \(escaped(topic.scopeNote))

      """
    for (index, item) in cases.enumerated() {
      text += """

        ## \(index + 1). \(escaped(item.title))

        source: \(escaped(item.source))

        > \(escaped(item.lead))

        found: \(escaped(item.evidence.joined(separator: "; ")))

        answer:

        """
    }
    return text
  }

  /// Puts a text on one line and escapes Markdown characters.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for letter in text.unicodeScalars {
      switch letter {
      case "\n", "\r", "\t": result += " "
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|": result += "\\\(Character(letter))"
      case _ where letter.value < 32 || letter.value == 127: continue
      default: result.unicodeScalars.append(letter)
      }
    }
    return result
  }

  package struct Result: Sendable, Equatable {
    package var right: Int
    package var wrong: Int
    package var unanswered: Int
    /// Wilson's score interval at 95 %; nil if no case was answered.
    package var interval: ClosedRange<Double>?

    package var precision: Double? { right + wrong == 0 ? nil : Double(right) / Double(right + wrong) }
  }

  /// Reads a sheet with answers. Throws `DefinitionErrors` if an answer is neither yes nor no.
  package static func read(_ sheet: String, file: String) throws -> Result {
    var result = Result(right: 0, wrong: 0, unanswered: 0, interval: nil)
    var faults: [DefinitionErrors.Fault] = []
    for (number, line) in sheet.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("answer:") else { continue }
      switch line.dropFirst(7).filter({ $0 != " " && $0 != "\r" && $0 != "\t" }).lowercased() {
      case "yes", "y": result.right += 1
      case "no", "n": result.wrong += 1
      case "": result.unanswered += 1
      case let other:
        faults.append(.init(file: file, line: number + 1, column: 8, reason: "expected yes or no, not '\(other)'"))
      }
    }
    if result.right + result.wrong + result.unanswered == 0, faults.isEmpty {
      faults.append(.init(file: file, reason: "no line begins with 'answer:'; is this a sheet of 'topics audit'?"))
    }
    if !faults.isEmpty { throw DefinitionErrors(faults) }
    let answers = result.right + result.wrong
    if answers > 0 {
      result.interval = ShareInterval.wilson(count: result.right, total: answers, confidence: 0.95)
    }
    return result
  }
}
