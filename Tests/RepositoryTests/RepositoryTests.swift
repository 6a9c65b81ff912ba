import Foundation
import TestSupport
import Testing

/// Our own data and documents are valid.
@Suite struct RepositoryTests {
  @Test func everyPipelineDictionaryAndRuleIsSound() throws {
    let outcome = try Program.dateline.run(["check"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("nothing wrong"))
  }

  @Test func everyCommandStandsInTheReadme() throws {
    let readme = try text("README.md")
    let help = try Program.dateline.run(["--help"]).output
    let commands = help.components(separatedBy: "SUBCOMMANDS:").last!.components(separatedBy: "\n\n").first!
      .split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.map { String($0.split(separator: " ")[0]) }
    #expect(commands.contains("run") && commands.contains("explain"))
    for command in commands where command != "help" {
      #expect(readme.contains("dateline \(command)"), "README.md does not show 'dateline \(command)'")
    }
  }

  @Test func everyExitCodeStandsInTheReadme() throws {
    let readme = try text("README.md")
    for code in ["0", "1", "3", "10", "11", "64", "65", "130, 143"] { #expect(readme.contains("| \(code) |")) }
  }

  @Test func everyTargetStandsInTheArchitecture() throws {
    let architecture = try text("ARCHITECTURE.md")
    let targets = try FileManager.default.contentsOfDirectory(atPath: Repository.path + "/Sources")
    for target in targets where !target.hasPrefix("C") {
      #expect(architecture.contains("### \(target): "), "ARCHITECTURE.md does not say what \(target) is for")
    }
  }

  @Test func dictionariesNameTheirSourceAndLicence() throws {
    let tables = try ["", "pages/"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: Repository.path + "/Dictionaries/" + folder)
        .filter { $0.hasSuffix(".tsv") }.map { folder + $0 }
    }
    #expect(tables.count >= 16)
    for table in tables {
      let head = try text("Dictionaries/" + table).split(separator: "\n").prefix { $0.hasPrefix("#") }.joined(
        separator: " ")
      #expect(
        head.lowercased().contains("cc0") || head.lowercased().contains("licen") || head.contains("CC BY"), "\(table)")
    }
  }

  @Test func linksBetweenDocumentsLeadSomewhere() throws {
    for document in [
      "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "Pipelines/README.md", "Dictionaries/README.md",
    ] {
      let folder = (document as NSString).deletingLastPathComponent
      for link in try text(document).matches(of: /\]\(([^)#:]+)\)/).map({ String($0.1) }) {
        let path = Repository.path + "/" + (folder.isEmpty ? link : folder + "/" + link)
        #expect(FileManager.default.fileExists(atPath: path), "\(document) links to \(link)")
      }
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: Repository.path + "/" + path, encoding: .utf8)
  }
}
