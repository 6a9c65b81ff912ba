import Foundation
import TestSupport
import Testing

/// Other packages can depend on the manifest, and it resolves to the same versions everywhere.
@Suite struct PackageTests {
  private let manifest: String

  init() throws { manifest = try String(contentsOfFile: Repository.path + "/Package.swift", encoding: .utf8) }

  /// SwiftPM refuses dependencies with unsafe flags.
  @Test func noTargetHasUnsafeFlags() { #expect(!manifest.contains("unsafeFlags")) }

  @Test func everyDependencyIsNamedByItsVersion() {
    let dependencies = manifest.matches(of: /\.package\((?<what>[^)]*)\)/)
    #expect(dependencies.count == 3)
    for dependency in dependencies { #expect(dependency.what.contains("exact: \""), "\(dependency.what)") }
  }
}
