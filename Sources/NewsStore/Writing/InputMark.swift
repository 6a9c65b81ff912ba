package import NewsModel

/// How far a file of the archive has been read, with the hashes of its content and of the recipe.
package struct InputMark: Sendable, Equatable {
  /// Hash of the file's bytes.
  package var content: String
  /// Hash of everything that determines the results: pipeline, dictionaries, rules, program.
  package var recipe: String
  /// The number of records that were stored or reported as problems.
  package var records: Int
  package var isComplete: Bool

  package init(content: String, recipe: String, records: Int, isComplete: Bool) {
    self.content = content
    self.recipe = recipe
    self.records = records
    self.isComplete = isComplete
  }
}

/// Documents of one file in reading order, and the mark that applies once they are stored.
package struct InputBatch: Sendable {
  package var path: String
  /// True for the first batch of a file that is read from its start; everything stored by an earlier reading of the
  /// file is removed.
  package var startsOver: Bool
  package var documents: [AnalysedDocument]
  /// Problems of reading; the problems of a document are stored in the document.
  package var problems: [Problem]
  package var mark: InputMark
  /// Sources under which the same file was stored before; what was stored under them is removed.
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
