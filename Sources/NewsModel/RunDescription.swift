/// What a database was made from and with. It contains no time, so that the same archive and recipe give the same
/// description.
package struct RunDescription: Sendable, Equatable {
  package var pipeline: String
  /// `dateline 0.1.0`
  package var program: String
  /// The next four are hashes, in hexadecimal.
  package var recipe: String
  package var dictionaries: String
  package var rules: String
  package var archive: String
  /// The settings with which trends and reports were last made, as a JSON object.
  package var settings: String
  /// The hash of the corrections with which the identity of names was last decided.
  package var corrections: String
  /// The stages in the order in which documents pass through them.
  package var stages: [Stage]

  /// The name of `corrections` in the database.
  package static let correctionsName = "corrections"

  package init(
    pipeline: String, program: String, recipe: String, dictionaries: String, rules: String, archive: String,
    settings: String = "", corrections: String = "",
    stages: [Stage] = []
  ) {
    self.pipeline = pipeline
    self.program = program
    self.recipe = recipe
    self.dictionaries = dictionaries
    self.rules = rules
    self.archive = archive
    self.settings = settings
    self.corrections = corrections
    self.stages = stages
  }

  /// Whether another run had the same archive, program, rules and settings.
  package func isSame(as other: RunDescription) -> Bool {
    var own = self
    own.stages = other.stages
    return own == other
  }

  /// The numbers of inputs and outputs of a stage.
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
