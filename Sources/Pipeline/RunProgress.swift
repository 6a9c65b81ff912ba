/// How far a run has come.
package struct RunProgress: Sendable, Equatable {
  /// Stored in this run.
  package var documents = 0
  /// Files that the database held already.
  package var unchanged = 0
  package var problems = 0
  /// Read from the archive; of a file of many records, after decompression.
  package var bytes = 0

  package init() {}
}
