/// All faults of the pipelines, dictionaries and rules that were given, reported together.
package struct DefinitionErrors: Error, Sendable, Equatable {
  package var faults: [Fault]

  package init(_ faults: [Fault]) { self.faults = faults }

  /// A fault at one place of a shipped file or of a user's file.
  package struct Fault: Sendable, Equatable, CustomStringConvertible {
    package var file: String
    /// The line from 1; 0 if the fault concerns the whole file.
    package var line: Int
    /// The column from 1; 0 if the fault concerns the whole line.
    package var column: Int
    package var reason: String
    /// Whether the fault is only a warning and does not stop the program.
    package var isWarning: Bool

    package init(file: String, line: Int = 0, column: Int = 0, reason: String, isWarning: Bool = false) {
      self.file = file
      self.line = line
      self.column = column
      self.reason = reason
      self.isWarning = isWarning
    }

    /// `topics/nuclear.yaml:12:8: reason`; a warning has `warning: ` before the reason.
    package var description: String {
      var place = file
      if line > 0 { place += ":\(line)" }
      if line > 0, column > 0 { place += ":\(column)" }
      return "\(place): \(isWarning ? "warning: " : "")\(reason)"
    }
  }
}

extension DefinitionErrors: CustomStringConvertible {
  package var description: String { faults.map(\.description).joined(separator: "\n") }
}
