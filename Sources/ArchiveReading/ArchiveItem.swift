package import NewsModel

/// One result of reading a file.
package enum ArchiveItem: Sendable {
  case document(RawDocument)
  /// A record, or the rest of the file, that could not be used.
  case problem(Problem)
}
