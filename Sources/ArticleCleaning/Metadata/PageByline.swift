import TextScanning

/// The authors and the agency of a page's article, as the page declares them or, otherwise, from the lines near the
/// title.
struct PageByline {
  private var persons: [String] = []
  private(set) var agency: String?
  private let site: SiteName

  /// The persons, separated by ", ".
  var author: String? { persons.isEmpty ? nil : persons.joined(separator: ", ") }

  /// The largest number of persons that are read; each is compared with those before it.
  private static let most = 8

  init(_ main: MainText, _ meta: MetaTags, _ data: LinkedData, site: SiteName, heading: Int?) {
    self.site = site
    for name in data.article?.authors ?? [] { add(name, main.vocabulary) }
    for name in main.vocabulary.metaNames.named(.author) where persons.isEmpty {
      for value in meta.values(name) { add(value, main.vocabulary) }
    }
    if persons.isEmpty, meta.value("twitter:label1")?.lowercased().contains("by") == true,
      let name = meta.value("twitter:data1")
    {
      add(name, main.vocabulary)
    }
    if persons.isEmpty || agency == nil, let heading { readLines(main, heading: heading) }
    if persons.isEmpty { readElements(main) }
  }

  /// Reads the first element that is marked as the author's and is not among other articles or comments.
  private mutating func readElements(_ main: MainText) {
    let tree = main.tree
    for node in 0..<tree.count where Self.marksAuthor(tree, node) {
      guard tree.end(node) - node <= 24, main.place(of: node, heading: nil) != .teaser else { continue }
      add(tree.text(of: node), main.vocabulary)
      if !persons.isEmpty { return }
    }
  }

  /// Whether an element has `itemprop="author"`, `rel="author"` or `class="author vcard"`, a microformat.
  private static func marksAuthor(_ tree: PageTree, _ node: PageTree.Node) -> Bool {
    if tree.isText(node) || tree.tag(node) == .meta || tree.tag(node) == .link { return false }
    if let item = tree.attribute(node, .itemprop), tree.arena[item].elementsEqual("author".utf8) { return true }
    if let rel = tree.attribute(node, .rel), authors.firstMatch(in: tree.arena, rel) != nil { return true }
    guard let name = tree.attribute(node, .class), name.count < 100 else { return false }
    return cards.firstMatch(in: tree.arena, name) != nil && authors.firstMatch(in: tree.arena, name) != nil
  }

  private static let authors = PhraseTrie(["author"])
  private static let cards = PhraseTrie(["vcard"])

  private mutating func add(_ text: String, _ vocabulary: PageVocabulary) {
    // In "Jane Doe @janedoe" the account is not part of the name.
    let text = MetaTags.folded(PlainText.of(markup: text)).split(separator: " ").filter { !$0.hasPrefix("@") }
      .joined(separator: " ")
    guard text.utf8.count <= 200, !text.contains("://"), !site.isName(text) else { return }
    let byline = Byline("by " + text, vocabulary)
    agency = agency ?? byline.agency
    for name in (byline.author ?? "").split(separator: ",") {
      let name = String(name.trimmingSpaces())
      guard persons.count < Self.most else { return }
      if !name.isEmpty, !site.isName(name), !persons.contains(name) { persons.append(name) }
    }
  }

  /// Reads lines near the title whose elements are named for the author, or that begin with "by".
  private mutating func readLines(_ main: MainText, heading: Int) {
    let page = main.page
    let wantsAuthor = persons.isEmpty
    for index in max(0, heading - 3)..<min(page.blocks.count, heading + 12) where index != heading {
      let block = page.blocks[index]
      guard block.end - block.start <= 160 else { continue }
      var line = Array(page.text[block.start..<block.end])
      guard main.roles[block.holder] == .byline || Byline.isLabelled(line, main.vocabulary.bylines) else { continue }
      for date in DateScanner(main.vocabulary).dates(in: line, 0..<line.count).reversed() {
        line.replaceSubrange(date.range, with: [UInt8(ascii: "|")])
      }
      let byline = Byline(String(decoding: line, as: UTF8.self), main.vocabulary)
      agency = agency ?? byline.agency
      if wantsAuthor, persons.isEmpty, let author = byline.author { add(author, main.vocabulary) }
    }
  }
}
