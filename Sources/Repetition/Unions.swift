/// Disjoint sets of the numbers from zero, each identified by its smallest member (Tarjan's union-find with path halving).
struct Unions {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    parents[max(a, b)] = min(a, b)
  }

  /// The sets with at least two members, each in ascending order, ordered by their smallest members.
  var groups: [[Int]] {
    var sets = self
    var members: [Int: [Int]] = [:]
    for index in parents.indices { members[sets.root(index), default: []].append(index) }
    return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
