import NewsModel
import TextScanning

/// Finds the blocks of a page that belong to the article, and the zones of all others.
///
/// The steps are these; each leaves its reason in the blocks:
///
/// 1. Read each element's role from its names (`RoleReader`).
/// 2. Cut the visible text into blocks (`PageBlocks`).
/// 3. Mark prose: long blocks with sentence punctuation and few links (`Prose`), except readers' comments (`Comments`).
/// 4. Drop elements by their names (`related`, `nav`), unless they hold the article (`DroppedElements`).
/// 5. Choose the article's container: its declared body, else the deepest element that holds most prose
///    (`ArticleContainer`).
/// 6. Find the title and the lead above the container (`Surroundings`).
/// 7. Inside the container, drop lists of links, pointers to other pages and lines about the article (`ArticleParts`).
/// 8. If almost nothing is left, repeat from step 4 with only the names that never contain an article.
/// 9. If almost nothing is left again, read the data of the page's scripts (`EmbeddedText`).
struct MainText {
  let tree: PageTree
  let vocabulary: PageVocabulary
  let roles: [ElementRole]
  let page: PageBlocks
  /// The label of the first field of an item, in lower case, if a rule names one for this page.
  var itemLabel: String?
  /// Whether each block is prose.
  var isProse: [Bool] = []
  /// The weight of the prose before each block.
  var proseBefore: [Int] = [0]
  /// The blocks of readers' comments that were found by their heading, in order.
  var comments: [Range<Int>] = []
  /// The blocks that may sign comments, in order.
  var signatures: [Int] = []
  /// For each node, the role by which its text was dropped; `none` if it was not.
  var dropped: [ElementRole] = []

  init(_ tree: PageTree, _ vocabulary: PageVocabulary) {
    var reader = RoleReader(vocabulary)
    self.tree = tree
    self.vocabulary = vocabulary
    roles = tree.nodes.indices.map { reader.role(of: $0, in: tree) }
    page = PageBlocks(tree, roles: roles)
    markProse()
    markComments()
  }

  /// Returns all blocks of the page in reading order, with the fields of its forms.
  mutating func parts(title: String?) -> [DocumentPart] {
    dropNamedElements(title: title)
    var verdicts = verdicts(title: title)
    if mainBytes(verdicts) < Thresholds.article {
      let trusted = dropped
      dropSureElements()
      let second = self.verdicts(title: title)
      if mainBytes(second) > 2 * mainBytes(verdicts) { verdicts = second } else { dropped = trusted }
    }
    let found = mainBytes(verdicts)
    guard found < Thresholds.article else { return parts(verdicts) }
    let embedded = EmbeddedText.blocks(of: tree, vocabulary)
    guard embedded.reduce(0, { $0 + $1.text.utf8.count }) >= 2 * max(found, Thresholds.article / 2) else {
      return parts(verdicts)
    }
    for index in page.blocks.indices where verdicts.isMain(index) {
      verdicts.set(index, .teaser, "more in the page's data")
    }
    return parts(verdicts)
      + embedded.enumerated().map { DocumentPart(block: $1, origin: page.blocks.count + $0) }
  }

  private func parts(_ verdicts: Verdicts) -> [DocumentPart] {
    let sources = page.blocks.indices.map { index in
      let block = page.blocks[index]
      return DocumentParts.Source(
        zone: verdicts.zone[index], reason: verdicts.reason[index], range: block.start..<block.end,
        heading: tree.tag(block.holder).headingLevel)
    }
    return DocumentParts(page.text, sources, verdicts.form, vocabulary).parts
  }

  /// Returns the index of the block before which an element stands whose name or id ends with a value.
  func anchor(_ value: String, in blocks: Range<Int>) -> Int? {
    let first = page.before.partitioningIndex { $0 >= blocks.lowerBound }
    let value = Array(value.utf8)
    for node in first..<tree.count {
      let block = Int(page.before[node])
      if block > blocks.upperBound { return nil }
      for name in [AttributeName.name, .id] {
        if let range = tree.attribute(node, name), tree.arena[range].suffix(value.count).elementsEqual(value) {
          return block
        }
      }
    }
    return nil
  }

  private func verdicts(title: String?) -> Verdicts {
    let container = chooseContainer()
    var verdicts = Verdicts(page.blocks.count, form: FormFields(labels: vocabulary.formLabels))
    judgeSurroundings(of: container, title: title, &verdicts)
    judgeParts(of: container, &verdicts)
    return verdicts
  }

  private func mainBytes(_ verdicts: Verdicts) -> Int {
    page.blocks.indices.reduce(0) { $0 + (verdicts.isMain($1) ? page.blocks[$1].count : 0) }
  }
}

/// The zone of each block and the reason for it.
struct Verdicts {
  private(set) var zone: [Zone]
  private(set) var reason: [String]
  /// The fields of the forms among the blocks.
  var form: FormFields

  init(_ count: Int, form: FormFields) {
    zone = Array(repeating: .body, count: count)
    reason = Array(repeating: "article", count: count)
    self.form = form
  }

  func isMain(_ index: Int) -> Bool { zone[index].isMainText }

  mutating func set(_ index: Int, _ zone: Zone, _ reason: String) {
    self.zone[index] = zone
    self.reason[index] = reason
  }
}
