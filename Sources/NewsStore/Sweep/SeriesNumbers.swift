import GRDB
import NewsModel

/// Assigns small numbers to series in the order in which they occur, so that counting needs no names.
struct SeriesNumbers {
  /// The keys, indexed by number.
  private(set) var keys: [SeriesKey] = []
  /// A hash of each key.
  private(set) var hashes: [UInt64] = []
  private var numbers: [SeriesKey: Int32] = [:]
  private var surfaces: [Int64: Int32?] = [:]
  private var topics: [String: [Int32]] = [:]
  private let surface: RepeatedStatement
  private let broader: [String: String]

  init(_ db: Database) throws {
    surface = try RepeatedStatement(
      db, "SELECT type, entity.id FROM surface JOIN entity ON entity.id = surface.means WHERE surface.id = ?")
    broader = Dictionary(
      try Row.fetchAll(db, sql: "SELECT id, broader FROM topic WHERE broader IS NOT NULL")
        .map { try ($0.value(0), $0.value(1)) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func number(_ dimension: SeriesKey.Dimension, _ id: String) -> Int32 {
    let key = SeriesKey(dimension, id)
    if let known = numbers[key] { return known }
    let number = Int32(keys.count)
    keys.append(key)
    hashes.append(UInt64(bitPattern: StableKey.of(dimension.rawValue, id)))
    numbers[key] = number
    return number
  }

  /// Returns nil for the name of a country. A country is counted through the document's countries, which rest on more
  /// evidence than names.
  mutating func number(ofSurface key: Int64) throws -> Int32? {
    if let known = surfaces[key] { return known }
    var number: Int32?
    surface.bind(1, key)
    try surface.eachRow { row in
      if let dimension = SeriesKey.Dimension(rawValue: row.text(0)), dimension != .country {
        number = self.number(dimension, row.text(1))
      }
    }
    surfaces[key] = .some(number)
    return number
  }

  /// Returns the numbers of the topic and of all broader topics.
  mutating func numbers(ofTopic id: String) -> [Int32] {
    if let known = topics[id] { return known }
    var numbers: [Int32] = []
    var next: String? = id
    while let topic = next {
      let number = number(.topic, topic)
      // Stop if the broader topics form a cycle.
      if numbers.contains(number) { break }
      numbers.append(number)
      next = broader[topic]
    }
    topics[id] = numbers
    return numbers
  }
}
