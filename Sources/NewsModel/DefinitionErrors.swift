/// Everything that is wrong with the pipelines, dictionaries and rules that were given: all of it at once.
package struct DefinitionErrors: Error, Sendable, Equatable {
  package var faults: [Fault]

  package init(_ faults: [Fault]) { self.faults = faults }

  /// One wrong place in a file of ours or the user's.
  package struct Fault: Sendable, Equatable, CustomStringConvertible {
    package var file: String
    /// From 1; 0 when the whole file is meant.
    package var line: Int
    /// From 1; 0 when the whole line is meant.
    package var column: Int
    package var reason: String
    /// Doubtful, and no reason to stop.
    package var isWarning: Bool

    package init(file: String, line: Int = 0, column: Int = 0, reason: String, isWarning: Bool = false) {
      self.file = file
      self.line = line
      self.column = column
      self.reason = reason
      self.isWarning = isWarning
    }

    /// `topics/nuclear.yaml:12:8: reason`; a warning says so before the reason.
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
