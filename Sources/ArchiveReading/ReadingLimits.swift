/// What bounds the memory of reading. All in bytes after decompression.
package struct ReadingLimits: Sendable, Equatable {
  /// Of a page or a text, the first part up to this is kept. 64 MiB: two hundred times the largest article pages
  /// seen, and two worker lanes of them stay inside the memory budget.
  package var document: Int
  /// A longer record inside a file (a JSONL line, a CSV row, an SGML element) is named and left out.
  package var record: Int

  package init(document: Int = 64 << 20, record: Int = 16 << 20) {
    self.document = document
    self.record = record
  }
}
