import ArgumentParser

/// A word in place of a command that is not a command.
struct UnknownCommand: CustomStringConvertible {
  private let typed: String
  private let path: String
  private let known: [String]

  /// Returns nil if the arguments begin with existing commands or not with a word.
  init?(_ arguments: some Sequence<String>, of root: any ParsableCommand.Type) {
    var command: any ParsableCommand.Type = root
    var path = root._commandName
    for word in arguments {
      let commands = command.configuration.subcommands
      if commands.isEmpty || word.hasPrefix("-") || word == "help" { return nil }
      guard let next = commands.first(where: { $0._commandName == word }) else {
        (typed, self.path, known) = (word, path, commands.map { $0._commandName })
        return
      }
      command = next
      path += " " + word
    }
    return nil
  }

  var description: String {
    let nearest = known.map { (name: $0, distance: Self.distance(typed, $0)) }.min { $0.distance < $1.distance }
    // If more than half of the letters differ, another word was meant.
    if let nearest, nearest.distance <= max(1, typed.count / 2) {
      return "no command '\(typed)'; did you mean '\(path) \(nearest.name)'?"
    }
    return "no command '\(typed)'; there is: \(known.joined(separator: ", "))"
  }

  /// The number of letters to insert, delete or replace (Levenshtein distance).
  private static func distance(_ a: String, _ b: String) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let change = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
