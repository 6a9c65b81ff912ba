import Foundation
import TestSupport
import Testing

/// Standard output and standard error that are closed, full, slow or abandoned by their reader. The program never
/// crashes, and the exit code shows whether everything was written.
@Suite struct StandardStreamTests {
  private let text = """
    The bridge at Tornio will be closed in March, the road office said on Monday.

    Lorries take the northern crossing until the work is done.
    """

  /// A folder with a good file and a bad one, and a pipeline that reads both.
  private func archive() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("archive/a.txt", text)
    try folder.write("archive/b.html", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 167) })
    try folder.write(
      "small.yaml",
      "name: small\narchive: archive\ndictionaries: []\ntopics: []\ndatabase: small.sqlite\nreports: out\n")
    return folder
  }

  /// Runs a shell command line with the built program as `dateline`.
  private func shell(_ line: String, in folder: TemporaryFolder) throws -> Program.Outcome {
    try Program(path: "/bin/sh").run(
      ["-c", "dateline() { \"\(Program.dateline.path)\" \"$@\"; }\n\(line)"], folder: folder.path)
  }

  @Test(arguments: ["clean archive", "annotate archive --pipeline small.yaml", "--help", "--version", "help clean"])
  func outputThatCannotBeWritten(_ command: String) throws {
    let folder = try archive()
    let full = try shell("dateline \(command) > /dev/full", in: folder)
    #expect(full.status == 1)
    #expect(full.errors.hasSuffix("dateline: standard output: No space left on device\n"), "\(full.errors)")
    let closed = try shell("dateline \(command) >&-", in: folder)
    #expect(closed.status == 1)
    #expect(closed.errors.hasSuffix("dateline: standard output: Bad file descriptor\n"), "\(closed.errors)")
  }

  @Test(arguments: ["2>&-", "2>/dev/full"])
  func messagesThatCannotBeWrittenCostNothingElse(_ redirection: String) throws {
    let folder = try archive()
    let whole = try shell("dateline clean archive", in: folder)
    let cleaned = try shell("dateline clean archive \(redirection)", in: folder)
    #expect(whole.status == 3 && cleaned.status == 3)
    #expect(cleaned.output == whole.output && cleaned.output.contains("Tornio"))
    let annotated = try shell("dateline annotate archive --pipeline small.yaml \(redirection)", in: folder)
    #expect(annotated.status == 3 && annotated.output.contains("Tornio"))

    // The database does not get a file descriptor to which messages are written.
    #expect(try shell("dateline run small.yaml \(redirection)", in: folder).status == 3)
    let stored = try shell("dateline query documents --database small.sqlite --format csv", in: folder)
    #expect(stored.status == 0 && stored.output.contains("archive/a.txt") && stored.errors == "")
    #expect(try shell("dateline clean nowhere \(redirection)", in: folder).status == 3)
    #expect(try shell("dateline query documents --database no.sqlite \(redirection)", in: folder).status == 10)
    #expect(try shell("dateline clean --unknown \(redirection)", in: folder).status == 64)
  }

  @Test func allThreeMayBeClosed() throws {
    let folder = try archive()
    #expect(try shell("dateline run small.yaml <&- >&- 2>&-", in: folder).status == 3)
    #expect(try shell("dateline query documents --database small.sqlite", in: folder).status == 0)
    let input = try shell("dateline clean - <&-", in: folder)
    #expect(input.status == 3 && input.errors.contains("unreadable"), "\(input.errors)")
  }

  @Test func aReaderThatGoesEndsTheProgramQuietly() throws {
    let folder = try archive()
    // Longer than the capacity of any pipe.
    try folder.write("archive/long.txt", String(repeating: text + "\n\n", count: 10_000))
    let outcome = try shell("{ dateline clean archive/long.txt; echo $? > status; } | head -c 10", in: folder)
    #expect(outcome.output.utf8.count == 10)
    #expect(outcome.errors == "")
    #expect(try String(contentsOfFile: folder.path + "/status", encoding: .utf8) == "1\n")
  }

  @Test(arguments: [false, true])
  func aDescriptorThatDoesNotBlockIsWaitedFor(isError: Bool) throws {
    let folder = try archive()
    try folder.write("archive/long.txt", String(repeating: text + "\n\n", count: 3_000))
    for number in 0..<1_500 { try folder.write("broken/\(number).html", [0, 1, 2, 3, 0, 5, 6]) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.dateline.path)
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.arguments = ["clean", isError ? "broken" : "archive/long.txt"]
    let pipe = Pipe()
    let writing = pipe.fileHandleForWriting
    _ = fcntl(writing.fileDescriptor, F_SETFL, fcntl(writing.fileDescriptor, F_GETFL) | O_NONBLOCK)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = isError ? FileHandle.nullDevice : writing
    process.standardError = isError ? writing : FileHandle.nullDevice
    try process.run()
    try writing.close()
    // Wait until the pipe is full before the first byte is read.
    Thread.sleep(forTimeInterval: 0.3)
    let received = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == (isError ? 3 : 0))
    if isError {
      #expect(received.split(separator: "\n").count == 1_500)
    } else {
      #expect(received.utf8.count > 400_000 && received.hasSuffix("}\n"))
    }
  }
}
