import NewsModel

extension Document {
  /// Reports a document without text as a problem, so that no document is lost silently.
  ///
  /// - Parameter reason: why there are no words at all.
  mutating func reportMissingText(reason: () -> String) {
    if blocks.contains(where: { $0.zone.isMainText && hasWords($0.text) }) { return }
    // Another problem already explains why there is no text.
    if problems.contains(where: { $0.kind.explainsLostText }) { return }
    let words = blocks.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count { hasWords($0) } }
    problems.append(
      Problem(
        source: source, kind: .empty,
        reason: words > 0 ? "no article was recognised in its \(words) words; the text is empty" : reason()))
  }
}

extension Problem.Kind {
  /// Whether the problem means that the content could not be read, or not to its end.
  fileprivate var explainsLostText: Bool {
    switch self {
    case .missing, .unreadable, .notARegularFile, .linkLoop, .unknownFormat, .truncated, .damaged: true
    case .empty, .tooLarge, .encoding, .markup, .record, .metadata, .duplicateSource, .template, .layout: false
    }
  }
}

/// Whether a text has a letter or a digit. Rules, bullets and blanks are not text.
private func hasWords(_ text: some StringProtocol) -> Bool { text.contains { $0.isLetter || $0.isNumber } }

/// Why a page has no words.
enum EmptyPage {
  static func reason(_ main: MainText) -> String {
    let tree = main.tree
    if tree.first(.frameset) != nil {
      return "the page is a frame set, which shows other pages and has no text of its own"
    }
    if ForwardingPage.address(in: main) != nil || sendsReadersOn(tree) {
      return "the page sends its readers on to another address and has no text"
    }
    let words = hiddenWords(of: tree)
    if words > 0 { return "the page has \(words) words, and all of them in elements that hold no text of a page" }
    if tree.first(.script) != nil { return "the page has no text: its scripts would write it" }
    return "the page has no text"
  }

  private static func sendsReadersOn(_ tree: PageTree) -> Bool {
    (0..<tree.count).contains { tree.tag($0) == .meta && tree.value($0, .httpEquiv)?.lowercased() == "refresh" }
  }

  /// The number of words outside the title, scripts and styles.
  private static func hiddenWords(of tree: PageTree) -> Int {
    func words(_ node: PageTree.Node) -> Int {
      tree.text(of: node).split(whereSeparator: \.isWhitespace).count { hasWords($0) }
    }
    return max(0, words(PageTree.root) - (tree.first(.title).map(words) ?? 0))
  }
}
