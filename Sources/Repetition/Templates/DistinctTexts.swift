/// Finds the pages of a site that are copies of one text, such as several crawls of one address. Such pages share the text
/// itself, which is no evidence of a template.
///
/// The result depends only on the pages and their order. All pages are kept in memory, with 16 bytes per sentence.
package struct DistinctTexts: Sendable {
  /// The share of the longer page's text that two pages must have in common to be copies. Pages with less in common have
  /// more text of their own; pages with more in common would lose most of their text to a template.
  static let sharedPart = 0.5

  /// The most different texts with which a page is compared because of one sentence. A sentence of more texts belongs to
  /// the site.
  private static let mostCompared = 64

  private var addresses: [String?] = []
  private var sizes: [Int] = []
  /// The sentences of all pages, one page after another, and the start of each page in this list.
  private var sentences: [PageText.Sentence] = []
  private var starts: [Int] = [0]

  package init() {}

  package mutating func add(_ page: PageText) {
    addresses.append(page.address)
    sizes.append(page.size)
    sentences += page.sentences
    starts.append(sentences.count)
  }

  /// Returns for each page, in the order in which they were added, the first page with the same text, which may be itself.
  package func firsts() -> [Int] {
    var unions = Unions(count: addresses.count)
    joinAddresses(&unions)
    joinSentences(&unions)
    return addresses.indices.map { unions.root($0) }
  }

  private func joinAddresses(_ unions: inout Unions) {
    var known: [String: Int] = [:]
    for (page, address) in addresses.enumerated() {
      guard let address else { continue }
      if let first = known[address] { unions.join(first, page) } else { known[address] = page }
    }
  }

  /// Copies share one of their rarest sentences, so only pages that do are compared (prefix filtering: Chaudhuri, Ganti and
  /// Kaushik, "A primitive operator for similarity joins in data cleaning", 2006).
  private func joinSentences(_ unions: inout Unions) {
    let owners = owners()
    let order = sentences.indices.map { UInt32($0) }.sorted {
      (sentences[Int($0)].hash, $0) < (sentences[Int($1)].hash, $1)
    }
    var counts = [UInt32](repeating: 0, count: sentences.count)
    let runs = Self.runs(of: order) { sentences[Int($0)].hash == sentences[Int($1)].hash }
    for run in runs { for position in run { counts[Int(order[position])] = UInt32(run.count) } }
    let isRare = rareSentences(counts)
    for run in runs where run.count > 1 {
      var different: [Int] = []
      next: for position in run where isRare[Int(order[position])] {
        let page = Int(owners[Int(order[position])])
        let root = unions.root(page)
        if different.contains(where: { unions.root($0) == root }) { continue }
        for other in different where areOneText(other, page) {
          unions.join(other, page)
          continue next
        }
        if different.count < Self.mostCompared { different.append(page) }
      }
    }
  }

  private func owners() -> [UInt32] {
    var owners: [UInt32] = []
    owners.reserveCapacity(sentences.count)
    for page in sizes.indices { for _ in starts[page]..<starts[page + 1] { owners.append(UInt32(page)) } }
    return owners
  }

  /// Returns which sentences are among the rarest of their page. These are so many that the other sentences are less than
  /// copies must share.
  private func rareSentences(_ counts: [UInt32]) -> [Bool] {
    var isRare = [Bool](repeating: false, count: sentences.count)
    for page in sizes.indices {
      var before = 0.0
      let most = (1 - Self.sharedPart) * Double(sizes[page])
      let rarest = (starts[page]..<starts[page + 1]).sorted {
        (counts[$0], sentences[$0].hash) < (counts[$1], sentences[$1].hash)
      }
      for index in rarest {
        if before > most { break }
        isRare[index] = true
        before += Double(sentences[index].size)
      }
    }
    return isRare
  }

  private func areOneText(_ a: Int, _ b: Int) -> Bool {
    let least = Self.sharedPart * Double(max(sizes[a], sizes[b]))
    guard Double(min(sizes[a], sizes[b])) >= least else { return false }
    var shared = 0
    var (here, there) = (starts[a], starts[b])
    while here < starts[a + 1], there < starts[b + 1] {
      let (one, other) = (sentences[here], sentences[there])
      if one.hash == other.hash { shared += Int(min(one.size, other.size)) }
      if one.hash <= other.hash { here += 1 }
      if one.hash >= other.hash { there += 1 }
    }
    return Double(shared) >= least
  }

  /// Returns the ranges of neighbours that are equal.
  private static func runs(of order: [UInt32], areEqual: (UInt32, UInt32) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, areEqual(order[start], order[end]) { end += 1 }
      runs.append(start..<end)
      start = end
    }
    return runs
  }
}
