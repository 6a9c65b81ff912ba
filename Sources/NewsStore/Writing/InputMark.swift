package import NewsModel

/// How far a file of the archive has been read, and in which state and with which recipe.
package struct InputMark: Sendable, Equatable {
  /// Hash of the file's bytes.
  package var content: String
  /// Hash of all that decides what comes out of them: pipeline, dictionaries, rules, program.
  package var recipe: String
  /// Records that were read and stored, or named as a problem.
  package var records: Int
  package var isComplete: Bool

  package init(content: String, recipe: String, records: Int, isComplete: Bool) {
    self.content = content
    self.recipe = recipe
    self.records = records
    self.isComplete = isComplete
  }
}

/// Documents of one file of the archive, as they came, and the mark that stands once they are stored.
package struct InputBatch: Sendable {
  package var path: String
  /// True for the first batch of a file that is read from its start: what an earlier reading of it stored goes.
  package var startsOver: Bool
  package var documents: [AnalysedDocument]
  /// Problems of reading; those of the documents are in the documents.
  package var problems: [Problem]
  package var mark: InputMark
  /// Sources under which the same file was stored before: what they stored goes.
  package var replaces: [String] = []

  package init(
    path: String, startsOver: Bool, documents: [AnalysedDocument], problems: [Problem] = [], mark: InputMark
  ) {
    self.path = path
    self.startsOver = startsOver
    self.documents = documents
    self.problems = problems
    self.mark = mark
  }
}
