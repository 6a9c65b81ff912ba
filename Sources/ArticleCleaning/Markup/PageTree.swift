/// A page as flat arrays: nodes in document order, attributes, and an arena with every byte of text.
///
/// The subtree of a node is the range of nodes from it to its `end`. The first child is the next node, and the next
/// sibling is the node at `end`; `for node in tree.descendants(of: x)` is a loop over numbers. Nodes are numbered from
/// 0, the root, which is not an element of the page. The text of scripts and styles is kept.
package struct PageTree: Sendable {
  package typealias Node = Int

  var nodes: [Entry] = []
  var attributes: [Attribute] = []
  package internal(set) var arena: [UInt8] = []
  /// The number of bytes at the page's end that were not parsed because of a limit of `DocumentLimits`.
  package internal(set) var leftOut = 0

  struct Entry {
    var tag: Tag
    var attributeCount: UInt16
    var parent: Int32
    /// One past the last node of the subtree.
    var end: Int32
    /// For text, its place in the arena; for an element, the index of its first attribute.
    var start: Int32
    /// For text, its length in bytes.
    var length: Int32
  }

  struct Attribute {
    var name: AttributeName
    /// For `other`, the length of the name, which is directly before the value in the arena.
    var nameLength: UInt16
    var start: Int32
    var length: Int32
  }

  package var count: Int { nodes.count }
  package static let root: Node = 0

  package func tag(_ node: Node) -> Tag { nodes[node].tag }
  package func isText(_ node: Node) -> Bool { nodes[node].tag == .text }
  /// The root's parent is the root.
  package func parent(_ node: Node) -> Node { Int(nodes[node].parent) }
  /// The node after the last one of the subtree, which is the next sibling if there is one.
  package func end(_ node: Node) -> Node { Int(nodes[node].end) }
  package func subtree(_ node: Node) -> Range<Node> { node..<end(node) }
  package func descendants(of node: Node) -> Range<Node> { node + 1..<end(node) }
  package func isInside(_ node: Node, _ ancestor: Node) -> Bool { node >= ancestor && node < end(ancestor) }

  /// The children in document order.
  package func children(of node: Node) -> some Sequence<Node> {
    let last = end(node)
    return sequence(first: node + 1) { child in Int(nodes[child].end) }.prefix { $0 < last }
  }

  /// The range of a text node's bytes in the arena; empty for an element.
  package func textRange(_ node: Node) -> Range<Int> {
    let entry = nodes[node]
    return entry.tag == .text ? Int(entry.start)..<Int(entry.start + entry.length) : 0..<0
  }

  /// The range of an attribute's value in the arena; nil if the element does not have the attribute. Character
  /// references are resolved.
  package func attribute(_ node: Node, _ name: AttributeName) -> Range<Int>? {
    let entry = nodes[node]
    guard entry.tag != .text else { return nil }
    for index in Int(entry.start)..<Int(entry.start) + Int(entry.attributeCount) where attributes[index].name == name {
      let start = Int(attributes[index].start)
      return start..<start + Int(attributes[index].length)
    }
    return nil
  }

  /// The attribute with a name that `AttributeName` does not list (`data-published`), in lower case.
  package func attribute(_ node: Node, named name: String) -> Range<Int>? {
    let entry = nodes[node]
    guard entry.tag != .text else { return nil }
    for index in Int(entry.start)..<Int(entry.start) + Int(entry.attributeCount) where attributes[index].name == .other
    {
      let attribute = attributes[index]
      let start = Int(attribute.start)
      if Int(attribute.nameLength) == name.utf8.count,
        arena[start - Int(attribute.nameLength)..<start].elementsEqual(name.utf8)
      {
        return start..<start + Int(attribute.length)
      }
    }
    return nil
  }

  package func string(_ range: Range<Int>) -> String { String(decoding: arena[range], as: UTF8.self) }

  /// The value of an attribute as text; nil if the element does not have the attribute.
  package func value(_ node: Node, _ name: AttributeName) -> String? { attribute(node, name).map(string) }

  /// All text under a node without changes, and without scripts and styles unless the node is one. Of a long text, the
  /// first nodes with at least `length` bytes.
  package func text(of node: Node, atLeast enough: Int = .max) -> String {
    var bytes: [UInt8] = []
    var at = node
    while at < end(node), bytes.count < enough {
      switch tag(at) {
      case .script, .style: at = at == node ? at + 1 : end(at)
      case .text:
        bytes.append(contentsOf: arena[textRange(at)])
        at += 1
      default: at += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first node with that tag at or below `node`, in document order.
  package func first(_ tag: Tag, in node: Node = PageTree.root) -> Node? {
    subtree(node).first { nodes[$0].tag == tag }
  }
}
