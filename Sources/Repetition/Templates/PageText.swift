package import NewsModel
import TextScanning

/// What tells whether two pages of a site are copies of one text: their address, and the sentences of their main text.
///
/// Sentences go by fingerprints, so copies whose paragraphs were cut in other places, or that give other dates and
/// numbers, are still told.
package struct PageText: Sendable {
  /// Nil for a page without an address of its own.
  let address: String?
  /// Each different one once, in ascending order of its hash.
  let sentences: [Sentence]
  /// The bytes of all these sentences.
  let size: Int

  struct Sentence: Sendable {
    var hash: UInt64
    var size: UInt32
  }

  /// A longer text is judged by its sentences with the lowest hashes, which are the same ones in each copy (the sketch of
  /// Broder, "On the resemblance and containment of documents", 1997).
  static let mostSentences = 256

  /// From what the page alone said, not from what an earlier sweep made of it.
  package init(of document: Document) {
    address = document.url.flatMap(Self.address(of:))
    var found: [Sentence] = []
    for block in document.blocks where block.asThePageSaid.zone.isMainText {
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

  /// Without scheme, `www.` and fragment. Nil for a site's front page: it has another text each day, and pages that were
  /// saved without an address often name it as theirs.
  private static func address(of url: String) -> String? {
    var rest = url[...]
    if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") { rest = rest[colon...].dropFirst(3) }
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    while rest.last == "/" { rest = rest.dropLast() }
    return rest.contains("/") || rest.contains("?") ? String(rest) : nil
  }
}
