/// What bounds the memory of reading. All in bytes after decompression.
package struct ReadingLimits: Sendable, Equatable {
  /// Of a page or a text, the first part up to this is kept. 16 MiB: ten times the largest article pages seen, and
  /// small enough that a few lanes can parse such pages inside the memory budget of 512 MiB.
  package var document: Int
  /// A longer record inside a file (a JSONL line, a CSV row, an SGML element) is named and left out.
  package var record: Int

  package init(document: Int = 16 << 20, record: Int = 16 << 20) {
    self.document = document
    self.record = record
  }
}
