import Foundation
import TestSupport
import Testing

/// A Markdown file about the project, and what its code spans and code blocks name.
struct ProjectDocument: Sendable, CustomTestStringConvertible {
  /// The path inside the repository.
  let path: String
  let text: String

  init(_ path: String) throws {
    self.path = path
    text = try String(contentsOfFile: Repository.path + "/" + path, encoding: .utf8)
  }

  /// All documents except the list of past changes and what the program itself writes.
  static func all() throws -> [ProjectDocument] {
    try RepositoryFiles.paths.filter {
      $0.hasSuffix(".md") && $0 != "CHANGELOG.md" && !$0.hasPrefix("Reports/Example/")
    }.map(ProjectDocument.init)
  }

  var testDescription: String { path }

  /// The texts between single backticks, outside of code blocks.
  var spans: [String] {
    blocks.outside.joined(separator: "\n").matches(of: /`([^`\n]+)`/).map { String($0.1) }
  }

  /// The lines of code blocks marked `sh`, without comments.
  var shellLines: [String] {
    blocks.shell.map { line in
      line.replacing(/(^|\s+)#.*$/, with: "")
    }.filter { !$0.isEmpty }
  }

  private var blocks: (shell: [String], outside: [String]) {
    var (shell, outside): ([String], [String]) = ([], [])
    var language: Substring?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        language = language == nil ? line.dropFirst(3) : nil
      } else if language == "sh" {
        shell.append(String(line))
      } else if language == nil {
        outside.append(String(line))
      }
    }
    return (shell, outside)
  }
}

/// The files and folders of the repository, except those that are built, hidden or written by a run.
enum RepositoryFiles {
  static let paths: [String] = {
    guard let all = FileManager.default.enumerator(atPath: Repository.path) else { return [] }
    var paths: [String] = []
    while let path = all.nextObject() as? String {
      let isHidden = path.hasPrefix(".") && path != ".ci" && !path.hasPrefix(".ci/")
      let isOutput = path.hasPrefix("Reports/") && path != "Reports/README.md" && !path.hasPrefix("Reports/Example")
      if isHidden || isOutput || path.contains("__pycache__") {
        all.skipDescendants()
      } else {
        paths.append(path)
      }
    }
    return paths.sorted()
  }()

  /// Whether there is a file or folder with this name or with a path that ends in it. `*` matches any part of a name.
  static func hold(_ name: String) throws -> Bool {
    let trimmed = name.hasSuffix("/") ? String(name.dropLast()) : name
    let pattern = trimmed.split(separator: "*", omittingEmptySubsequences: false)
      .map { NSRegularExpression.escapedPattern(for: String($0)) }.joined(separator: "[^/]*")
    let regex = try Regex("(^|.*/)\(pattern)")
    return try paths.contains { try regex.wholeMatch(in: $0) != nil }
  }

  /// The contents of all files below some folders, to check whether something occurs anywhere.
  static func text(under folders: [String]) -> String {
    paths.filter { path in folders.contains { path == $0 || path.hasPrefix($0 + "/") } }
      .compactMap { try? String(contentsOfFile: Repository.path + "/" + $0, encoding: .utf8) }
      .joined(separator: "\n")
  }
}
