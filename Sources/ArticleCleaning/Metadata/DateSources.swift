import NewsModel
import TextScanning

/// Where pages put their dates: the declared ones of head and markup, the address, and the visible text.
///
/// The trust of each method is about the share of pages on which it named the right day, measured on annotated news pages and blogs;
/// the names of the `<meta>` elements are those that publishing systems use.
extension DateCandidates {
  mutating func read(_ meta: MetaTags, in tree: PageTree) {
    for entry in meta.entries {
      guard let kind = scanner.vocabulary.metaNames.dates[entry.name] else { continue }
      add(declared: tree.arena, entry.value, "meta \(entry.name)", trust: kind.trust, isChange: kind.isChange)
    }
  }

  mutating func read(_ data: LinkedData) {
    let main = data.article
    for (index, item) in data.items.enumerated() {
      let isMain =
        item.isArticle
        && (index == 0 || item.headline != nil && item.headline == main?.headline
          || !data.items[..<index].contains { $0.isArticle })
      add(declared: item.published, "json-ld datePublished", trust: isMain ? 95 : item.isArticle ? 55 : 70)
      add(declared: item.created, "json-ld dateCreated", trust: isMain ? 80 : 45)
      add(declared: item.modified, "json-ld dateModified", trust: isMain ? 50 : 35, isChange: true)
    }
  }

  mutating func read(address: String?) {
    guard let address, let found = AddressDate.day(in: address, scanner.vocabulary) else { return }
    // The last of several days is a report's subject: `report-14-20-january-2013`.
    add(found.day, "url", trust: found.isSpan ? 40 : found.form == .parted ? 88 : 60)
  }

  /// A report that is named for its day.
  mutating func read(title: String?) {
    guard let title else { return }
    let bytes = Array(title.utf8)
    guard let found = scanner.dates(in: bytes, 0..<bytes.count).first,
      scanner.dates(in: bytes, 0..<bytes.count).count == 1
    else { return }
    // The days of an event: "Results of 11-12 July 2013".
    add(found.day, "title", trust: found.isSpan ? 40 : 72, isAmbiguous: found.isAmbiguous)
  }

  /// `<time>`, `itemprop` and the microformats' `<abbr>`.
  mutating func readElements(of main: MainText, heading: PageTree.Node?) {
    let tree = main.tree
    let names = scanner.vocabulary.metaNames
    for node in 0..<tree.count {
      let tag = tree.tag(node)
      if tag == .text { continue }
      readNamed(node, of: main, heading: heading)
      let item = tree.attribute(node, .itemprop)
      let meant = item.flatMap { names.items.firstMatch(in: tree.arena, $0) }
      let isPublished = meant == .published
      let isModified = meant == .changed
      guard tag == .time || isPublished || isModified || (tag == .abbr && tree.attribute(node, .title) != nil),
        tag != .meta
      else { continue }
      guard !Self.isUndated(tree, node) else { continue }
      let place = main.place(of: node, heading: heading)
      let isChange = isModified || saysChanged(tree, node)
      var trust: Int
      switch place {
      case .heading: trust = 85
      case .article: trust = 65
      case .elsewhere: trust = 35
      case .chrome, .teaser: trust = 15
      }
      if isPublished { trust += place == .chrome || place == .teaser ? 20 : 8 }
      if tree.attribute(node, .pubdate) != nil { trust += 8 }
      if isChange { trust = min(trust, 45) }
      if !isPublished, Self.isOfEvent(tree, node) { trust = min(trust, Self.mostTrustOfEvents) }
      let method = item.map { "itemprop \(tree.string($0).lowercased())" } ?? (tag == .abbr ? "abbr" : "time")
      if let value = tree.attribute(node, .datetime) ?? tree.attribute(node, .content)
        ?? (tag == .abbr ? tree.attribute(node, .title) : nil)
      {
        add(value: tree.arena, value, method, trust: trust, isChange: isChange)
      } else {
        let text = Array(tree.text(of: node).utf8)
        add(value: text, 0..<text.count, method, trust: trust - 2, isChange: isChange)
      }
    }
  }

  /// `data-date`, `data-published` and their like, and the microformats' `<span class="published" title="2013-02-03">`.
  private mutating func readNamed(_ node: PageTree.Node, of main: MainText, heading: PageTree.Node?) {
    let tree = main.tree
    let entry = tree.nodes[node]
    for index in Int(entry.start)..<Int(entry.start) + Int(entry.attributeCount) {
      let attribute = tree.attributes[index]
      let value = Int(attribute.start)..<Int(attribute.start) + Int(attribute.length)
      guard (8...40).contains(value.count) else { continue }
      if attribute.name == .other {
        let nameStart = value.lowerBound - Int(attribute.nameLength)
        guard attribute.nameLength > 5, scanner.vocabulary.metaNames.attributes.match(tree.arena, at: nameStart) != nil
        else { continue }
        let name = tree.arena[nameStart..<value.lowerBound]
        let isPublished = name.count > 12
        let place = main.place(of: node, heading: heading)
        add(
          value: tree.arena, value, "attribute \(String(decoding: name, as: UTF8.self))",
          trust: place == .chrome || place == .teaser ? 10 : place == .heading ? 70 : isPublished ? 50 : 30)
      } else if attribute.name == .title, let names = tree.value(node, .class)?.split(separator: " "),
        names.contains("published") || names.contains("updated")
      {
        let isChange = names.contains("updated") && !names.contains("published")
        add(
          value: tree.arena, value, "hatom",
          trust: main.isAside(node, heading: heading) ? 12 : isChange ? 44 : 68, isChange: isChange)
      }
    }
  }

