package import NewsModel

/// A file of the archive.
package struct ArchiveFile: Sendable, Equatable {
  /// The path as reached from the PATH argument, whose last component it starts with.
  package var source: String
  /// Where the file is.
  package var path: String

  package init(source: String, path: String) {
    self.source = source
    self.path = path
  }
}
