import Foundation
import Synchronization

/// Reads the files of dictionaries, rules and the page vocabulary.
package enum DefinitionFile {
  /// Returns the bytes of a file; nil if it cannot be read.
  package static func bytes(of path: String) -> [UInt8]? {
    if let shared { shared.bytes(of: path) } else { FileManager.default.contents(atPath: path).map { [UInt8]($0) } }
  }

  /// Returns the text of a file; nil if it cannot be read or is not UTF-8.
  package static func text(of path: String) -> String? {
    bytes(of: path).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// Runs `work`, in which each file is read only once. A hash of the files is therefore that of the bytes that were used.
  package static func readingOnce<Result>(_ work: () throws -> Result) rethrows -> Result {
    try $shared.withValue(SharedFiles(), operation: work)
  }

  @TaskLocal private static var shared: SharedFiles?
}

private final class SharedFiles: Sendable {
  private let files = Mutex<[String: [UInt8]?]>([:])

  func bytes(of path: String) -> [UInt8]? {
    files.withLock { files in
      if let known = files[path] { return known }
      let bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) }
      files[path] = .some(bytes)
      return bytes
    }
  }
}