  /// Dates in the visible text: short lines near the title, lines that say "published" or "updated", and the rest.
  mutating func readText(of main: MainText, heading: Int?, node: PageTree.Node?) {
    let page = main.page
    for (index, block) in page.blocks.enumerated() {
      guard Self.hasDigit(page.text, block.start, block.end) else { continue }
      let found = scanner.dates(in: page.text, block.start..<block.end)
      guard !found.isEmpty else { continue }
      let isShort = block.end - block.start <= 160
      var labelStart = block.start
      let place = main.place(of: block.holder, heading: node)
      let distance = heading.map { index - $0 } ?? 100
      let isNear = (-6...14).contains(distance)
      let isOfEvent = Self.isOfEvent(main.tree, block.holder)
      for (rank, date) in found.prefix(3).enumerated() {
        var label = isShort ? DateLabel(page.text, labelStart..<block.end, date: date.range, scanner.vocabulary) : nil
        if label == nil, rank == 0, date.range.count * 2 >= block.count { label = labelLine(above: index, in: page) }
        labelStart = date.range.upperBound
        // A line that is nothing but a date, or names an author beside it.
        let isDateLine = isShort && (date.range.count * 2 >= block.end - block.start || main.isDateLine(block))
        var (trust, method) = (12, "text")
        switch label {
        case .published?: (trust, method) = (isNear ? 80 : 66, "text published")
        case .changed?: (trust, method) = (42, "text updated")
        case nil where main.roles[block.holder] == .byline:
          (trust, method) = (distance < -6 ? 30 : distance > 30 ? 50 : 76, "byline")
        case nil where isNear && isDateLine: (trust, method) = (74, "byline")
        case nil where isNear && isShort && date.range.count * 7 >= block.count && !Self.isSentence(page.text, block):
          (trust, method) = (62, "byline")
        case nil where isDateLine: (trust, method) = (40, "text")
        case nil where isShort && !Self.isSentence(page.text, block): trust = 24
        case nil: break
        }
        switch place {
        case .chrome where !isNear && label != nil: trust = label == .published ? 40 : 32
        case .chrome where !(isNear && isDateLine), .teaser where !(isNear && isDateLine):
          trust = label == nil ? 8 : trust / 2
        case .chrome, .teaser: trust -= 20
        default: break
        }
        // Today's day, in the site's head: a date with its weekday and nothing else.
        if label == nil,
          distance < -3 || distance < 0 && Self.hasWeekdayAlone(page.text, block.start..<block.end, date.range)
        {
          trust /= 2
        }
        if date.isShort { trust -= 4 }
        if label == nil, isOfEvent { trust = min(trust, Self.mostTrustOfEvents) }
        // When it was published or changed is told in footers too.
        let isFarOff = label == nil || isNear || place == .teaser
        trust -= (isFarOff ? min(10, abs(distance) / 2) : 0) + rank * 3
        add(date.day, method, trust: max(1, trust), isChange: label == .changed, isAmbiguous: date.isAmbiguous)
      }
    }
  }

  /// A label on a line of its own: "Published:".
  private func labelLine(above index: Int, in page: PageBlocks) -> DateLabel? {
    guard index > 0 else { return nil }
    let line = page.blocks[index - 1]
    guard line.count <= 40, !Self.hasDigit(page.text, line.start, line.end) else { return nil }
    return DateLabel(line: page.text[line.start..<line.end], scanner.vocabulary)
  }

  /// Eight words and a full stop.
  private static func isSentence(_ text: [UInt8], _ block: PageBlock) -> Bool {
    text[block.end - 1] == UInt8(ascii: ".") && text[block.start..<block.end].count(where: { $0 == 0x20 }) >= 7
  }

  private static func hasWeekdayAlone(_ text: [UInt8], _ block: Range<Int>, _ date: Range<Int>) -> Bool {
    let before = text[block.lowerBound..<date.lowerBound]
    let words = before.split(whereSeparator: { !($0.isASCIILetter || $0 >= 0x80) })
    return words.count == 1 && words[0].count >= 3 && !before.contains(where: \.isDigit)
      && !text[date.upperBound..<block.upperBound].contains(where: { $0.isDigit || $0.isASCIILetter })
  }

  private static func hasDigit(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    for at in start..<end where text[at].isDigit || text[at] == 0xD9 || text[at] == 0xDB || text[at] == 0xEF {
      return true
    }
    return false
  }

  /// Event dates, as calendars and comments mark them.
  private static func isUndated(_ tree: PageTree, _ node: PageTree.Node) -> Bool {
    guard let name = tree.attribute(node, .itemprop) else { return false }
    let text = tree.string(name).lowercased()
    return text == "startdate" || text == "enddate" || text == "birthdate"
  }

  /// It, or what holds it closely, is named `event`, `event-date`, `next-event`: a day that is announced.
  private static func isOfEvent(_ tree: PageTree, _ node: PageTree.Node) -> Bool {
    var node = node
    for _ in 0..<eventLevels {
      guard node != PageTree.root, tree.tag(node) != .body, tree.tag(node) != .article, tree.tag(node) != .main else {
        return false
      }
      if let names = tree.value(node, .class)?.lowercased().split(separator: " "),
        names.contains(where: { $0.split { $0 == "-" || $0 == "_" }.contains("event") })
      {
        return true
      }
      node = tree.parent(node)
    }
    return false
  }

  /// On a page of an event the day may be all that there is; beside a byline it is not the publication's.
  private static let mostTrustOfEvents = 40
  /// An element and the two round it: farther out, the word names the whole page.
  private static let eventLevels = 3

  private func saysChanged(_ tree: PageTree, _ node: PageTree.Node) -> Bool {
    for name in [AttributeName.class, .id] {
      if let value = tree.attribute(node, name),
        scanner.vocabulary.metaNames.changes.firstMatch(in: tree.arena, value) != nil
      {
        return true
      }
    }
    return false
  }
}
