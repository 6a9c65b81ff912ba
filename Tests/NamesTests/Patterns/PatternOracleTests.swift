import ExtractionTestSupport
import NewsModel
import Pipeline
import TestSupport
import Testing

/// Compares the pattern engine with a naive matcher, which tries every way to match, on random patterns and texts.
@Suite struct PatternOracleTests {
  /// A random pattern over the words a to d.
  private indirect enum Pattern {
    case word(String)
    case sequence([Pattern])
    case choice([Pattern])
    case repeated(Pattern, least: Int, most: Int)

    /// The pattern in the notation of pattern files.
    var notation: String {
      switch self {
      case .word(let word): word
      case .sequence(let parts): parts.map(\.notation).joined(separator: " ")
      case .choice(let parts): "(" + parts.map(\.notation).joined(separator: "|") + ")"
      case .repeated(let part, 0, 1): "(\(part.notation))?"
      case .repeated(let part, let least, let most): "(\(part.notation)){\(least),\(most)}"
      }
    }

    /// All places at which a match that begins at `start` can end.
    func ends(in words: [String], from start: Int) -> Set<Int> {
      switch self {
      case .word(let word): return start < words.count && words[start] == word ? [start + 1] : []
      case .sequence(let parts):
        return parts.reduce([start]) { ends, part in Set(ends.flatMap { part.ends(in: words, from: $0) }) }
      case .choice(let parts): return Set(parts.flatMap { $0.ends(in: words, from: start) })
      case .repeated(let part, let least, let most):
        var ends: Set<Int> = least == 0 ? [start] : []
        var reached: Set<Int> = [start]
        for time in 1...most {
          reached = Set(reached.flatMap { part.ends(in: words, from: $0) })
          if time >= least { ends.formUnion(reached) }
        }
        return ends
      }
    }

    /// - Parameter depth: How many levels of groups the pattern may have.
    static func random(depth: Int, using dice: inout SplitMix64) -> Pattern {
      switch depth == 0 ? 0 : Int.random(in: 0...4, using: &dice) {
      case 1: .sequence((0..<Int.random(in: 2...3, using: &dice)).map { _ in random(depth: depth - 1, using: &dice) })
      case 2: .choice((0..<Int.random(in: 2...3, using: &dice)).map { _ in random(depth: depth - 1, using: &dice) })
      case 3: .repeated(random(depth: depth - 1, using: &dice), least: 0, most: 1)
      case 4:
        repetition(of: random(depth: depth - 1, using: &dice), least: Int.random(in: 0...2, using: &dice))
      default: .word(["a", "b", "c", "d"].randomElement(using: &dice)!)
      }
    }

    private static func repetition(of part: Pattern, least: Int) -> Pattern {
      .repeated(part, least: least, most: least + 1)
    }
  }

  /// The words with the longest match at each place in brackets; a match begins after the one before.
  private func mark(_ words: [String], _ pattern: Pattern) -> String {
    var marked: [String] = []
    var next = 0
    while next < words.count {
      if let end = pattern.ends(in: words, from: next).max(), end > next {
        marked.append("⟦" + words[next..<end].joined(separator: " ") + "⟧")
        next = end
      } else {
        marked.append(words[next])
        next += 1
      }
    }
    return marked.joined(separator: " ")
  }

  @Test func agreesWithANaiveMatcher() throws {
    var dice = SplitMix64(seed: 2026)
    for _ in 0..<60 {
      // A pattern needs a word that every match contains.
      let pattern = Pattern.sequence([.word("a"), .random(depth: 3, using: &dice), .random(depth: 2, using: &dice)])
      let fixture = try Fixture(
        Fixture.files([
          "patterns/p.yaml": "patterns:\n  - {id: p, type: organisation, pattern: '\(pattern.notation)'}\n"
        ]))
      defer { fixture.remove() }
      let extractor = try Extractor(folders: [fixture.folder], packs: [])
      for _ in 0..<20 {
        let words = (0..<Int.random(in: 4...16, using: &dice)).map { _ in
          ["a", "b", "c", "d"].randomElement(using: &dice)!
        }
        let found = extractor.mark("So " + words.joined(separator: " ") + " ran.")
          .replacing(try Regex("⟦org~[^:]*:"), with: "⟦")
        #expect(found == "So " + mark(words, pattern) + " ran.", "\(pattern.notation)")
      }
    }
  }
}
