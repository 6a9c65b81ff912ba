import TextScanning

/// The role of an element in its page, read from its tag, `class`, `id`, `role` and `itemprop`.
enum ElementRole: UInt8, CaseIterable {
  case none
  // The article and its parts.
  case articleBody, article, lead, caption, picture
  // The parts around the article.
  case navigation, share, related, comments, footer, sidebar, subscription, advert, byline, tags, credit, notice, hidden
  /// A name that only resembles a name of the above (`elementor-widget`).
  case plain

  /// The name of the case, which reasons print.
  var name: String { Self.names[Int(rawValue)] }
  /// Computed once, because describing a case takes as long as cleaning a short block.
  private static let names = allCases.map { "\($0)" }

  var isArticle: Bool { self == .articleBody || self == .article }

  /// Whether text in such an element does not belong to the article, unless the element holds most of the page.
  var isChrome: Bool {
    switch self {
    case .none, .articleBody, .article, .lead, .caption, .picture, .plain: false
    default: true
    }
  }
}

/// Reads the roles of elements. Names recur on a page, so their meanings are remembered.
struct RoleReader {
  private var known = RoleMemory()
  private let words: NameTable<ElementRole>
  private var letters: [UInt8] = []
  private var starts: [Int] = []

  init(_ vocabulary: PageVocabulary) {
    words = vocabulary.roleWords
    letters.reserveCapacity(256)
    starts.reserveCapacity(32)
  }

  mutating func role(of node: PageTree.Node, in tree: PageTree) -> ElementRole {
    let tag = tree.tag(node)
    switch tag {
    case .text, .html, .body: return .none
    case .nav, .menu: return .navigation
    case .footer: return .footer
    case .aside: return .sidebar
    case .figcaption: return .caption
    case .dialog: return .notice
    case .button: return .navigation
    default: break
    }
    if tree.nodes[node].attributeCount == 0 { return tag == .article ? .article : .none }

    var role = ElementRole.none
    let first = Int(tree.nodes[node].start)
    for index in first..<first + Int(tree.nodes[node].attributeCount) {
      let attribute = tree.attributes[index]
      let value = Int(attribute.start)..<Int(attribute.start + attribute.length)
      let found: ElementRole
      switch attribute.name {
      case .class:
        if isPost(tree, value) { return .article }
        found = meaning(of: value, in: tree)
      case .id: found = meaning(of: value, in: tree)
      case .itemprop: found = item(tree, value)
      case .role: found = landmark(tree, value)
      case .hidden: found = .hidden
      case .style: found = hides(tree, value) ? .hidden : .none
      case .ariaHidden: found = equals(tree, value, "true") ? .hidden : .none
      default: continue
      }
      role = Self.stronger(role, found)
    }
    if role == .none || role == .plain { return tag == .article ? .article : .none }
    // A post of a social network belongs to the article that quotes it.
    if tag == .blockquote, role == .share { return .none }
    return role
  }

  /// A role around the article wins over a role in it (`comment-content`), and the article's body wins over the
  /// article.
  private static func stronger(_ a: ElementRole, _ b: ElementRole) -> ElementRole {
    if a.isChrome != b.isChrome { return a.isChrome ? a : b }
    if a == .none || a == .plain { return b }
    if b == .none || b == .plain { return a }
    return a.rawValue <= b.rawValue ? a : b
  }

  private func item(_ tree: PageTree, _ value: Range<Int>) -> ElementRole {
    if equals(tree, value, "articleBody") { return .articleBody }
    if equals(tree, value, "author") { return .byline }
    if equals(tree, value, "comment") { return .comments }
    return .none
  }

  /// Whether an element is a post of WordPress, which puts the post's categories and tags (`category-comments`) into
  /// the class, where they say nothing about the element.
  private func isPost(_ tree: PageTree, _ value: Range<Int>) -> Bool {
    guard value.count > 30, Self.postNames.firstMatch(in: tree.arena, value) != nil else { return false }
    let names = tree.arena[value].split(separator: 0x20)
    return names.contains { $0.elementsEqual("hentry".utf8) || $0.elementsEqual("status-publish".utf8) }
      && !names.contains { $0.elementsEqual("widget".utf8) }
  }

