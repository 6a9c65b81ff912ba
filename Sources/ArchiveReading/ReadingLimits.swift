/// What bounds the memory of reading. All in bytes after decompression, unless it says otherwise. What is cut or left
/// out is named as a problem of its document or file.
package struct ReadingLimits: Sendable, Equatable {
  /// Of a page or a text, the first part up to this is kept. 16 MiB: ten times the largest article pages seen, and
  /// small enough that a few lanes can parse such pages inside the memory budget of 512 MiB.
  package var document: Int
  /// A longer record inside a file (a JSONL line, a CSV row, an SGML element) is named and left out.
  package var record: Int
  /// Of an id, the first part up to this names the record: as long as the longest file name of most systems, twice.
  package var id = 512
  /// Of a title, an address, an author or any other field but the text, the first part up to this is kept. Browsers and
  /// servers take addresses of 8 KiB at most; no title is near it.
  package var field = 8 << 10
  /// A record keeps this many tags, and a table this many columns; counted, not in bytes.
  package var items = 1000
  /// Of a line in the head of a WARC record, the first part up to this is kept.
  package var headerLine = 64 << 10

  package init(document: Int = 16 << 20, record: Int = 16 << 20) {
    self.document = document
    self.record = record
  }
}
