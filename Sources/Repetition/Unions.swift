/// Disjoint sets of numbers from zero, each known by its smallest (Tarjan's union-find with path halving).
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

  /// The sets of two and more, each in ascending order, in the order of their smallest.
  var groups: [[Int]] {
    var sets = self
    var members: [Int: [Int]] = [:]
    for index in parents.indices { members[sets.root(index), default: []].append(index) }
    return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
