import NewsModel
import NewsStore
import Synchronization
import TextScanning
import Trends

/// Counts the documents that contain each word.
///
/// A sample is enough to see what a week is about. If there are many documents, every nth is read; these are the same
/// ones in every run.
final class WordCounting: Sendable {
  private let store: NewsStore
  /// The words of documents that were read. Reports of neighbouring weeks, which are made at the same time, read the
  /// same documents. When the limit is reached, all are forgotten.
  private let known = Mutex<[Int64: Set<String>]>([:])

  private static let mostKnown = 4000
  /// The most documents that are read of the week and of the weeks before.
  private static let sampleSize = 100
  private static let sampleSizeBefore = 300
  /// In bytes.
  private static let shortestWord = 4
  /// A word in a larger share of the documents before is a word of the language or of the source.
  private static let largestShareBefore = 0.2
  /// Words that every week's text contains, but different ones in each week.
  private static let calendar: Set<String> = [
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
  ]

  init(store: NewsStore) { self.store = store }

  struct Counts {
    /// The number of documents that were read of each period.
    var total: Int
    var totalBefore: Int
    /// In order of word.
    fileprivate var words: [CompanionCount]

    /// Returns the words except those of the given names and those that are frequent everywhere.
    func words(without names: [String]) -> [CompanionCount] {
      let named = Set(names.flatMap { WordCounting.words(of: $0.lowercased()) })
      return words.filter { word in
        !named.contains(word.name)
          && Double(word.documentsBefore) <= WordCounting.largestShareBefore * Double(totalBefore)
      }
    }
  }

  /// Counts the words that occur in `documents`, in these and in the documents before.
  func count(_ documents: [WeekDocument], before: [WeekDocument]) throws -> Counts {
    let now = Self.sample(documents, Self.sampleSize)
    let earlier = Self.sample(before, Self.sampleSizeBefore)
    var counts: [String: (now: Int, before: Int)] = [:]
    var stream = TokenStream()
    for document in now { for word in try words(of: document, &stream) { counts[word, default: (0, 0)].now += 1 } }
    for document in earlier { for word in try words(of: document, &stream) { counts[word]?.before += 1 } }
    return Counts(
      total: now.count, totalBefore: earlier.count,
      words: counts.sorted { $0.key < $1.key }.map {
        CompanionCount(name: $0, documents: $1.now, documentsBefore: $1.before)
      })
  }

  private static func sample(_ documents: [WeekDocument], _ size: Int) -> [WeekDocument] {
    guard documents.count > size else { return documents }
    return (0..<size).map { documents[$0 * documents.count / size] }
  }

  private func words(of document: WeekDocument, _ stream: inout TokenStream) throws -> Set<String> {
    if let words = known.withLock({ $0[document.id] }) { return words }
    let text = (document.reference.title ?? "") + "\n" + (try store.mainText(of: document.id))
    let words = Self.words(of: text, &stream)
    known.withLock { known in
      if known.count >= Self.mostKnown { known.removeAll() }
      known[document.id] = words
    }
    return words
  }

  private static func words(of text: String) -> Set<String> {
    var stream = TokenStream()
    return words(of: text, &stream)
  }

  private static func words(of text: String, _ stream: inout TokenStream) -> Set<String> {
    let bytes = Array(text.utf8)
    stream.scan(bytes)
    var words: Set<String> = []
    for token in stream.tokens where isCounted(token) {
      let word = token.folded(in: bytes)
      if !calendar.contains(word) { words.insert(word) }
    }
    return words
  }

  /// Words with capitals are mostly names, which are counted as such. A text in capitals has no words then, which is
  /// rare.
  private static func isCounted(_ token: Token) -> Bool {
    token.kind == .word && token.casing == .lower && !token.hasDigit && token.range.count >= shortestWord
  }
}
