import Foundation
import NewsModel
import NewsStore
import Trends

/// The changes of a week that a reader should know, grouped by the documents in which they show.
///
/// Several series often change for one reason: a plant, its region and the topic of the accident are in the same
/// documents. Such a group has one leader, and the others are named with it.
struct Findings {
  struct Group: Equatable {
    var leader: Trend
    /// The other series of the group, those of a dictionary first, and among
    /// them those that occur in hardly any other documents.
    var others: [Other]

    /// The other series that occur in exactly the leader's documents.
    var keysInSameDocuments: [SeriesKey] {
      others.filter { $0.documents == leader.documents && $0.trend.documents == leader.documents }.map(\.trend.key)
    }
  }

  struct Other: Equatable {
    var trend: Trend
    /// The number of documents, and of units of the shares, with both the leader and this series.
    var documents: Int
    var count: Int
  }

  /// The groups in order: significant rises, significant falls, then series that are unusual without being significant.
  let groups: [Group]
  /// For each document of the week, how much of what rose is in it: 2 for a significant series, 1 for an unusual one, and
  /// less than 1 for each topic that has more documents than expected.
  let weights: [Double]

  /// A series belongs to a group if at least two thirds of its documents are documents of the leader, and at least two.
  private static func belongs(_ common: Int, of documents: Int) -> Bool { common >= 2 && common * 3 >= documents * 2 }
  /// The kinds of series that lead before others; the names of places and persons are less certain. Only they can lead
  /// without being significant.
  private static let leading: [SeriesKey.Dimension] = [.topic, .country, .organisation, .facility]
  private static let mostUnusual = 3

  /// - Parameters:
  ///   - documents: those of the week.
  ///   - numbering: the numbers of their series.
  ///   - isListed: false for a name that is in no dictionary; it leads after the others, and only if significant.
  init(
    _ selection: WeekSelection, documents: [WeekDocument], numbering: SeriesNumbering, parameters: TrendParameters,
    isListed: (SeriesKey) -> Bool
  ) {
    func order(_ trend: Trend) -> (Int, Double, Int) {
      let canLead = isListed(trend.key) && Self.leading.contains(trend.key.dimension)
      return (canLead ? 0 : 1, -Self.surprise(trend, parameters.unit), Self.place(of: trend.key.dimension))
    }
    func ordered(_ trends: [Trend]) -> [Trend] {
      trends.sorted { a, b in
        let (first, second) = (order(a), order(b))
        return first != second ? first < second : a.key < b.key
      }
    }
    // Sources are no subject of the news.
    let changes = selection.changes.filter { $0.key.dimension != .source }
    let rises = ordered(changes.filter(Self.isRise))
    let unusual = ordered(selection.unusual.filter { Self.isRise($0) && isListed($0.key) && $0.documents >= 2 })
    let leads = unusual.filter {
      $0.documents >= parameters.minimumCount && Self.leading.contains($0.key.dimension)
    }.prefix(Self.mostUnusual)

    var positions: [Int32: [Int]] = [:]
    for number in (rises + unusual).compactMap({ numbering[$0.key] }) { positions[number] = [] }
    for (position, document) in documents.enumerated() {
      for number in document.series { positions[number]?.append(position) }
    }
    var weights: [Int32: Double] = [:]
    func weigh(_ trend: Trend, _ weight: Double) {
      if let number = numbering[trend.key] { weights[number] = weight }
    }
    for trend in selection.tables[.topic] ?? [] {
      let excess = Double(trend.documents) - (trend.comparison?.expected ?? 1)
      weigh(trend, max(0, excess / Double(documents.count + 1)))
    }
    for trend in unusual { weigh(trend, 1) }
    for trend in rises { weigh(trend, 2) }
    self.weights = documents.map { $0.series.reduce(0) { $0 + (weights[$1] ?? 0) } }

    var groups: [Group] = []
    var ofLeaders: [Set<Int>] = []
    func add(_ trend: Trend, canLead: Bool) {
      let own = numbering[trend.key].flatMap { positions[$0] } ?? []
      for index in groups.indices {
        let common = own.filter { ofLeaders[index].contains($0) }
        guard Self.belongs(common.count, of: own.count) else { continue }
        let count = parameters.unit == .documents ? common.count : Set(common.map { documents[$0].story }).count
        groups[index].others.append(Other(trend: trend, documents: common.count, count: count))
        return
      }
      guard canLead else { return }
      groups.append(Group(leader: trend, others: []))
      ofLeaders.append(Set(own))
    }
    for trend in rises { add(trend, canLead: true) }
    let significant = groups.count
    for trend in leads { add(trend, canLead: true) }
    for trend in unusual where !leads.contains(where: { $0.key == trend.key }) { add(trend, canLead: false) }
    groups.insert(
      contentsOf: changes.filter { !Self.isRise($0) }.map { Group(leader: $0, others: []) }, at: significant)
    for index in groups.indices {
      groups[index].others.sort { a, b in
        let (first, second) = (isListed(a.trend.key), isListed(b.trend.key))
        return first != second ? first : Self.rank(a) < Self.rank(b)
      }
    }
    self.groups = groups
  }

  /// How surprising a count is: the log-likelihood ratio of the count against the expected one (Dunning, Computational
  /// Linguistics 19, 1993). It grows with the size of a change and with its certainty, and a large topic that grew a
  /// little does not lead before a small one that doubled. One document is added to what is expected, so that a
  /// count where none was expected is finite.
  private static func surprise(_ trend: Trend, _ unit: TrendParameters.Unit) -> Double {
    guard let expected = trend.comparison.map({ $0.expected + 1 }) else { return 0 }
    let count = Double(unit == .documents ? trend.documents : trend.stories)
    return (count > 0 ? count * log(count / expected) : 0) - (count - expected)
  }

  private static func isRise(_ trend: Trend) -> Bool { trend.comparison.map { $0.change > 0 } ?? false }

  private static func place(of dimension: SeriesKey.Dimension) -> Int {
    WeekSelection.order.firstIndex(of: dimension) ?? WeekSelection.order.count
  }

  private static func rank(_ other: Other) -> (Double, Int, Double, SeriesKey) {
    let outside = 1 - Double(other.documents) / Double(max(1, other.trend.documents))
    return (
      outside, place(of: other.trend.key.dimension), -(other.trend.comparison?.certainChange ?? 0), other.trend.key
    )
  }
}
