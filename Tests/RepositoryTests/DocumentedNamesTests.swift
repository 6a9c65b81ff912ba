import Foundation
import TestSupport
import Testing

/// Everything that a document names exists: paths, types, commands, options, make targets, environment variables.
@Suite struct DocumentedNamesTests {
  /// Placeholders for the reader's own paths or for a place of installation.
  private static let placeholders: Set = [
    "mine.yaml", "path/to/mine.yaml", "2019-03-12-title.txt", "2019/03/12/title.txt", "share/dateline", "Reports/NAME",
    "corrections.tsv",
  ]

  @Test func everyPathExists() throws {
    var checked = 0
    for document in try ProjectDocument.all() {
      for span in document.spans where Self.isPath(span) && !Self.placeholders.contains(span) {
        checked += 1
        #expect(try RepositoryFiles.hold(span), "\(document.path) names \(span)")
      }
    }
    #expect(checked > 50)
  }

  private static func isPath(_ span: String) -> Bool {
    guard span.wholeMatch(of: /[A-Za-z.*][A-Za-z0-9_.*\/-]*/) != nil else { return false }
    return span.wholeMatch(of: /.+\.(swift|tsv|yaml|md|py|txt|jsonl|json|html|svg)/) != nil
      || span.contains("/") && span.wholeMatch(of: /[A-Z]+\/.*/) == nil
  }

  /// Checks the names of types and targets, which have a capital inside.
  @Test func everyTypeExists() throws {
    let sources = RepositoryFiles.text(under: ["Sources", "Package.swift"])
    let words = Set(sources.matches(of: /[A-Za-z_][A-Za-z0-9_]*/).map { String($0.0) })
    var checked = 0
    for document in try ProjectDocument.all() where document.path != "Dictionaries/topics/GRAMMAR.md" {
      for span in document.spans where span.wholeMatch(of: /[A-Z][a-z]+([A-Z][A-Za-z]*)+/) != nil {
        checked += 1
        #expect(
          try words.contains(span) || RepositoryFiles.hold(span) || RepositoryFiles.hold(span + ".swift"),
          "\(document.path) names \(span)")
      }
    }
    #expect(checked > 20)
  }

  @Test func everyMakeTargetExists() throws {
    let makefile = try String(contentsOfFile: Repository.path + "/Makefile", encoding: .utf8)
    let targets = Set(makefile.matches(of: /(?m)^([a-z-]+):/).map { String($0.1) })
    for document in try ProjectDocument.all() {
      for text in document.spans + document.shellLines {
        for match in text.matches(of: /(?:^|\s)make ([a-z-]+)/) {
          #expect(targets.contains(String(match.1)), "\(document.path) names make \(match.1)")
        }
      }
    }
    // `make -n` prints the commands of a target whether or not they can run here.
    for target in targets.sorted() {
      let outcome = try Program(path: "/usr/bin/make").run(["-n", "-C", Repository.path, target])
      #expect(outcome.status == 0 && !outcome.output.isEmpty, "make \(target): \(outcome.errors)")
    }
  }

  @Test func everyVariableIsReadSomewhereAndWrittenDown() throws {
    let sources = RepositoryFiles.text(under: ["Sources", "Tests", ".ci", "Makefile"])
    let program = RepositoryFiles.text(under: ["Sources"])
    let variable = /DATELINE_[A-Z_]+/
    let readable = Set(sources.matches(of: variable).map { String($0.0) })
    var documented: Set<String> = []
    for document in try ProjectDocument.all() {
      for match in document.text.matches(of: variable) {
        documented.insert(String(match.0))
        #expect(readable.contains(String(match.0)), "\(document.path) names \(match.0)")
      }
    }
    for match in program.matches(of: variable) {
      #expect(documented.contains(String(match.0)), "no document names \(match.0)")
    }
  }

  @Test func everyCommandAndOptionExists() throws {
    let help = try CommandHelp()
    var checked = 0
    for document in try ProjectDocument.all() {
      for text in document.spans + document.shellLines {
        var words = text.split(separator: " ").map(String.init)
        if words.first?.hasPrefix("--") == true {
          #expect(help.options.contains(Self.option(words[0])), "\(document.path) names \(words[0])")
        }
        if words.first == "dateline" { words.removeFirst() } else if words.count < 2 { continue }
        guard let first = words.first, help.texts[first] != nil || text.hasPrefix("dateline ") else { continue }
        checked += 1
        let command = help.command(words)
        try #require(help.texts[command] != nil, "\(document.path) names \(text)")
        let own = help.options(of: command, anyBelow: words.contains("NOUN"))
        for word in words where word.hasPrefix("--") {
          #expect(own.contains(Self.option(word)), "\(document.path) names \(text)")
        }
      }
    }
    #expect(checked > 30)
  }

  private static func option(_ word: String) -> String { String(word.prefix { $0 != "=" && $0 != "," }) }
}

/// The help texts of all commands.
private struct CommandHelp {
  struct Text {
    var options: Set<String>
  }

  /// The help of each command by its words, such as `query entities`.
  private(set) var texts: [String: Text] = [:]

  var options: Set<String> { texts.values.reduce(into: []) { $0.formUnion($1.options) } }

  init() throws { try add([]) }

  private mutating func add(_ command: [String]) throws {
    let outcome = try Program.dateline.run(command + ["--help"])
    #expect(outcome.status == 0, "\(command): \(outcome.errors)")
    texts[command.joined(separator: " ")] = Text(
      options: Set(outcome.output.matches(of: /--[a-z-]+/).map { String($0.0) }))
    guard let list = outcome.output.components(separatedBy: "SUBCOMMANDS:\n").dropFirst().first else { return }
    for line in list.components(separatedBy: "\n\n")[0].split(separator: "\n")
    where line.prefixMatch(of: #/  [a-z]/#) != nil {
      try add(command + [String(line.split(separator: " ")[0])])
    }
  }

  /// - Parameter anyBelow: Whether options of all commands below this one count too.
  func options(of command: String, anyBelow: Bool) -> Set<String> {
    texts.filter { $0.key == command || anyBelow && $0.key.hasPrefix(command + " ") }
      .values.reduce(into: []) { $0.formUnion($1.options) }
  }

  /// The longest command at the beginning of these words; empty if the first word is not a command.
  func command(_ words: [String]) -> String {
    for count in stride(from: min(2, words.count), to: 0, by: -1) {
      let command = words.prefix(count).joined(separator: " ")
      if texts[command] != nil { return command }
    }
    return "no command \(words.first ?? "")"
  }
}
