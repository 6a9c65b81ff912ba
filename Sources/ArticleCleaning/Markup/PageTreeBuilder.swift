import CLibXML2
import TextScanning

extension PageTree {
  /// Parses valid UTF-8 into a tree. `faults` has one line for each kind of thing that exceeded a limit or was never
  /// closed; the tree has the text around it. Time is linear in the size of the page, and memory is bounded.
  package static func parse(_ utf8: [UInt8]) -> (tree: PageTree, faults: [String]) {
    let builder = PageTreeBuilder(expecting: utf8.count)
    let faults = MarkupFaults(utf8)
    utf8.withUnsafeBufferPointer { builder.parse(UnsafeBufferPointer(rebasing: $0[..<faults.cut]), faults) }
    var tree = builder.finish()
    tree.leftOut = utf8.count - faults.cut
    return (tree, faults.reasons)
  }
}

/// Receives the events of the parser and appends to the arrays of the tree. It is a class because C passes back a
/// pointer.
private final class PageTreeBuilder {
  // The parser makes no call before the last one has returned, so accesses cannot overlap.
  @exclusivity(unchecked) private var tree = PageTree()
  /// The node whose children are being read.
  @exclusivity(unchecked) private var open: Int32 = 0
  private let tags = Tag.names
  private let attributeNames = AttributeName.names

  init(expecting size: Int) {
    tree.arena.reserveCapacity(size)
    tree.nodes.reserveCapacity(size / 24)
    tree.attributes.reserveCapacity(size / 32)
    tree.nodes.append(.init(tag: .other, attributeCount: 0, parent: 0, end: 1, start: 0, length: 0))
  }

  /// The parser buffers its input; pieces of this size stay in the cache of the processor.
  static let piece = 32_768

  private static let titleEnd = Array("</title>".utf8)
  private static let divEnd = Array("</div>".utf8)

