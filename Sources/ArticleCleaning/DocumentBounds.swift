import NewsModel
import TextScanning

/// Cuts a document down to `DocumentLimits`, and reports what is left out.
struct DocumentBounds {
  private let source: String
  private(set) var problems: [Problem] = []

  init(source: String) { self.source = source }

  mutating func leaveOut(_ bytes: Int, of what: String, keeping kept: String) {
    problems.append(
      Problem(source: source, kind: .tooLarge, reason: "\(bytes) bytes of \(what) left out: \(kept) kept"))
  }

  /// Returns the first part of a text file, before the file is cleaned.
  mutating func portion(of text: [UInt8]) -> [UInt8] {
    let length = TextPortion.length(of: text, limit: DocumentLimits.text, lines: DocumentLimits.blocks)
    if length == text.count { return text }
    leaveOut(text.count - length, of: "its text", keeping: "the first \(length)")
    return Array(text[..<length])
  }

  mutating func hold(_ document: inout Document) {
    hold(&document.title, DocumentLimits.title, "its title")
    hold(&document.author, DocumentLimits.field, "its author")
    hold(&document.publisher, DocumentLimits.field, "its publisher")
    hold(&document.agency, DocumentLimits.field, "its agency")
    hold(&document.dateline, DocumentLimits.field, "its dateline")
    hold(&document.url, DocumentLimits.address, "its address")
    hold(&document.language, DocumentLimits.field, "its language")
    holdTags(&document.tags)
    holdBlocks(&document.blocks)
  }

  private mutating func hold(_ field: inout String?, _ limit: Int, _ what: String) {
    guard let text = field, text.utf8.count > limit else { return }
    let kept = text.portion(limit)
    leaveOut(text.utf8.count - kept.utf8.count, of: what, keeping: "the first \(kept.utf8.count)")
    field = kept
  }

  private mutating func holdTags(_ tags: inout [String]) {
    let isLong = tags.contains { $0.utf8.count > DocumentLimits.field }
    guard isLong || tags.count > DocumentLimits.tagCount else { return }
    let before = tags.reduce(0) { $0 + $1.utf8.count }
    tags = tags.prefix(DocumentLimits.tagCount).map { $0.portion(DocumentLimits.field) }
    leaveOut(before - tags.reduce(0) { $0 + $1.utf8.count }, of: "its tags", keeping: "the first \(tags.count)")
  }

  private mutating func holdBlocks(_ blocks: inout [Block]) {
    holdBlocks(&blocks, limit: DocumentLimits.text, of: "its text", where: \.isMainText)
    holdBlocks(&blocks, limit: DocumentLimits.asideText, of: "what stands beside its text") { !$0.isMainText }
  }

  private mutating func holdBlocks(
    _ blocks: inout [Block], limit: Int, of what: String, where belongs: (Zone) -> Bool
  ) {
    let bytes = blocks.reduce(0) { belongs($1.zone) ? $0 + $1.text.utf8.count : $0 }
    let count = blocks.count { belongs($0.zone) }
    if bytes <= limit, count <= DocumentLimits.blocks { return }
    var left = limit
    var room = DocumentLimits.blocks
    blocks = blocks.compactMap { block in
      guard belongs(block.zone) else { return block }
      guard left > 0, room > 0 else { return nil }
      var block = block
      let size = block.text.utf8.count
      if size > left { block.text = block.text.portion(left) }
      left = size > left ? 0 : left - size
      room -= 1
      return block.text.isEmpty ? nil : block
    }
    let kept = blocks.reduce(0) { belongs($1.zone) ? $0 + $1.text.utf8.count : $0 }
    leaveOut(bytes - kept, of: what, keeping: "the first \(kept)")
  }
}
