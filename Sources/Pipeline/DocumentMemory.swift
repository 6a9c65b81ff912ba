import ArchiveReading
import NewsModel

/// How much memory documents need on their way through the stages: what `OrderedParallelMap` weighs its units by, so that
/// large documents in several lanes do not add up past the 512 MiB that the program promises.
enum DocumentMemory {
  /// For all documents in flight. Program and dictionaries take 140 MiB, what waits to be stored up to 32; a document of
  /// the greatest length needs more than this, and is alone.
  static let limit = 256 << 20
  /// For what waits to be stored in one transaction.
  static let portion = 32 << 20
  /// Of a unit that leaves enough memory behind for it to be worth some milliseconds to give it back.
  static let large = 32 << 20

  /// Bytes for a byte of text, measured on long texts of news in one document (mmap threshold of 1 MiB): tokens 6, matches and
  /// candidates 20, mentions 15, the printed line 8.
  private static let perByteOfText = 50
  /// Bytes for a byte of a page until its text is known, measured on 16 MiB of paragraphs: the page, decoded, its tree, its blocks.
  private static let perByteOfPage = 8
  /// Of ordinary pages a twentieth is text; this holds for those that are nothing else, too, if not for all lanes at once.
  private static let shareOfText = 2
  /// Bytes for a byte of a file or record that is text, until that is cut to its limit: read, decoded, cut.
  private static let perByteOfRecord = 4
  /// Of a mention that was found or rejected, with its texts.
  private static let mention = 600

  static func need(ofPage bytes: Int) -> Int {
    bytes * perByteOfPage + min(bytes / shareOfText, DocumentLimits.text) * perByteOfText
  }

  static func need(ofText bytes: Int) -> Int {
    bytes * perByteOfRecord + min(bytes, DocumentLimits.text) * perByteOfText
  }

  static func need(of open: OpenFile) -> Int {
    open.format == .page ? need(ofPage: open.memory) : need(ofText: open.memory)
  }

  static func need(of item: ArchiveItem) -> Int {
    guard case .document(let document) = item else { return 0 }
    switch document.content {
    case .page(let page): return need(ofPage: page.bytes.count)
    case .plainText(let bytes): return need(ofText: bytes.count)
    case .record(let record): return need(ofText: record.text.utf8.count)
    }
  }

  /// A stored document that is analysed again.
  static func need(of document: Document) -> Int { need(ofText: size(of: document)) }

  /// What is held of a document when its analysis is done.
  static func held(by analysed: AnalysedDocument) -> Int {
    2 * size(of: analysed.document) + analysed.mentions.count * mention
  }

  private static func size(of document: Document) -> Int {
    document.blocks.reduce(0) { $0 + $1.text.utf8.count + MemoryLayout<Block>.stride }
  }
}
