/// The progress of a run's first sweep.
package struct RunProgress: Sendable, Equatable {
  /// Documents that were stored in this run.
  package var documents = 0
  /// Files that were already in the database.
  package var unchanged = 0
  /// Files that the archive no longer contains; their documents were removed.
  package var removed = 0
  package var problems = 0
  /// Bytes read from the archive; those of a file with many records are counted after decompression.
  package var bytes = 0

  package init() {}
}
