import Foundation
import TestSupport
import Testing

/// The shipped dictionaries equal the output of their script for the tables in the repository.
@Suite struct DictionaryBuildTests {
  private static let python = ProcessInfo.processInfo.environment["DATELINE_PYTHON"] ?? "/usr/bin/python3"

  @Test func theScriptMakesWhatIsShipped() throws {
    let folder = try TemporaryFolder()
    let built = try Program(path: Self.python).run([Repository.path + "/Dictionaries/build/build.py", folder.path])
    #expect(built.status == 0, "\(built.errors)")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".tsv") }
      .sorted()
    #expect(names.count > 10 && names.contains("pages/agencies.tsv"))
    for name in names {
      let shipped = FileManager.default.contents(atPath: "\(Repository.path)/Dictionaries/\(name)")
      #expect(
        FileManager.default.contents(atPath: "\(folder.path)/\(name)") == shipped,
        "\(name) is not what 'python3 Dictionaries/build/build.py' makes of its tables")
    }
  }

  @Test func everyFreeTableNamesItsSourceAndLicence() throws {
    let tables = RepositoryFiles.paths.filter {
      $0.hasPrefix("Dictionaries/build/free/") && !$0.hasSuffix("LICENCE.txt")
    }
    #expect(tables.count > 5)
    for table in tables {
      let head = try String(contentsOfFile: Repository.path + "/" + table, encoding: .utf8).prefix { $0 != "\n" }
      #expect(head.hasPrefix("# ") && head.contains(/CC BY|public domain|licence/), "\(table)")
    }
  }
}
