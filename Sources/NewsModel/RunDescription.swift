/// What a database was made with and from: no clock, so that the same archive and recipe give the same description.
package struct RunDescription: Sendable, Equatable {
  package var pipeline: String
  /// `dateline 0.1.0`
  package var program: String
  /// Hashes, in hexadecimal.
  package var recipe: String
  package var dictionaries: String
  package var rules: String
  package var archive: String
  /// How trends and reports were made last: a JSON object.
  package var settings: String
  /// In the order that documents pass through them.
  package var stages: [Stage]

  package init(
    pipeline: String, program: String, recipe: String, dictionaries: String, rules: String, archive: String,
    settings: String = "", stages: [Stage] = []
  ) {
    self.pipeline = pipeline
    self.program = program
    self.recipe = recipe
    self.dictionaries = dictionaries
    self.rules = rules
    self.archive = archive
    self.settings = settings
    self.stages = stages
  }

  /// What went into a stage and what came out of it.
  package struct Stage: Sendable, Equatable {
    package var name: String
    package var wentIn: Int
    package var cameOut: Int
    package var problems: Int

    package init(name: String, wentIn: Int, cameOut: Int, problems: Int) {
      self.name = name
      self.wentIn = wentIn
      self.cameOut = cameOut
      self.problems = problems
    }
  }
}
