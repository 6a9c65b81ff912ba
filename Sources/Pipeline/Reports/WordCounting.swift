import NewsModel
import NewsStore
import Synchronization
import TextScanning
import Trends

/// Counts in how many documents a word stands.
///
/// A sample is enough to see what a week is about: of many documents every so-manieth is read, the same ones on every run.
final class WordCounting: Sendable {
  private let store: NewsStore
  /// The words of documents that were read; emptied when it is full. Reports of neighbouring weeks, which are made at
  /// once, read the same ones.
  private let read = Mutex<[Int64: Set<String>]>([:])

  private static let mostRead = 4000
  private static let sample = 100
  private static let sampleBefore = 300
  private static let shortest = 4
  /// A word in more of the documents before is the language's or the source's own.
  private static let everywhere = 0.2
  /// The same in every week's text, and in each week another.
  private static let calendar: Set<String> = [
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
  ]

  init(store: NewsStore) { self.store = store }

  struct Counts {
    var total: Int
    var totalBefore: Int
    /// In order of word.
    fileprivate var words: [CompanionCount]

    /// Without the words of names that are named beside them, and without those that stand everywhere.
    func words(without names: [String]) -> [CompanionCount] {
      let named = Set(names.flatMap { WordCounting.words(of: $0.lowercased()) })
      return words.filter { word in
        !named.contains(word.name)
          && Double(word.documentsBefore) <= WordCounting.everywhere * Double(totalBefore)
      }
    }
  }

  func count(_ documents: [WeekDocument], against before: [WeekDocument]) throws -> Counts {
    let now = Self.sample(of: documents, Self.sample)
    let earlier = Self.sample(of: before, Self.sampleBefore)
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

  private static func sample(of documents: [WeekDocument], _ most: Int) -> [WeekDocument] {
    guard documents.count > most else { return documents }
    return (0..<most).map { documents[$0 * documents.count / most] }
  }

  private func words(of document: WeekDocument, _ stream: inout TokenStream) throws -> Set<String> {
    if let words = read.withLock({ $0[document.id] }) { return words }
    let text = (document.reference.title ?? "") + "\n" + (try store.mainText(of: document.id))
    let words = Self.words(of: text, &stream)
    read.withLock { read in
      if read.count >= Self.mostRead { read.removeAll() }
      read[document.id] = words
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

  /// Capitals make names, which are counted as such; a text all in capitals has no words then, which is rare.
  private static func isCounted(_ token: Token) -> Bool {
    token.kind == .word && token.casing == .lower && !token.hasDigit && token.range.count >= shortest
  }
}
