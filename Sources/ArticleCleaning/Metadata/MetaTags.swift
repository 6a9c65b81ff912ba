import TextScanning

/// The `<meta>`, `<link>` and JSON-LD elements of a page and its links to the root of the site, found in one pass.
struct MetaTags {
  /// The `name`, `property`, `itemprop` or `http-equiv` in lower case with the range of the `content`, in page order.
  private(set) var entries: [(name: String, value: Range<Int>)] = []
  private(set) var canonical: Range<Int>?
  private(set) var linkedDataScripts: [PageTree.Node] = []
  /// Links whose address is the root of a site: `/`, `index.html`, `https://www.example.org/`.
  private(set) var rootLinks: [PageTree.Node] = []
  private let tree: PageTree

  private static let mostRootLinks = 100

  init(_ tree: PageTree) {
    self.tree = tree
    for node in 0..<tree.count {
      switch tree.tag(node) {
      case .meta:
        guard let value = tree.attribute(node, .content), !value.isEmpty, value.count < 20_000 else { continue }
        for attribute in [AttributeName.property, .name, .itemprop, .httpEquiv] {
          if let name = tree.value(node, attribute), !name.isEmpty { entries.append((name.lowercased(), value)) }
        }
      case .link:
        guard canonical == nil, let rel = tree.value(node, .rel), rel.lowercased() == "canonical" else { continue }
        canonical = tree.attribute(node, .href)
      case .a:
        guard rootLinks.count < Self.mostRootLinks, let target = tree.attribute(node, .href),
          Self.isRoot(tree.arena, target)
        else { continue }
        rootLinks.append(node)
      case .script:
        if let type = tree.attribute(node, .type), Self.linkedData.firstMatch(in: tree.arena, type) != nil {
          linkedDataScripts.append(node)
        }
      default: break
      }
    }
  }

  private static let linkedData = PhraseTrie(["ld+json"])

  private static func isRoot(_ bytes: [UInt8], _ address: Range<Int>) -> Bool {
    guard let start = address.first, address.count <= longestRoot else { return false }
    switch bytes[start] {
    case UInt8(ascii: "/") where address.count == 1: return true
    case UInt8(ascii: "/"), UInt8(ascii: "i"), UInt8(ascii: "."): return roots.match(bytes, at: start) != nil
    case UInt8(ascii: "h"):
      let slashes = bytes[address].count { $0 == UInt8(ascii: "/") }
      return slashes == 2 || slashes == 3 && bytes[address.upperBound - 1] == UInt8(ascii: "/")
    default: return false
    }
  }

  /// In bytes.
  private static let longestRoot = 80
  private static let roots = PhraseTrie(["/index.", "index.", "./index.", "../index."])

  /// Returns the first value of a name that is not empty.
  func value(_ name: String) -> String? {
    for entry in entries where entry.name == name {
      let text = Self.folded(tree.string(entry.value))
      if !text.isEmpty { return text }
    }
    return nil
  }

  func values(_ name: String) -> [String] {
    entries.filter { $0.name == name }.map { Self.folded(tree.string($0.value)) }.filter { !$0.isEmpty }
  }

  /// Returns the text with white space trimmed and folded to single spaces, without soft hyphens and zero-width spaces,
  /// which are hints for line breaks.
  static func folded(_ text: String) -> String {
    let bytes = text.utf8.span
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var owesSpace = false
    var at = 0
    while at < bytes.count {
      let space = Scalars.whiteSpaceLength(bytes, at)
      if space > 0 {
        owesSpace = !folded.isEmpty
        at += space
        continue
      }
      let hint = Scalars.lineBreakHintLength(bytes, at)
      if hint > 0 {
        at += hint
        continue
      }
      if owesSpace { folded.append(0x20) }
      owesSpace = false
      folded.append(bytes[at])
      at += 1
    }
    return String(decoding: folded, as: UTF8.self)
  }
}
