import NewsModel

extension Document {
  /// A document without text is a problem, so that nothing is lost without a word.
  ///
  /// - Parameter reason: why there are no words at all.
  mutating func tellLostText(reason: () -> String) {
    if blocks.contains(where: { $0.zone.isMainText && hasWords($0.text) }) { return }
    // What is wrong with the input says it already: one cause is told once.
    if problems.contains(where: { $0.kind.explainsLostText }) { return }
    let words = blocks.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count { hasWords($0) } }
    problems.append(
      Problem(
        source: source, kind: .empty,
        reason: words > 0 ? "no article was recognised in its \(words) words; the text is empty" : reason()))
  }
}

extension Problem.Kind {
  /// The content could not be read, or not to its end.
  fileprivate var explainsLostText: Bool {
    switch self {
    case .missing, .unreadable, .notARegularFile, .linkLoop, .unknownFormat, .truncated, .damaged: true
    case .empty, .tooLarge, .encoding, .markup, .record, .metadata, .duplicateSource, .template: false
    }
  }
}

/// Words or figures: rulers, bullets and blanks are no text.
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

  /// Words that neither the title nor a script or a style has.
  private static func hiddenWords(of tree: PageTree) -> Int {
    func words(_ node: PageTree.Node) -> Int {
      tree.text(of: node).split(whereSeparator: \.isWhitespace).count { hasWords($0) }
    }
    return max(0, words(PageTree.root) - (tree.first(.title).map(words) ?? 0))
  }
}
