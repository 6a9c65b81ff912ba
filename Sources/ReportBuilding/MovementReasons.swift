import NewsModel
import NewsStore
import Trends

/// Finds the reasons why a series moved: the sources, the other names and the words of its documents.
struct MovementReasons {
  private let names: SeriesNames
  private let numbering: SeriesNumbering
  private let labels: SeriesLabels
  private let words: WordCounting

  /// A series with fewer documents in the baseline weeks is compared with all documents of those weeks.
  private static let fewestOwnDocuments = 5
  private static let mostWords = 8

  init(names: SeriesNames, numbering: SeriesNumbering, words: WordCounting) {
    self.names = names
    self.numbering = numbering
    self.words = words
    labels = SeriesLabels(names, numbering)
  }

  /// Returns the reasons without stories.
  ///
  /// - Parameter baseline: the documents of the baseline weeks.
  func movement(of key: SeriesKey, in documents: [WeekDocument], baseline: [WeekDocument]) throws -> Movement {
    let number = numbering[key] ?? -1
    let own = documents.filter { $0.counts(for: number) }
    let ownBefore = baseline.filter { $0.counts(for: number) }
    let isComparedWithOwn = ownBefore.count >= Self.fewestOwnDocuments
    let before = isComparedWithOwn ? ownBefore : baseline
    let companions = Distinctions.strongest(
      companions(of: key, own, before), total: own.count, totalBefore: before.count)
    let counted = try words.count(own, before: before)
    return Movement(
      key: key, name: names[key],
      shift: SourceShift(sources(own, ownBefore), total: documents.count, totalBefore: baseline.count),
      documents: own.count, against: isComparedWithOwn ? .own(before.count) : .all(before.count),
      companions: companions,
      words: Distinctions.strongest(
        counted.words(without: [names[key]] + companions.map(\.name)), total: counted.total,
        totalBefore: counted.totalBefore, limit: Self.mostWords),
      stories: [])
  }

  private func sources(_ now: [WeekDocument], _ before: [WeekDocument]) -> [SourceCount] {
    var counts: [String: (now: Int, before: Int)] = [:]
    for document in now { counts[document.publisher, default: (0, 0)].now += 1 }
    for document in before { counts[document.publisher, default: (0, 0)].before += 1 }
    return counts.sorted { $0.key < $1.key }.map {
      SourceCount(source: $0.key, documents: $0.value.now, documentsBefore: $0.value.before)
    }
  }

  /// Parts of the series itself, such as the units of a plant, are left out because they explain nothing.
  private func companions(of key: SeriesKey, _ now: [WeekDocument], _ before: [WeekDocument]) -> [CompanionCount] {
    let own = labels.parts(of: key)
    var counts = [Int32: (now: Int, before: Int)]()
    for document in now {
      for label in labels.distinct(document.series, without: own) { counts[label, default: (0, 0)].now += 1 }
    }
    // A name that this week does not have explains nothing.
    for document in before {
      for label in labels.distinct(document.series, without: own) { counts[label]?.before += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map {
      CompanionCount(name: labels.names[Int($0.key)], documents: $0.value.now, documentsBefore: $0.value.before)
    }
  }
}
