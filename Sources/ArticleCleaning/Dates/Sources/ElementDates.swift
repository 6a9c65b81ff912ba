import NewsModel
import TextScanning

/// Reads the days of marked-up elements: `<time>`, `itemprop`, the microformats `<abbr>` and `<span class="published"
/// title="2013-02-03">`, and attributes such as `data-published`.
extension DateCandidates {
  mutating func readElements(of page: DatedPage) {
    let tree = page.main.tree
    for node in 0..<tree.count where tree.nodes[node].attributeCount > 0 || tree.tag(node) == .time {
      readAttributes(of: node, tree, page)
      readElement(node, tree, page)
    }
  }

  private mutating func readElement(_ node: PageTree.Node, _ tree: PageTree, _ page: DatedPage) {
    let tag = tree.tag(node)
    let item = tree.attribute(node, .itemprop)
    let meaning = item.flatMap { scanner.vocabulary.metaNames.items.firstMatch(in: tree.arena, $0) }
    guard tag == .time || meaning != nil || (tag == .abbr && tree.attribute(node, .title) != nil), tag != .meta,
      !Self.isOfOtherThing(tree, node)
    else { return }
    let isChange = meaning == .changed || saysChanged(tree, node)
    let isMarkedEvent = meaning != .published && tree.isOfEvent(node)
    var trust = Self.trust(of: node, isPublished: meaning == .published, page)
    if isChange { trust = min(trust, .changedElement) }
    if isMarkedEvent { trust = min(trust, .event) }
    if meaning == nil, tag == .time, page.isBeside(node) { trust = min(trust, .besideOtherThings) }
    let method: DateMethod =
      item.map { .itemprop(tree.string($0).lowercased()) } ?? (tag == .abbr ? .abbr : .time)
    if let value = tree.attribute(node, .datetime) ?? tree.attribute(node, .content)
      ?? (tag == .abbr ? tree.attribute(node, .title) : nil)
    {
      add(value: tree.arena, value, method, trust, isChange: isChange)
    } else {
      let text = Array(tree.text(of: node).utf8)
      add(value: text, 0..<text.count, method, trust.lowered(by: Self.lossWithoutValue), isChange: isChange)
    }
  }

  private static func trust(of node: PageTree.Node, isPublished: Bool, _ page: DatedPage) -> DateTrust {
    let place = page.main.place(of: node, heading: page.heading)
    var trust: DateTrust =
      switch place {
      case .heading: .elementBesideTitle
      case .article: .elementInArticle
      case .elsewhere: .elementElsewhere
      case .chrome, .teaser: .elementAside
      }
    if isPublished { trust = trust.raised(by: place.isAside ? gainOfPublishedAside : gainOfPublished) }
    if page.main.tree.attribute(node, .pubdate) != nil { trust = trust.raised(by: gainOfPublished) }
    return trust
  }

  /// In points of trust. An element whose name contains "published" is more certain, especially in a bar of the page,
  /// where it would not count otherwise.
  private static let gainOfPublished = 8
  private static let gainOfPublishedAside = 20
  /// In points of trust. The text of an element is written for readers, but its attribute is written for programs.
  private static let lossWithoutValue = 2

  /// Reads `data-date`, `data-published` and the like, and the classes of hAtom.
  private mutating func readAttributes(of node: PageTree.Node, _ tree: PageTree, _ page: DatedPage) {
    let entry = tree.nodes[node]
    for index in Int(entry.start)..<Int(entry.start) + Int(entry.attributeCount) {
      let attribute = tree.attributes[index]
      let value = Int(attribute.start)..<Int(attribute.start) + Int(attribute.length)
      guard Self.lengthsOfDates.contains(value.count) else { continue }
      if attribute.name == .other {
        let nameStart = value.lowerBound - Int(attribute.nameLength)
        guard attribute.nameLength > Self.dataPrefix,
          scanner.vocabulary.metaNames.attributes.match(tree.arena, at: nameStart) != nil
        else { continue }
        let name = tree.arena[nameStart..<value.lowerBound]
        let place = page.main.place(of: node, heading: page.heading)
        let trust: DateTrust =
          place.isAside
          ? .attributeAside
          : place == .heading
            ? .attributeBesideTitle : name.count > Self.longName ? .attributeWithLongName : .attribute
        add(value: tree.arena, value, .attribute(String(decoding: name, as: UTF8.self)), trust)
      } else if attribute.name == .title, let names = tree.value(node, .class)?.split(separator: " "),
        names.contains("published") || names.contains("updated")
      {
        let isChange = !names.contains("published")
        let isAside = page.main.place(of: node, heading: page.heading).isAside
        add(
          value: tree.arena, value, .hatom, isAside ? .hatomAside : isChange ? .hatomChanged : .hatomPublished,
          isChange: isChange)
      }
    }
  }

  /// In bytes.
  private static let lengthsOfDates = 8...40
  /// The number of bytes in `data-`.
  private static let dataPrefix = 5
  /// The least bytes of a name that is more specific than `data-date`.
  private static let longName = 12

  /// Calendars and persons have their own dates.
  private static func isOfOtherThing(_ tree: PageTree, _ node: PageTree.Node) -> Bool {
    guard let name = tree.attribute(node, .itemprop) else { return false }
    return ["startdate", "enddate", "birthdate"].contains(tree.string(name).lowercased())
  }

  private func saysChanged(_ tree: PageTree, _ node: PageTree.Node) -> Bool {
    [AttributeName.class, .id].contains { name in
      tree.attribute(node, name).map {
        scanner.vocabulary.metaNames.changes.firstMatch(in: tree.arena, $0) != nil
      } ?? false
    }
  }
}

extension DatedPage {
  /// Whether an element is in a cell of a table, in a quotation such as an embedded post, or in running text: such a day
  /// is that of another thing.
  fileprivate func isBeside(_ node: PageTree.Node) -> Bool {
    let tree = main.tree
    var at = tree.parent(node)
    while at != PageTree.root {
      if let heading, tree.isInside(heading, at) { return false }
      switch tree.tag(at) {
      case .td, .blockquote: return true
      case .p:
        let block = main.page.range(of: at, in: tree)
        return block.contains {
          main.isProse[$0] && main.page.blocks[$0].count > 2 * Int(main.tree.text(of: node).utf8.count)
        }
      default: at = tree.parent(at)
      }
    }
    return false
  }
}

extension PageTree {
  /// Whether the class of the node, or of one of the two elements around it, contains the word `event`: `event-date`,
  /// `next-event`.
  func isOfEvent(_ node: Node) -> Bool {
    var node = node
    for _ in 0..<Self.eventLevels {
      guard node != PageTree.root, tag(node) != .body, tag(node) != .article, tag(node) != .main else { return false }
      if let names = attribute(node, .class), Self.event.firstMatch(in: arena, names) != nil,
        string(names).lowercased().split(whereSeparator: { " -_".contains($0) }).contains("event")
      {
        return true
      }
      node = parent(node)
    }
    return false
  }

  private static let event = PhraseTrie(["event"])
  /// The number of elements that are tested, starting with the node. Farther out, the word is in the name of the whole
  /// page.
  private static let eventLevels = 3
}
