package import NewsModel

/// What reading a file gives, one after the other.
package enum ArchiveItem: Sendable {
  case document(RawDocument)
  /// A record, or the rest of the file, that could not be used.
  case problem(Problem)
}
