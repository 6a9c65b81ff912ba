import Foundation
import TestSupport
import Testing

/// `Reports/Example` equals the output of the program for the bundled archive, byte for byte.
@Suite struct ExampleReportTests {
  @Test func theCommittedReportsAreThoseOfTheExampleArchive() throws {
    let folder = try TemporaryFolder()
    // The database is next to the reports as in 'make example', because the reports contain its path.
    let outcome = try Program.dateline.run([
      "run", Repository.path + "/Pipelines/example.yaml", "--database", folder.path + "/example.sqlite",
      "--reports", folder.path + "/Example",
    ])
    #expect(outcome.status == 3, "the archive holds damaged files on purpose: \(outcome.errors)")
    let written = try files(under: folder.path + "/Example")
    let committed = try files(under: Repository.path + "/Reports/Example")
    #expect(written.keys.sorted() == committed.keys.sorted(), "the same files; 'make example' records them anew")
    for (path, bytes) in committed.sorted(by: { $0.key < $1.key }) {
      #expect(written[path] == bytes, "\(path) differs; after a change that is meant, 'make example' records it anew")
    }
  }

  private func files(under folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    // The manifest, a hidden file, is not committed.
    for path in paths where !path.hasPrefix(".") {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder), !isFolder.boolValue {
        files[path] = FileManager.default.contents(atPath: folder + "/" + path)
      }
    }
    return files
  }
}