  func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ faults: MarkupFaults) {
    let verbatim = faults.verbatim
    var handler = Self.handler
    let context = htmlCreatePushParserCtxt(
      &handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    guard let context else { return }
    defer { htmlFreeParserCtxt(context) }
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    htmlCtxtUseOptions(
      context, Int32(options | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue)
    )

    var at = 0
    var nextVerbatim = 0
    func feed(upTo end: Int) {
      while nextVerbatim < verbatim.count, verbatim[nextVerbatim].lowerBound < end {
        let content = verbatim[nextVerbatim]
        nextVerbatim += 1
        guard content.lowerBound >= at else { continue }
        self.feed(context, bytes, at..<content.lowerBound)
        at = content.lowerBound
        guard isAtRawText, content.upperBound <= end else { continue }
        text(UnsafeBufferPointer(rebasing: bytes[content]))
        at = content.upperBound
      }
      if at < end { self.feed(context, bytes, at..<end) }
    }
    var missingEnds = faults.missingEnds[...]
    func closeElements(before end: Int) {
      while let missing = missingEnds.first, missing.at <= end {
        missingEnds.removeFirst()
        feed(upTo: missing.at)
        at = max(at, missing.at)
        (missing.tag == .title ? Self.titleEnd : Self.divEnd).withUnsafeBufferPointer {
          self.feed(context, $0, 0..<$0.count)
        }
      }
    }
    for gap in faults.omitted where gap.lowerBound < bytes.count {
      closeElements(before: gap.lowerBound)
      feed(upTo: gap.lowerBound)
      at = max(at, gap.upperBound)
    }
    closeElements(before: bytes.count)
    feed(upTo: bytes.count)
    htmlParseChunk(context, nil, 0, 1)
  }

  /// The parser has just opened a script or a style, as has the scan of the markup, so text follows.
  private var isAtRawText: Bool {
    guard Int(open) == tree.nodes.count - 1 else { return false }
    return tree.nodes[Int(open)].tag == .script || tree.nodes[Int(open)].tag == .style
  }

  private func feed(_ context: htmlParserCtxtPtr, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let size = min(Self.piece, range.upperBound - at)
      (bytes.baseAddress! + at).withMemoryRebound(to: CChar.self, capacity: size) {
        _ = htmlParseChunk(context, $0, Int32(size), 0)
      }
      at += size
    }
  }

  func finish() -> PageTree {
    while open != 0 { close() }
    tree.nodes[0].end = Int32(tree.nodes.count)
    return tree
  }

  private static var handler: htmlSAXHandler {
    var handler = htmlSAXHandler()
    handler.initialized = 1
    handler.startElement = { builder, name, attributes in
      PageTreeBuilder.with(builder) { $0.start(name!, attributes) }
    }
    handler.endElement = { builder, name in
      PageTreeBuilder.with(builder) { $0.end(name!) }
    }
    let text: charactersSAXFunc = { builder, characters, length in
      PageTreeBuilder.with(builder) { $0.text(UnsafeBufferPointer(start: characters, count: Int(length))) }
    }
    handler.characters = text
    handler.cdataBlock = text
    handler.ignorableWhitespace = text
    return handler
  }

  /// The parser holds the builder, so that no call needs to count references.
  private static func with(_ builder: UnsafeMutableRawPointer?, _ body: (PageTreeBuilder) -> Void) {
    Unmanaged<PageTreeBuilder>.fromOpaque(builder!)._withUnsafeGuaranteedRef(body)
  }

  private func start(_ name: UnsafePointer<xmlChar>, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    let spelling = bytes(name)
    let tag = tags(spelling.span) ?? .other
    let first = tree.attributes.count
    if tag == .other { append(.tagName, value: spelling) }
    if let values {
      var index = 0
      while let attribute = values[index] {
        let value = values[index + 1].map(bytes) ?? UnsafeBufferPointer(start: nil, count: 0)
        let spelling = bytes(attribute)
        let known = attributeNames(spelling.span)
        append(known ?? .other, spelled: known == nil ? spelling : nil, value: value)
        index += 2
      }
    }
    tree.nodes.append(
      .init(
        tag: tag, attributeCount: UInt16(tree.attributes.count - first), parent: open, end: 0, start: Int32(first),
        length: 0))
    open = Int32(tree.nodes.count - 1)
  }

  private func append(
    _ name: AttributeName, spelled spelling: UnsafeBufferPointer<UInt8>? = nil, value: UnsafeBufferPointer<UInt8>
  ) {
    if let spelling { tree.arena.append(contentsOf: spelling) }
    tree.attributes.append(
      .init(
        name: name, nameLength: UInt16(clamping: spelling?.count ?? 0), start: Int32(tree.arena.count),
        length: Int32(value.count)))
    tree.arena.append(contentsOf: value)
  }

  /// The parser balances its events, so the element that ends is the open one.
  private func end(_ name: UnsafePointer<xmlChar>) {
    if open != 0 { close() }
  }

  private func close() {
    tree.nodes[Int(open)].end = Int32(tree.nodes.count)
    open = tree.nodes[Int(open)].parent
  }

  private func text(_ characters: UnsafeBufferPointer<UInt8>) {
    let last = tree.nodes.count - 1
    if tree.nodes[last].tag == .text, tree.nodes[last].parent == open,
      Int(tree.nodes[last].start + tree.nodes[last].length) == tree.arena.count
    {
      tree.nodes[last].length += Int32(characters.count)
    } else {
      tree.nodes.append(
        .init(
          tag: .text, attributeCount: 0, parent: open, end: Int32(last + 2), start: Int32(tree.arena.count),
          length: Int32(characters.count)))
    }
    tree.arena.append(contentsOf: characters)
  }

  private func bytes(_ name: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
    var length = 0
    while name[length] != 0 { length += 1 }
    return UnsafeBufferPointer(start: name, count: length)
  }
}
