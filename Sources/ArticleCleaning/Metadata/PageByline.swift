import TextScanning

/// The authors and the agency of a page's article, as the page declares them or, otherwise, from the lines near the
/// title. If no person is named, the author is the newsroom, agency or account that the page declares as such.
struct PageByline {
  private var persons: [String] = []
  /// The first author that is declared, but is no person.
  private var house: String?
  private(set) var agency: String?
  private let site: SiteName
  private let vocabulary: PageVocabulary

  /// The persons, separated by ", ", or else the newsroom, agency or account.
  var author: String? { persons.isEmpty ? house : persons.joined(separator: ", ") }

  /// The largest number of persons that are read; each is compared with those before it.
  private static let most = 8
  // In bytes.
  private static let longestDeclaration = 200
  private static let longestHouse = 60
  private static let longestLine = 160
  private static let longestLabelledLine = 80

  init(_ main: MainText, _ meta: MetaTags, _ data: LinkedData, site: SiteName, heading: Int?) {
    self.site = site
    vocabulary = main.vocabulary
    add(data.authors.filter { !$0.isReferred })
    for name in vocabulary.metaNames.named(.author) where persons.isEmpty {
      for value in meta.values(name) { add(declared: value) }
    }
    // The object to which an article refers is often the account that published it.
    if persons.isEmpty { add(data.authors.filter(\.isReferred)) }
    if persons.isEmpty, let label = meta.value("twitter:label1"), isLabel(label),
      let name = meta.value("twitter:data1")
    {
      add(declared: name)
    }
    if persons.isEmpty || agency == nil, let heading { readLines(main, heading: heading) }
    if persons.isEmpty { readElements(main) }
    if persons.isEmpty { readLabelledLine(main) }
    if persons.isEmpty { readLineAboveText(main) }
  }

  /// Whether a text is a label of authors and nothing else: "Written by".
  private func isLabel(_ text: String) -> Bool {
    let label = Scalars.lowered(Array((text + " ").utf8))
    return vocabulary.bylines.labels.match(label, at: 0) { length, _ in length == label.count } != nil
  }

  // MARK: Names

  private mutating func add(_ authors: [LinkedData.Author]) {
    for author in authors { add(declared: author.name, isOrganisation: author.isOrganisation) }
  }

  /// Adds the persons of a declaration, or else keeps it as the name of a newsroom, agency or account.
  private mutating func add(declared text: String, isOrganisation: Bool = false) {
    // In "Jane Doe @janedoe" the account is not part of the name.
    let text = MetaTags.folded(PlainText.of(markup: text)).split(separator: " ").filter { !$0.hasPrefix("@") }
      .joined(separator: " ")
    guard text.utf8.count <= Self.longestDeclaration, !text.contains("://") else { return }
    let known = persons.count
    // "Valley Post, Rivertown" is an imprint.
    let first = text.prefix { $0 != "," && $0 != "|" }.trimmingSpaces()
    if !isOrganisation, !site.isName(text), !site.isTitleName(String(first)) || !text.contains(",") {
      let byline = Byline("by " + text, vocabulary)
      agency = agency ?? byline.agency
      add(persons: byline.author)
    }
    if persons.count == known, house == nil { house = Self.house(text, vocabulary) }
  }

  private mutating func add(persons names: String?) {
    for name in (names ?? "").split(separator: ",") {
      let name = String(name.trimmingSpaces())
      if persons.count < Self.most, !name.isEmpty, !site.isName(name), !persons.contains(name) { persons.append(name) }
    }
  }

  /// Returns the name of the newsroom, agency or account that a declaration names; nil if it names none.
  private static func house(_ text: String, _ vocabulary: PageVocabulary) -> String? {
    var name = Substring(text)
    _ = Byline.dropLabel(&name, vocabulary.bylines)
    name = Byline.trimmed(name)
    guard name.utf8.count <= longestHouse, name.contains(where: \.isLetter), !name.contains("@"),
      !vocabulary.bylines.nobodies.contains(name.lowercased())
    else { return nil }
    return String(name)
  }

