package import NewsModel
import TextScanning

/// Finds terms that distinguish the documents of a topic from others, by means of labelled documents.
///
/// The measure is the log-odds ratio with an informative Dirichlet prior: B. Monroe, M. Colaresi, K. Quinn, "Fightin'
/// Words", Political Analysis 16 (2008), equations 16 to 22. It is used instead of chi-square because its prior (each
/// word's share of all labelled documents) holds back both rare words, which have a large chi-square by chance, and
/// common words, without a list of stop words. It counts documents rather than words, so that a long document weighs no
/// more than a short one.
package struct TermSuggestions: Sendable {
  /// The weight of the prior in documents. As in the paper, it has the size of a small corpus. If fewer documents are
  /// labelled, their number is used, because a prior that outweighs them would hold back every term.
  static let mostPriorDocuments = 500
  /// The number of best single terms that are combined into pairs.
  static let pairedTerms = 40
  /// How much more precise a pair must be than the better of its terms to be worth suggesting.
  static let pairGain = 0.05

  private var numbers: [String: Int32] = [:]
  private var terms: [String] = []
  /// For each term, the number of documents inside and outside the topic that contain it.
  private var counts: [(inside: Int32, outside: Int32)] = []
  /// The terms of each document, in ascending order.
  private var documents: [(terms: [Int32], isInside: Bool)] = []

  package init() {}

  package struct Suggestion: Sendable, Equatable {
    /// A word, two adjacent words, or two words anywhere in a document (`a AND b`), in the syntax of rules.
    package var term: String
    /// The distance of the log-odds ratio from 0, in standard deviations.
    package var z: Double
    package var precision: Double
    package var recall: Double
    package var documents: Int
  }

  /// Adds the title and main text of a labelled document.
  package mutating func add(_ document: Document, isInside: Bool) {
    var found: Set<Int32> = []
    for text in [document.title ?? "", document.text] where !text.isEmpty {
      let bytes = Array(text.utf8)
      let stream = TokenStream(text)
      for sentence in stream.sentences {
        var previous: String?
        for token in stream.tokens[sentence.start..<sentence.end] {
          guard token.kind == .word else {
            if token.kind != .possessive, !token.flags.contains(.skipped) { previous = nil }
            continue
          }
          let word = String(decoding: bytes[token.range], as: UTF8.self).lowercased()
          if word.utf8.count >= 3 { found.insert(number(of: word)) }
          if let previous { found.insert(number(of: previous + " " + word)) }
          previous = word
        }
      }
    }
    for term in found {
      if isInside { counts[Int(term)].inside += 1 } else { counts[Int(term)].outside += 1 }
    }
    documents.append((found.sorted(), isInside))
  }

  private mutating func number(of term: String) -> Int32 {
    if let number = numbers[term] { return number }
    let number = Int32(terms.count)
    numbers[term] = number
    terms.append(term)
    counts.append((0, 0))
    return number
  }

  package var insideCount: Int { documents.count { $0.isInside } }
  package var outsideCount: Int { documents.count { !$0.isInside } }

  /// Returns the best single terms and pairs, strongest first. Returns an empty array if there are no documents inside
  /// or none outside the topic.
  package func best(_ limit: Int) -> [Suggestion] {
    let singles = scored()
    let top = singles.prefix(Self.pairedTerms)
    let all = singles.prefix(limit * 2) + pairs(of: Array(top))
    return Array(
      all.sorted { ($1.suggestion.z, $0.suggestion.term) < ($0.suggestion.z, $1.suggestion.term) }.map(\.suggestion)
        .prefix(limit))
  }

  private typealias Scored = (number: Int32, suggestion: Suggestion)

  private func scored() -> [Scored] {
    let inside = Double(insideCount)
    let outside = Double(outsideCount)
    guard inside > 0, outside > 0 else { return [] }
    // A term in only one document is as likely to be a name as to indicate the topic.
    let least = max(2, Int(inside * 0.02))
    var found: [Scored] = []
    for (number, count) in counts.enumerated() where Int(count.inside) >= least {
      let suggestion = suggestion(
        quoted(terms[number]), inside: Int(count.inside), outside: Int(count.outside), of: inside, outside)
      // 1.96 is the two-sided 5 % limit of the normal distribution, as in the paper.
      if suggestion.z > 1.96 { found.append((Int32(number), suggestion)) }
    }
    return found.sorted { ($1.suggestion.z, $0.suggestion.term) < ($0.suggestion.z, $1.suggestion.term) }
  }

  private func suggestion(_ term: String, inside a: Int, outside b: Int, of inside: Double, _ outside: Double)
    -> Suggestion
  {
    let priorDocuments = min(Double(Self.mostPriorDocuments), inside + outside)
    let prior = priorDocuments * Double(a + b) / (inside + outside)
    func logOdds(_ count: Double, _ total: Double) -> Double {
      naturalLogarithm((count + prior) / (total + priorDocuments - count - prior + 1e-9))
    }
    let difference = logOdds(Double(a), inside) - logOdds(Double(b), outside)
    let variance = 1 / (Double(a) + prior) + 1 / (Double(b) + prior)
    return Suggestion(
      term: term, z: difference / variance.squareRoot(), precision: Double(a) / Double(a + b),
      recall: Double(a) / inside, documents: a + b)
  }

  private func pairs(of top: [Scored]) -> [Scored] {
    let inside = Double(insideCount)
    let outside = Double(outsideCount)
    let members = Dictionary(top.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    var together = [(inside: Int, outside: Int)](repeating: (0, 0), count: top.count * top.count)
    for document in documents {
      let held = document.terms.compactMap { members[$0] }.sorted()
      for (index, first) in held.enumerated() {
        for second in held[(index + 1)...] {
          if document.isInside {
            together[first * top.count + second].inside += 1
          } else {
            together[first * top.count + second].outside += 1
          }
        }
      }
    }
    var found: [Scored] = []
    for first in top.indices {
      for second in top.indices where second > first {
        let count = together[first * top.count + second]
        guard count.inside >= 3 else { continue }
        let names = (top[first].suggestion.term, top[second].suggestion.term)
        // Terms that contain each other are not a pair.
        if bare(names.0).contains(bare(names.1)) || bare(names.1).contains(bare(names.0)) { continue }
        let pair = suggestion(
          "\(names.0) AND \(names.1)", inside: count.inside, outside: count.outside, of: inside, outside)
        if pair.precision >= max(top[first].suggestion.precision, top[second].suggestion.precision) + Self.pairGain {
          found.append((-1, pair))
        }
      }
    }
    return found
  }

  private func quoted(_ term: String) -> String { "\"\(term)\"" }
  private func bare(_ term: String) -> String { term.filter { $0 != "\"" } }
}
