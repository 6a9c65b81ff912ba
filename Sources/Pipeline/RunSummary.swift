package import NewsModel
package import NewsStore

/// What a run did, and what its database holds now.
package struct RunSummary: Sendable {
  /// Documents read in this run.
  package var added: Int
  /// Of the archive, read in this run.
  package var bytes: Int
  /// Files that the database held already.
  package var unchanged: Int
  package var counts: ArchiveCounts
  /// The first of the database's problems, to show at once what is wrong.
  package var firstProblems: [Problem]
  package var database: String
  /// Nil when no document has a date, or the run was stopped.
  package var latestReport: ReportFolder.Latest?
}
