import NewsModel
import TextScanning

/// The mentions of a section that count as context for other names, indexed by what a requirement may name. A document
/// with ten thousand names is then not read again for each name that lacks its country.
struct AcceptedMentions {
  private let ranges: [Range<Int>]
  /// Indices into `ranges`; each list is in order of start.
  private var byEntity: [Int32: [Int32]] = [:]
  private var byType: [[Int32]]
  private var byKind: [String: [Int32]] = [:]

  /// - Parameter candidates: Must be in order of start.
  init(_ candidates: [Candidate], _ dictionary: NameDictionary) {
    ranges = candidates.map(\.range)
    byType = [[Int32]](repeating: [], count: EntityType.allCases.count)
    for (index, candidate) in candidates.enumerated() {
      byType[candidate.type.index].append(Int32(index))
      guard let entity = candidate.entity else { continue }
      byEntity[entity, default: []].append(Int32(index))
    }
    for (entity, indices) in byEntity {
      for kind in dictionary.kindsInContexts(of: entity) { byKind[kind, default: []] += indices }
    }
    for kind in byKind.keys { byKind[kind]?.sort() }
  }

  /// Returns the first mention that matches an item inside a window of tokens and, if a range is given, outside of it.
  func first(_ item: Requirement.Item, in window: Range<Int>, outside: Range<Int>?) -> Range<Int>? {
    let indices: [Int32]
    switch item {
    case .entity(let entity): indices = byEntity[entity] ?? []
    case .type(let type): indices = byType[type.index]
    case .kind(let kind): indices = byKind[kind] ?? []
    case .set: return nil
    }
    for place in indices[indices.partitioningIndex { ranges[Int($0)].lowerBound >= window.lowerBound }...] {
      let range = ranges[Int(place)]
      if range.lowerBound >= window.upperBound { return nil }
      if range.upperBound > window.upperBound { continue }
      if let outside, range.overlaps(outside) { continue }
      return range
    }
    return nil
  }
}
