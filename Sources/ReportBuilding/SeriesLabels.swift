import NewsModel

/// The names of series by number. Series with the same name share one, because a reader cannot tell them apart.
struct SeriesLabels: Sendable {
  /// In order, without duplicates.
  let names: [String]
  private let numbering: SeriesNumbering
  /// The position of each series' name; negative for a source, which is no name in a text.
  private let places: [Int32]

  init(_ names: SeriesNames, _ numbering: SeriesNumbering) {
    self.numbering = numbering
    let distinct = Set(numbering.keys.lazy.filter { $0.dimension != .source }.map { names[$0] }).sorted()
    let place = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32($0)) })
    places = numbering.keys.map { $0.dimension == .source ? -1 : place[names[$0]]! }
    self.names = distinct
  }

  /// Returns the series and its parts, such as the units of a plant, which follow it in the order.
  func parts(of key: SeriesKey) -> Range<Int32> {
    guard let first = numbering[key] else { return 0..<0 }
    let isPart = { (other: SeriesKey) in other.dimension == key.dimension && other.id.hasPrefix(key.id + "#") }
    return first..<first + 1 + Int32(numbering.keys[(Int(first) + 1)...].prefix(while: isPart).count)
  }

  /// Returns the positions of the names of some series in order, without duplicates.
  func distinct(_ series: [Int32], without left: Range<Int32>) -> [Int32] {
    var found: [Int32] = []
    for number in series where !left.contains(number) && places[Int(number)] >= 0 { found.append(places[Int(number)]) }
    found.sort()
    var distinct: [Int32] = []
    for place in found where place != distinct.last { distinct.append(place) }
    return distinct
  }
}
