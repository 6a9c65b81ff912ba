/// What the page over all weeks says of the archive as a whole.
package struct ArchiveFacts: Sendable, Equatable {
  /// The pipeline's name.
  package var archive: String
  /// The number of documents without a day, which belong to no week.
  package var undated: Int
  /// In order of kind.
  package var problems: [ProblemTally]
  /// The basis of the numbers: the database, the hashes of archive, dictionaries and rules, and the program's version, in
  /// the order of printing.
  package var provenance: [WeeklyReport.Fact]

  package init(
    archive: String, undated: Int = 0, problems: [ProblemTally] = [], provenance: [WeeklyReport.Fact] = []
  ) {
    self.archive = archive
    self.undated = undated
    self.problems = problems
    self.provenance = provenance
  }

  /// Problems of the archive of one kind.
  package struct ProblemTally: Sendable, Equatable {
    package var kind: Problem.Kind
    package var count: Int
    /// The first source with such a problem.
    package var example: String

    package init(kind: Problem.Kind, count: Int, example: String) {
      self.kind = kind
      self.count = count
      self.example = example
    }
  }
}
