package import NewsModel
package import NewsStore

/// The result of a run and the contents of its database.
package struct RunSummary: Sendable {
  /// Documents that were read in this run.
  package var added: Int
  /// Bytes of the archive that were read in this run.
  package var bytes: Int
  /// Files that were already in the database.
  package var unchanged: Int
  /// Files that the archive no longer contains; their documents were removed.
  package var removed: Int
  package var counts: ArchiveCounts
  /// The first problems in the database.
  package var firstProblems: [Problem]
  package var database: String
  /// Nil if no document has a date or the run was stopped.
  package var latestReport: ReportFolder.Latest?
}
