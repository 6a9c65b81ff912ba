import Foundation
import TestSupport
import Testing

/// The borders between targets: what each may import, and how long its files are.
@Suite struct TargetTests {
  /// A target of `Package.swift` with the modules that it declares to depend on.
  private struct Target {
    var name: String
    var folder: String
    var dependencies: Set<String>
  }

  /// Products whose variables in the manifest are called otherwise than the module.
  private static let products = [
    "yams": "Yams", "grdb": "GRDB", "sqlite": "GRDBSQLite", "argumentParser": "ArgumentParser",
  ]
  /// Modules of the system and the toolchain, which need no declaration.
  private static let system: Set = ["Foundation", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin", "Testing"]
  /// Lines of the longest file that is still read at one sitting.
  private static let longestFile = 400

  private func targets() throws -> [Target] {
    let manifest = try String(contentsOfFile: Repository.path + "/Package.swift", encoding: .utf8)
    let declarations = manifest.matches(
      of:
        /\.(?<kind>target|executableTarget|testTarget)\(\s*name: "(?<name>[^"]+)"(,\s*dependencies: \[(?<list>[^\]]*)\])?/
    )
    return declarations.map { declaration in
      let name = String(declaration.name)
      let isTest = declaration.kind == "testTarget" || name.hasSuffix("TestSupport") || name == "TestSupport"
      let dependencies = (declaration.list ?? "").split(separator: ",").map { part in
        let word = part.trimmingCharacters(in: .whitespacesAndNewlines)
        return word.hasPrefix("\"") ? word.trimmingCharacters(in: ["\""]) : Self.products[word] ?? word
      }
      return Target(
        name: name, folder: (isTest ? "Tests/" : "Sources/") + name,
        dependencies: Set(dependencies.filter { !$0.isEmpty }))
    }
  }

  private func imports(of target: Target) -> Set<String> {
    let files = RepositoryFiles.paths.filter { $0.hasPrefix(target.folder + "/") && $0.hasSuffix(".swift") }
    var imports: Set<String> = []
    for file in files {
      guard let text = try? String(contentsOfFile: Repository.path + "/" + file, encoding: .utf8) else { continue }
      for line in text.split(separator: "\n") {
        if let match = line.wholeMatch(of: /\s*((package|public|private|@testable) )*import ([A-Za-z0-9_]+)/) {
          imports.insert(String(match.3))
        }
      }
    }
    return imports
  }

  @Test func everyImportIsDeclaredAndEveryDependencyIsUsed() throws {
    let targets = try targets()
    #expect(targets.count > 25)
    for target in targets {
      let imports = imports(of: target).subtracting(Self.system)
      // Tests of the command line depend on the program that they start.
      let used = target.dependencies.filter { $0 != "dateline" && $0 != "dateline-bench" }
      #expect(imports == used, "\(target.name)")
    }
  }

  /// Targets are declared in the order in which data flows, so that none can import a later one.
  @Test func noTargetDependsOnALaterOne() throws {
    var known: Set<String> = []
    let names = Set(try targets().map(\.name))
    for target in try targets() {
      let ours = target.dependencies.intersection(names)
      #expect(ours.isSubset(of: known), "\(target.name) depends on \(ours.subtracting(known).sorted())")
      known.insert(target.name)
    }
  }

  /// The question that the target answers, its parts in reading order, and what it must not know.
  @Test func everyTargetHasAReadme() throws {
    for target in try targets() where target.folder.hasPrefix("Sources/") && target.name != "dateline-bench" {
      let readme = try String(contentsOfFile: Repository.path + "/" + target.folder + "/README.md", encoding: .utf8)
      #expect(readme.hasPrefix("# \(target.name): "), "\(target.name)")
      #expect(readme.prefix { $0 != "\n" }.hasSuffix("?"), "\(target.name)")
    }
  }

  @Test func noFileIsLongerThanOneSitting() throws {
    for path in RepositoryFiles.paths where path.hasSuffix(".swift") {
      let text = try String(contentsOfFile: Repository.path + "/" + path, encoding: .utf8)
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= Self.longestFile, "\(path)")
    }
  }
}
