package import NewsModel
import TextScanning

/// The address and the sentences of a page, by which copies of one text are recognised.
///
/// Sentences are compared by their fingerprints. Copies are therefore recognised even if their paragraphs are divided
/// differently, or if their dates and numbers differ.
package struct PageText: Sendable {
  /// Nil if the page has no address of its own.
  let address: String?
  /// The sentences in ascending order of hash, without duplicates.
  let sentences: [Sentence]
  /// The size of all these sentences in bytes.
  let size: Int

  struct Sentence: Sendable {
    var hash: UInt64
    var size: UInt32
  }

  /// The most sentences that are kept: those with the lowest hashes, which are the same in each copy (the sketch of Broder,
  /// "On the resemblance and containment of documents", 1997).
  static let mostSentences = 256

  /// Uses the zones that the page alone gave, not those that an earlier sweep changed.
  package init(of document: Document) {
    address = document.url.flatMap { Self.address(of: $0, source: document.source) }
    var found: [Sentence] = []
    for block in Block.beforeTemplates(document.blocks) where block.zone.isMainText && block.zone.isCounted {
      Self.addSentences(of: block.text.utf8.span, to: &found)
    }
    found.sort { ($0.hash, $1.size) < ($1.hash, $0.size) }
    var kept: [Sentence] = []
    for sentence in found where sentence.hash != kept.last?.hash {
      if kept.count == Self.mostSentences { break }
      kept.append(sentence)
    }
    sentences = kept
    size = kept.reduce(0) { $0 + Int($1.size) }
  }

  private static func addSentences(of text: Span<UInt8>, to found: inout [Sentence]) {
    var start = 0
    for at in text.indices {
      let isLast = at + 1 == text.count
      let ends = endMarks.contains(text[at]) && (isLast || text[at + 1] == 0x20) || text[at] == 0x0A
      guard ends || isLast else { continue }
      let sentence = text.extracting(start..<at + 1)
      start = at + 1
      guard let hash = TemplateFingerprint.hash(sentence) else { continue }
      found.append(Sentence(hash: hash, size: UInt32(clamping: sentence.count)))
    }
  }

  private static let endMarks: [UInt8] = [0x2E, 0x21, 0x3F]  // . ! ?

  /// Returns an address without scheme, `www.` and fragment. The fragment that names an item of a page remains, because
  /// each item has a text of its own. Returns nil for the front page of a site, because its text changes every day, and
  /// because pages that were saved without an address often name it as theirs.
  private static func address(of url: String, source: String) -> String? {
    var rest = url[...]
    if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") { rest = rest[colon...].dropFirst(3) }
    if let fragment = rest.firstIndex(of: "#"), !source.hasSuffix(rest[fragment...]) { rest = rest[..<fragment] }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    while rest.last == "/" { rest = rest.dropLast() }
    return rest.contains("/") || rest.contains("?") ? String(rest) : nil
  }
}
