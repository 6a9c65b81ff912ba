import ArchiveReading
import NewsModel

/// Estimates of the memory that documents need in the stages. `OrderedParallelMap` uses them as weights, so that large
/// documents in several lanes together stay within the 512 MiB that the program promises. All numbers are bytes.
enum DocumentMemory {
  /// The limit for all documents in progress. The program and the dictionaries take 140 MiB, and documents that wait to be
  /// stored up to 32 MiB. A document of the greatest length needs more than this limit and is processed alone.
  static let limit = 256 << 20
  /// The limit for documents that wait to be stored in one transaction.
  static let portion = 32 << 20
  /// The size of a unit from which it is worth some milliseconds to return its memory to the system.
  static let large = 32 << 20

  /// The memory for each byte of text: tokens 6, matches and candidates 20, mentions 15, the printed line 8. Measured on
  /// long news texts in one document, with an mmap threshold of 1 MiB.
  private static let perByteOfText = 50
  /// The memory for each byte of a page until its text is known: the page, the decoded page, its tree and its blocks.
  /// Measured on 16 MiB of paragraphs.
  private static let perByteOfPage = 8
  /// One byte of a page in this many is taken to be text. In ordinary pages it is one in twenty; the number also suffices
  /// for pages that are nothing but text, although not in all lanes at the same time.
  private static let pageBytesPerByteOfText = 2
  /// The memory for each byte of a text file or record until it is cut to its limit: read, decoded and cut.
  private static let perByteOfRecord = 4
  /// The memory of a mention or rejection with its texts.
  private static let mention = 600

  static func need(ofPage bytes: Int) -> Int {
    bytes * perByteOfPage + min(bytes / pageBytesPerByteOfText, DocumentLimits.text) * perByteOfText
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

  /// The memory that a stored document needs if it is analysed again.
  static func need(of document: Document) -> Int { need(ofText: size(of: document)) }

  /// The memory that a document takes after its analysis.
  static func held(by analysed: AnalysedDocument) -> Int {
    2 * size(of: analysed.document) + analysed.mentions.count * mention
  }

  private static func size(of document: Document) -> Int {
    document.blocks.reduce(0) { $0 + $1.text.utf8.count + MemoryLayout<Block>.stride }
  }
}
