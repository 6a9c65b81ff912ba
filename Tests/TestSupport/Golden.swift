import Foundation
import Testing

/// The expected text of a test, in a separate file: `Goldens/NAME` next to the source of the test.
///
/// With `DATELINE_RECORD=1`, a text that differs is written to its file. The test still fails, so that the recording is
/// reviewed and the tests are run again without the variable.
package struct Golden {
  package enum Outcome: Equatable {
    case same
    /// A message for the person who runs the tests.
    case different(String)
    case recorded(String)
  }

  let path: String
  let isRecording: Bool

  package static let variable = "DATELINE_RECORD"

  package init(path: String, isRecording: Bool = ProcessInfo.processInfo.environment[Golden.variable] == "1") {
    self.path = path
    self.isRecording = isRecording
  }

  /// Compares the whole text with the file, byte for byte.
  package func compare(_ text: String) throws -> Outcome {
    let expected = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    if let expected, expected.utf8.elementsEqual(text.utf8) { return .same }
    let difference = expected.map { Self.firstDifference(expected: $0, found: text) } ?? "there is no such file yet"
    guard isRecording else {
      return .different("\(path): \(difference)\n\(Self.variable)=1 records it anew, after a change that is meant")
    }
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    return .recorded("\(path): recorded anew (\(difference))\nread it, then run the tests without \(Self.variable)")
  }

  /// The first line that differs, in both versions, with its number.
  package static func firstDifference(expected: String, found: String) -> String {
    let (wanted, got) = (lines(of: expected), lines(of: found))
    let same = zip(wanted, got).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    func line(_ lines: [String], _ what: String) -> String {
      same < lines.count ? "\(what) \(lines[same].debugDescription)" : "\(what) has \(same) lines"
    }
    return "differs first in line \(same + 1):\n\(line(wanted, "expected"))\n\(line(got, "found   "))"
  }
}

private func lines(of text: String) -> [String] {
  text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
    String(decoding: $0, as: UTF8.self)
  }
}

/// Fails unless `text` equals the golden file `name` next to the calling test.
package func expectGolden(
  _ text: String, _ name: String, fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
  column: Int = #column
) throws {
  let path = (filePath as NSString).deletingLastPathComponent + "/Goldens/" + name
  switch try Golden(path: path).compare(text) {
  case .same: break
  case .different(let message), .recorded(let message):
    Issue.record(
      Comment(rawValue: message),
      sourceLocation: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
  }
}
