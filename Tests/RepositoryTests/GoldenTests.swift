import Foundation
import TestSupport
import Testing

/// Golden files report where a text differs, and a new recording does not go unnoticed.
@Suite struct GoldenTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/Goldens/answer.txt" }

  init() throws { folder = try TemporaryFolder() }

  private func compare(_ text: String, recording: Bool = false) throws -> Golden.Outcome {
    try Golden(path: path, isRecording: recording).compare(text)
  }

  @Test func aTextIsComparedByteForByte() throws {
    try folder.write("Goldens/answer.txt", "one\ntwo\nthree\n")
    #expect(try compare("one\ntwo\nthree\n") == .same)
    for (text, difference) in [
      ("one\ntoo\nthree\n", "line 2:\nexpected \"two\"\nfound    \"too\""),
      ("one\r\ntwo\nthree\n", "line 1:\nexpected \"one\"\nfound    \"one\\r\""),
      ("one\ntwo\nthree", "line 4:\nexpected \"\"\nfound    has 3 lines"),
      ("one\ntwo\nthree\nfour\n", "line 4:\nexpected \"\"\nfound    \"four\""),
    ] {
      guard case .different(let message) = try compare(text) else {
        Issue.record("\(text.debugDescription) is not the same")
        continue
      }
      #expect(message.contains(difference) && message.contains("DATELINE_RECORD=1"), "\(message)")
    }
  }

  /// The two spellings are equal as characters, but not as bytes.
  @Test func anotherSpellingOfALetterIsAnotherText() throws {
    try folder.write("Goldens/answer.txt", "caf\u{E9}\n")
    #expect(try compare("cafe\u{301}\n") != .same)
  }

  @Test func recordingWritesTheFileAndFails() throws {
    for text in ["first\n", "second\n"] {
      #expect(try compare(text) != .same)
      guard case .recorded(let message) = try compare(text, recording: true) else {
        Issue.record("the recording was not reported")
        continue
      }
      #expect(message.contains(path), "\(message)")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
      #expect(try compare(text, recording: true) == .same)
      #expect(try compare(text) == .same)
    }
  }

  /// A golden file that no test uses could never fail.
  @Test func everyGoldenIsAskedFor() throws {
    let goldens = RepositoryFiles.paths.filter { $0.contains("/Goldens/") }
    #expect(goldens.count > 5)
    for golden in goldens {
      let target = golden.components(separatedBy: "/Goldens/")
      let tests = RepositoryFiles.paths.filter { $0.hasPrefix(target[0] + "/") && $0.hasSuffix(".swift") }
      #expect(RepositoryFiles.text(under: tests).contains("\"\(target[1])\""), "\(golden)")
    }
  }
}
