import Foundation
import TestSupport
import Testing

/// A Markdown file that speaks of the project: what it names in code spans and in blocks of code.
struct ProjectDocument: Sendable, CustomTestStringConvertible {
  /// Inside the repository.
  let path: String
  let text: String

  init(_ path: String) throws {
    self.path = path
    text = try String(contentsOfFile: Repository.path + "/" + path, encoding: .utf8)
  }

  /// Every document there is, but for the changes of the past and for what the program writes itself.
  static func all() throws -> [ProjectDocument] {
    try RepositoryFiles.paths.filter {
      $0.hasSuffix(".md") && $0 != "CHANGELOG.md" && !$0.hasPrefix("Reports/Example/")
    }.map(ProjectDocument.init)
  }

  var testDescription: String { path }

  /// What stands between single backticks, outside of blocks.
  var spans: [String] {
    blocks.outside.joined(separator: "\n").matches(of: /`([^`\n]+)`/).map { String($0.1) }
  }

  /// The lines of the blocks that are marked `sh`, without remarks.
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

/// The files and folders of the repository, without what is built, hidden or written by a run.
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

  /// Whether some file or folder is there by this name, or by this end of its path; `*` stands for any part of a name.
  static func hold(_ name: String) throws -> Bool {
    let trimmed = name.hasSuffix("/") ? String(name.dropLast()) : name
    let pattern = trimmed.split(separator: "*", omittingEmptySubsequences: false)
      .map { NSRegularExpression.escapedPattern(for: String($0)) }.joined(separator: "[^/]*")
    let regex = try Regex("(^|.*/)\(pattern)")
    return try paths.contains { try regex.wholeMatch(in: $0) != nil }
  }

  /// All text below folders or in files, for questions of what occurs anywhere.
  static func text(under folders: [String]) -> String {
    paths.filter { path in folders.contains { path == $0 || path.hasPrefix($0 + "/") } }
      .compactMap { try? String(contentsOfFile: Repository.path + "/" + $0, encoding: .utf8) }
      .joined(separator: "\n")
  }
}
