/// Joins the pages of a site that are copies of one text: four crawls of one address, or one agency's report in five
/// newspapers. What such pages have in common is the text itself, and says nothing of the site.
///
/// The answer depends on the pages and their order alone. All is done in memory, with 16 bytes a sentence.
package struct DistinctTexts: Sendable {
  /// Two pages are one text when they share this part of the longer one. Pages that share less have more text of their own
  /// than in common, and pages that share more would lose most of their text to a template.
  static let sharedPart = 0.5

  /// How many different texts a page is compared with for one sentence: a sentence of more texts is the site's.
  private static let mostCompared = 64

  private var addresses: [String?] = []
  private var sizes: [Int] = []
  /// The sentences of all pages, end to end, and where those of each page begin.
  private var sentences: [PageText.Sentence] = []
  private var starts: [Int] = [0]

  package init() {}

  package mutating func add(_ page: PageText) {
    addresses.append(page.address)
    sizes.append(page.size)
    sentences += page.sentences
    starts.append(sentences.count)
  }

  /// For each page, in the order of their addition, the first page that is the same text; itself for that one.
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

  /// Two pages that share enough share one of their rarest sentences (prefix filtering: Chaudhuri, Ganti and Kaushik, "A
  /// primitive operator for similarity joins in data cleaning", 2006), so that only pages which do are compared.
  private func joinSentences(_ unions: inout Unions) {
    let owners = owners()
    let order = sentences.indices.map { UInt32($0) }.sorted {
      (sentences[Int($0)].hash, $0) < (sentences[Int($1)].hash, $1)
    }
    var counts = [UInt32](repeating: 0, count: sentences.count)
    let runs = Self.runs(of: order) { sentences[Int($0)].hash == sentences[Int($1)].hash }
    for run in runs { for position in run { counts[Int(order[position])] = UInt32(run.count) } }
    let isRare = rareOnes(counts)
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

  /// Of each page its rarest sentences, so many that what is left is less than two copies share.
  private func rareOnes(_ counts: [UInt32]) -> [Bool] {
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

  /// Neighbours that are equal, as ranges of positions.
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
