import NewsModel
import TextScanning

/// Finds the article's text in the data of a page's scripts: `articleBody` of JSON-LD, or the state from which the
/// browser draws the page. Used only if the markup has no article.
struct EmbeddedText {
  /// Returns a block for each paragraph, and none if the scripts hold no text. JSON-LD is preferred to other data.
  static func blocks(of tree: PageTree, _ vocabulary: PageVocabulary) -> [Block] {
    var declared: [[UInt8]] = []
    var byKey: [[UInt8]: [[UInt8]]] = [:]
    var templates: [Block] = []
    for node in tree.nodes.indices where tree.tag(node) == .script {
      if let type = tree.attribute(node, .type), templateTypes.firstMatch(in: tree.arena, type) != nil {
        let found = template(node, of: tree, vocabulary)
        if bytes(found) > bytes(templates) { templates = found }
        continue
      }
      for child in tree.children(of: node) {
        JSONStrings.each(in: tree.arena.span.extracting(tree.textRange(child))) { key, value in
          guard value.count >= Thresholds.label, isProse(value) else { return }
          if key.elementsEqual("articleBody".utf8) { declared.append(value) }
          byKey[key, default: []].append(value)
        }
      }
    }
    if let longest = declared.max(by: { $0.count < $1.count }), longest.count >= Thresholds.article {
      return blocks(of: [longest], reason: "articleBody of JSON-LD")
    }
    if bytes(templates) >= Thresholds.article { return templates }
    // Other data has all paragraphs under one name: the name with the most text is taken, and of equals the first by
    // name.
    let sums = byKey.map { key, values in (key: key, values: values, sum: values.reduce(0) { $0 + $1.count }) }
    guard let most = sums.max(by: { ($0.sum, $1.key.lexicographic) < ($1.sum, $0.key.lexicographic) }),
      most.sum >= 2 * Thresholds.article
    else { return [] }
    return blocks(of: most.values, reason: "\(String(decoding: most.key, as: UTF8.self)) in the page's data")
  }

  private static let templateTypes = PhraseTrie(["template", "text/html"])

  /// Returns the text of markup that a script inserts into the page: `<script type="text/template">`.
  private static func template(
    _ script: PageTree.Node, of tree: PageTree, _ vocabulary: PageVocabulary
  ) -> [Block] {
    let markup = tree.children(of: script).flatMap { tree.arena[tree.textRange($0)] }
    guard markup.count >= Thresholds.article else { return [] }
    var main = MainText(PageTree.parse(markup).tree, vocabulary)
    return main.parts(title: nil).map(\.block).filter(\.zone.isMainText).map {
      Block(zone: $0.zone, text: $0.text, reason: "template in the page's scripts")
    }
  }

  private static func bytes(_ blocks: [Block]) -> Int { blocks.reduce(0) { $0 + $1.text.utf8.count } }

  /// Values may be markup. A text that occurred before is the same passage for another part of the page.
  private static func blocks(of values: [[UInt8]], reason: String) -> [Block] {
    var seen: Set<String> = []
    var blocks: [Block] = []
    for value in values {
      let tree = PageTree.parse(value.contains(0x3C) ? value : paragraphs(value)).tree
      let page = PageBlocks(tree, roles: Array(repeating: .none, count: tree.count))
      for block in page.blocks {
        let text = page.string(block)
        if seen.insert(text).inserted { blocks.append(Block(zone: .body, text: text, reason: reason)) }
      }
    }
    return blocks
  }

  /// Returns plain text as markup, with a paragraph for each line.
  private static func paragraphs(_ text: [UInt8]) -> [UInt8] {
    text.split(separator: 0x0A).flatMap { Array("<p>".utf8) + $0 }
  }

  private static func isProse(_ value: [UInt8]) -> Bool {
    // A sentence has spaces or a script without spaces. An address or a style has neither.
    let spaces = value.lazy.filter { $0 == 0x20 }.count
    let isForeign = value.lazy.filter { $0 >= 0x80 }.count * 2 > value.count
    return (spaces * 15 >= value.count || isForeign) && !value.contains(0x7B)
      && SentenceMarks.count(in: value, 0..<value.count) > 0
  }
}

extension [UInt8] {
  fileprivate var lexicographic: String { String(decoding: self, as: UTF8.self) }
}