  private func landmark(_ tree: PageTree, _ value: Range<Int>) -> ElementRole {
    for name in ["navigation", "menu", "menubar", "search", "toolbar", "tablist"] where equals(tree, value, name) {
      return .navigation
    }
    if equals(tree, value, "complementary") { return .sidebar }
    if equals(tree, value, "contentinfo") { return .footer }
    if equals(tree, value, "dialog") || equals(tree, value, "alertdialog") { return .notice }
    return equals(tree, value, "article") ? .article : .none
  }

  private func equals(_ tree: PageTree, _ value: Range<Int>, _ word: String) -> Bool {
    value.count == word.utf8.count && tree.arena[value].elementsEqual(word.utf8)
  }

  /// Whether a style has `display:none` or `visibility:hidden`, regardless of white space.
  private func hides(_ tree: PageTree, _ value: Range<Int>) -> Bool {
    guard Self.hidingWords.firstMatch(in: tree.arena, value) != nil else { return false }
    let style = Scalars.lowered(tree.arena[value].filter { $0 > 0x20 })
    return Self.hidingStyles.firstMatch(in: style) != nil
  }

  private static let postNames = PhraseTrie(["hentry", "status-publish"])
  private static let hidingWords = PhraseTrie(["none", "hidden"])
  private static let hidingStyles = PhraseTrie(["display:none", "visibility:hidden"])

  private mutating func meaning(of value: Range<Int>, in tree: PageTree) -> ElementRole {
    let key = RoleMemory.key(tree.arena, value)
    if let role = known[key] { return role }
    var role = ElementRole.none
    var at = value.lowerBound
    while at < value.upperBound {
      while at < value.upperBound, tree.arena[at] <= 0x20 { at += 1 }
      var end = at
      while end < value.upperBound, tree.arena[end] > 0x20 { end += 1 }
      if end > at {
        let name = RoleMemory.key(tree.arena, at..<end)
        let found = known[name] ?? meaning(ofName: at..<end, in: tree)
        known[name] = found
        role = Self.stronger(role, found)
      }
      at = end
    }
    known[key] = role
    return role
  }

  /// Returns the meaning of one name (`c-article__related-links`): two adjacent words are looked up as one, then each
  /// alone.
  private mutating func meaning(ofName name: Range<Int>, in tree: PageTree) -> ElementRole {
    split(name, in: tree)
    var role = ElementRole.none
    var word = 0
    let last = starts.count - 1
    while word < last {
      let length = starts[word + 1] - starts[word]
      // `has-sidebar`, `no-comments` and `with-share` describe the page, not the element.
      if word == 0, length < 5, let found = words(letters.span.extracting(starts[0]..<starts[1])), found == .plain,
        last > 1
      {
        break
      }
      if word + 1 < last, let found = words(letters.span.extracting(starts[word]..<starts[word + 2])) {
        role = Self.stronger(role, found)
        word += 2
      } else {
        // `field--label-hidden` hides a label: `hidden` counts only as a whole name or after a prefix such as `is`.
        if let found = words(letters.span.extracting(starts[word]..<starts[word + 1])),
          found != .hidden || last == 1 || (last == 2 && starts[1] <= 2)
        {
          role = Self.stronger(role, found)
        }
        word += 1
      }
    }
    return role
  }

  /// Splits a name into words in lower case, at everything except letters and before a capital that follows a small
  /// letter. Small letters directly behind a digit are those of a number (`entry-6a00d8341ad0`), and no word.
  private mutating func split(_ name: Range<Int>, in tree: PageTree) {
    letters.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    var wasLower = false
    var inWord = false
    var inNumber = false
    for byte in tree.arena[name].prefix(120) {
      let isUpper = byte.isASCIICapital
      guard isUpper || byte &- 0x61 < 26 else {
        inWord = false
        inNumber = byte.isDigit
        continue
      }
      if inNumber, !isUpper { continue }
      inNumber = false
      if !inWord || (isUpper && wasLower) { starts.append(letters.count) }
      inWord = true
      wasLower = !isUpper
      letters.append(byte | 0x20)
    }
    starts.append(letters.count)
  }
}