  // MARK: The page

  /// Reads lines near the title whose elements are named for the author, or that begin with "by", or in which "by"
  /// stands behind a date.
  private mutating func readLines(_ main: MainText, heading: Int) {
    let page = main.page
    let wantsAuthor = persons.isEmpty
    for index in max(0, heading - 3)..<min(page.blocks.count, heading + 12) where index != heading {
      let block = page.blocks[index]
      guard block.end - block.start <= Self.longestLine else { continue }
      var line = Array(page.text[block.start..<block.end])
      let isByline = main.roles[block.holder] == .byline || Byline.isLabelled(line, vocabulary.bylines)
      guard isByline || DateScanner.mayHaveDate(line, line.indices) else { continue }
      let dates = DateScanner(vocabulary).dates(in: line, 0..<line.count)
      guard isByline || !dates.isEmpty else { continue }
      for date in dates.reversed() { line.replaceSubrange(date.range, with: [UInt8(ascii: "|")]) }
      let byline = Byline(String(decoding: line, as: UTF8.self), needsLabel: !isByline, vocabulary)
      agency = agency ?? byline.agency
      if wantsAuthor, persons.isEmpty { add(persons: byline.author) }
    }
  }

  /// Reads the first line of the page that begins with "by" and is not among other articles or comments.
  private mutating func readLabelledLine(_ main: MainText) {
    for block in main.page.blocks where block.count <= Self.longestLabelledLine {
      let first = main.page.text[block.start]
      guard first >= 0x80 || vocabulary.bylines.openings.mayBegin(first.lowered) else { continue }
      let line = Array(main.page.text[block.start..<block.end])
      guard Byline.isLabelled(line, vocabulary.bylines), !main.isAside(block.holder, heading: nil) else { continue }
      add(persons: Byline(String(decoding: line, as: UTF8.self), vocabulary).author)
      if !persons.isEmpty { return }
    }
  }

  /// Reads the line directly above the first prose, if it consists of names and is printed in bold or italic type.
  private mutating func readLineAboveText(_ main: MainText) {
    let blocks = main.page.blocks
    guard let first = main.isProse.firstIndex(of: true), first > 0 else { return }
    let block = blocks[first - 1]
    guard block.count <= Self.longestLabelledLine, block.strongBytes * 10 >= block.count * 8,
      !main.tree.tag(block.holder).isHeading, block.linkBytes == 0
    else { return }
    let text = main.page.string(block)
    let names = Byline(text, vocabulary).author
    if let names, SiteName.key(names) == SiteName.key(text) { add(persons: names) }
  }

  /// Reads the first element that is marked as the author's and is not among other articles or comments.
  private mutating func readElements(_ main: MainText) {
    let tree = main.tree
    for node in 0..<tree.count where Self.marksAuthor(tree, node) {
      guard tree.end(node) - node <= 24, main.place(of: node, heading: nil) != .teaser else { continue }
      add(declared: tree.text(of: node))
      if !persons.isEmpty { return }
    }
  }

  /// Whether an element has `itemprop="author"`, `rel="author"` or `class="author vcard"`, a microformat.
  private static func marksAuthor(_ tree: PageTree, _ node: PageTree.Node) -> Bool {
    if tree.nodes[node].attributeCount == 0 || tree.tag(node) == .meta || tree.tag(node) == .link { return false }
    if let item = tree.attribute(node, .itemprop), tree.arena[item].elementsEqual("author".utf8) { return true }
    if let rel = tree.attribute(node, .rel), authors.firstMatch(in: tree.arena, rel) != nil { return true }
    guard let name = tree.attribute(node, .class), name.count < 100 else { return false }
    return cards.firstMatch(in: tree.arena, name) != nil && authors.firstMatch(in: tree.arena, name) != nil
  }

  private static let authors = PhraseTrie(["author"])
  private static let cards = PhraseTrie(["vcard"])
}
