/// The limits that bound the memory of reading, in bytes after decompression unless stated otherwise. Whatever is cut
/// or left out is reported as a problem of its document or file.
package struct ReadingLimits: Sendable, Equatable {
  /// The longest page or text; only this much of a longer one is kept. 16 MiB is ten times the largest article pages
  /// seen, and small enough for a few lanes to parse such pages within the memory budget of 512 MiB.
  package var document: Int
  /// The longest record inside a file (a JSONL line, a CSV row, an SGML element); a longer one is reported and left
  /// out.
  package var record: Int
  /// The longest id; only this much of a longer one names the record. This is twice the longest file name of most
  /// systems.
  package var id = 512
  /// The longest field other than the text (title, address, author and others); only this much of a longer one is kept.
  /// Browsers and servers accept addresses of 8 KiB at most, and no title comes near that.
  package var field = 8 << 10
  /// The largest number of tags of a record and of columns of a table. This is a count, not a number of bytes.
  package var items = 1000
  /// The longest line in the head of a WARC record; only this much of a longer one is kept.
  package var headerLine = 64 << 10

  package init(document: Int = 16 << 20, record: Int = 16 << 20) {
    self.document = document
    self.record = record
  }
}
